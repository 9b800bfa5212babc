export interface Viewer {
  readonly locale: string;
  readonly timeZone: string;
}

/**
 * An instant in Slack's date format, for example "{date_long} at {time}", as the viewer reads it.
 * @param seconds since 1970 UTC
 */
export function formatSlackDate(seconds: number, format: string, viewer: Viewer): string {
  const at = new Date(seconds * 1000);
  if (Number.isNaN(at.getTime())) return format;
  return format.replace(/\{(\w+)\}/g, (token, name: string) => {
    if (name === 'ago') return ago(at, viewer);
    const shape = shapes[name.replace(/_pretty$/, '')];
    return shape === undefined ? token : intl(viewer, shape).format(at);
  });
}

/** A message's time of day and its local day, from a ts such as "1767225600.000100". */
export function timeOf(ts: string, viewer: Viewer): string {
  return intl(viewer, { hour: '2-digit', minute: '2-digit' }).format(instantOf(ts));
}

/** The local day of a ts in words; days around now are "Today" and "Yesterday". */
export function dayOf(ts: string, viewer: Viewer): string {
  const dayName = (at: Date): string =>
    intl(viewer, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  const day = dayName(instantOf(ts));
  if (day === dayName(new Date())) return 'Today';
  return day === dayName(new Date(Date.now() - 86_400_000)) ? 'Yesterday' : day;
}

export function instantOf(ts: string): Date {
  return new Date(Number.parseFloat(ts) * 1000);
}

const shapes: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_slash: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  day_divider: { weekday: 'long', month: 'long', day: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
};

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

function ago(at: Date, viewer: Viewer): string {
  const seconds = (at.getTime() - Date.now()) / 1000;
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  const format = new Intl.RelativeTimeFormat(knownLocale(viewer.locale), { numeric: 'auto' });
  return format.format(Math.round(seconds / size), unit);
}

function intl(viewer: Viewer, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(knownLocale(viewer.locale), { ...shape, timeZone: viewer.timeZone });
}

// The page itself speaks English; a plain "en-US" person gets it with a 24-hour clock like everyone else.
function knownLocale(locale: string): string {
  const known = Intl.DateTimeFormat.supportedLocalesOf([locale.replace('_', '-')])[0];
  return known === undefined || known.startsWith('en') ? 'en-GB' : known;
}
