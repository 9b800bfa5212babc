/** What a word of "Mondays and Thursdays at 9:00" does, in English, Danish or Norwegian. */
export type WhenWord =
  | { readonly kind: 'weekday'; readonly weekdays: readonly number[] }
  | { readonly kind: 'ordinal'; readonly day: number }
  | { readonly kind: 'day' | 'week' | 'month' | 'quarter' }
  /** A time comes next. */
  | { readonly kind: 'at' }
  /** A day of the month comes next ("den 1."). */
  | { readonly kind: 'the' }
  /** A day of the month came before ("15 i måneden"). */
  | { readonly kind: 'of' }
  /** With "every" before it: a weekday comes next, of every second week. */
  | { readonly kind: 'second' }
  /** The same in one word. */
  | { readonly kind: 'every-second' }
  | { readonly kind: 'every' | 'to' | 'filler' };

/** The word's part in a time of the week or month; null for one that has none. Case and a closing dot don't matter. */
export function whenWord(typed: string): WhenWord | null {
  return words.get(typed.toLowerCase().replace(/\.$/, '')) ?? null;
}

const weekdayStems: readonly (readonly [weekday: number, english: string, nordic: string])[] = [
  [0, 'sunday sundays sun', 'søndag soendag sondag søn'],
  [1, 'monday mondays mon', 'mandag man'],
  [2, 'tuesday tuesdays tue tues', 'tirsdag tir tirs'],
  [3, 'wednesday wednesdays wed', 'onsdag ons'],
  [4, 'thursday thursdays thu thur thurs', 'torsdag tor tors'],
  [5, 'friday fridays fri', 'fredag fre'],
  [6, 'saturday saturdays sat', 'lørdag loerdag lordag lør'],
];

const nordicEndings = ['', 'e', 'en', 'ene', 'er', 's'];

const otherWords: readonly (readonly [word: WhenWord, spellings: string])[] = [
  [
    { kind: 'weekday', weekdays: [1, 2, 3, 4, 5] },
    'weekday weekdays workday workdays hverdag hverdage hverdagen hverdagene hverdager arbejdsdag arbejdsdage arbeidsdag arbeidsdager',
  ],
  [{ kind: 'weekday', weekdays: [0, 6] }, 'weekend weekends weekenden weekender helg helgen helger'],
  [{ kind: 'ordinal', day: 1 }, 'first første foerste'],
  [{ kind: 'day' }, 'day daily dag dagen dage dager daglig dagligt'],
  [{ kind: 'week' }, 'week weekly uge ugen ugentlig ugentligt uke uka uken ukentlig'],
  [{ kind: 'month' }, 'month monthly måned måneden månedlig månedligt maaned maaneden maanedlig maanedligt'],
  [{ kind: 'quarter' }, 'quarter quarterly kvartal kvartalet kvartalsvis kvartalsvist'],
  [{ kind: 'at' }, 'at kl klokken klokka'],
  [{ kind: 'the' }, 'the den d'],
  [{ kind: 'of' }, 'of in i'],
  [{ kind: 'every' }, 'every each hver hvert alle'],
  [{ kind: 'second' }, 'second other anden annen andre'],
  [{ kind: 'every-second' }, 'annenhver hveranden'],
  [{ kind: 'to' }, 'to til through thru'],
  [{ kind: 'filler' }, 'and og & on om på paa'],
];

const words = new Map<string, WhenWord>();
for (const [weekday, english, nordic] of weekdayStems) {
  const word: WhenWord = { kind: 'weekday', weekdays: [weekday] };
  for (const spelling of english.split(' ')) words.set(spelling, word);
  for (const stem of nordic.split(' ')) {
    for (const ending of stem.endsWith('dag') ? nordicEndings : ['']) words.set(stem + ending, word);
  }
}
for (const [word, spellings] of otherWords) for (const spelling of spellings.split(' ')) words.set(spelling, word);
