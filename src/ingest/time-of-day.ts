/** A time of day as written, with the offset of its zone. */
export interface WrittenTime {
  /** Milliseconds since midnight; null without a time of day. */
  readonly timeMs: number | null;
  /** Minutes east of UTC; null without a zone. */
  readonly offset: number | null;
}

export const noTime: WrittenTime = { timeMs: null, offset: null };

type NoTime = { readonly code: 'not-a-date' | 'no-such-time' | 'unknown-zone' };

/** What stands behind a date: nothing, or a time with or without a zone ("T14:05Z", " kl. 14.05", " 2:05 PM GMT+1"). */
export function readTime(text: string): WrittenTime | NoTime {
  if (text === '') return noTime;
  const match = timeOfDay.exec(text);
  if (!match) return { code: 'not-a-date' };
  const [, hours, minutes, seconds = '0', fraction = '0', half, zone = ''] = match;
  const hour = toHour(Number(hours), half?.toLowerCase());
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return { code: 'no-such-time' };
  const offset = zone === '' ? null : readZone(zone);
  if (offset !== null && typeof offset !== 'number') return offset;
  const millis = Math.floor(Number(`0.${fraction}`) * 1000);
  return { timeMs: ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + millis, offset };
}

const timeOfDay =
  /^(?:T|,? (?:kl\.? ?|klokken |at )?)(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(?: ?([ap])\.?m\.?(?![a-z]))?(?: ?([([a-z+−-].*))?$/i;

/** A name, an offset or both; what stands in brackets behind it only says it once more. */
const zoneForm = /^[([]?([a-z]{1,5})?(?: ?([+−-])(\d{1,2})(?::?(\d{2}))?)?[)\]]?(?: ?[([][^()[\]]*[)\]])?$/i;

/** Minutes east of UTC of a zone as people and programs write it: Z, +01:00, GMT+1, UTC−5, CET, "+0100 (CET)". */
export function readZone(text: string): number | NoTime {
  const match = zoneForm.exec(text);
  if (!match) return { code: 'not-a-date' };
  const [, name = '', sign, hours, minutes = '0'] = match;
  const base = name === '' ? 0 : offsets.get(name.toUpperCase());
  if (sign === undefined) return base ?? { code: 'unknown-zone' };
  // "CET+1" is nothing that people write: it may mean the one or the other.
  if (base !== 0) return { code: 'unknown-zone' };
  if (Number(hours) > 14 || Number(minutes) > 59) return { code: 'no-such-time' };
  return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes)) + 0;
}

/** 12 AM is midnight, 12 PM is noon; 13 PM is no time. */
function toHour(hour: number, half: string | undefined): number {
  if (!half) return hour;
  if (hour < 1 || hour > 12) return 99;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

/**
 * Zones that have one meaning, or the one that RFC 5322 gives them (EST to PDT). Left out on purpose: IST (India, Israel,
 * Ireland), AST, AMT, SST and their like, which mean hours that lie far apart.
 */
const offsets: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '0': 'Z UT UTC GMT WET',
    '60': 'CET MET MEZ WEST BST WAT',
    '120': 'CEST MEST MESZ CEDT EET SAST CAT',
    '180': 'EEST MSK TRT EAT',
    '300': 'PKT',
    '345': 'NPT',
    '420': 'WIB ICT',
    '480': 'HKT SGT PHT AWST',
    '540': 'JST KST',
    '570': 'ACST',
    '600': 'AEST',
    '630': 'ACDT',
    '660': 'AEDT',
    '720': 'NZST',
    '780': 'NZDT',
    '-150': 'NDT',
    '-180': 'BRT ART',
    '-210': 'NST',
    '-240': 'EDT',
    '-300': 'EST CDT',
    '-360': 'CST MDT',
    '-420': 'MST PDT',
    '-480': 'PST AKDT',
    '-540': 'AKST',
    '-600': 'HST',
  }).flatMap(([minutes, names]) => names.split(' ').map((name) => [name, Number(minutes)] as const)),
);
