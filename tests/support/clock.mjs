// Loaded before the app by a test that cannot wait: its clock runs ahead by TEST_CLOCK_AHEAD_MS.
const RealDate = Date;
const now = () => RealDate.now() + Number(process.env.TEST_CLOCK_AHEAD_MS ?? 0);
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
