/**
 * What goes on meanwhile: that it failed is found out where it is awaited, if something else did not fail before, and is no
 * unhandled rejection until then.
 */
export function awaitedLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
