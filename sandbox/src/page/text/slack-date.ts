export type Viewer = Readonly<Record<'locale' | 'timeZone', string>>;

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
  return intl(viewer, clock).format(instantOf(ts));
}

/** The local day of a ts in words; days around now are "Today" and "Yesterday". */
export function dayOf(ts: string, viewer: Viewer): string {
  const format = intl(viewer, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const day = format.format(instantOf(ts));
  if (day === format.format()) return 'Today';
  return day === format.format(Date.now() - 86_400_000) ? 'Yesterday' : day;
}

export function instantOf(ts: string): Date {
  return new Date(Number.parseFloat(ts) * 1000);
}

const clock = { hour: '2-digit', minute: '2-digit' } as const;
const day = { day: 'numeric', month: 'long' } as const;
const digits = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const shapes: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: digits,
  date_slash: digits,
  date: { ...day, year: 'numeric' },
  date_short: { ...day, year: 'numeric', month: 'short' },
  date_long: { ...day, year: 'numeric', weekday: 'long' },
  day_divider: { ...day, weekday: 'long' },
  time: clock,
  time_secs: { ...clock, second: '2-digit' },
};

const steps = { day: 86_400, hour: 3_600, minute: 60 } as const;

function ago(at: Date, viewer: Viewer): string {
  const seconds = (at.getTime() - Date.now()) / 1000;
  const unit = (['day', 'hour', 'minute'] as const).find((one) => Math.abs(seconds) >= steps[one]);
  const format = new Intl.RelativeTimeFormat(knownLocale(viewer.locale), { numeric: 'auto' });
  return format.format(Math.round(seconds / (unit ? steps[unit] : 1)), unit ?? 'second');
}

function intl(viewer: Viewer, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(knownLocale(viewer.locale), { ...shape, timeZone: viewer.timeZone });
}

// The page itself speaks English; a plain "en-US" person gets it with a 24-hour clock like everyone else.
function knownLocale(locale: string): string {
  const known = Intl.DateTimeFormat.supportedLocalesOf([locale.replace('_', '-')])[0];
  return known === undefined || known.startsWith('en') ? 'en-GB' : known;
}
