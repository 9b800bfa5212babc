import { commands } from '../commands/index.ts';
import { optionWord } from '../commands/option-words.ts';
import { type Locale, locales } from '../text/define-text.ts';
import { ownWords, placeOf } from './call-place.ts';
import type { TypedOptions } from './options.ts';
import { usage } from './usage.ts';
import { usageWords } from './usage-words.ts';

/** A currency or zone that is not the workspace's is refused in request.ts, where it would change nothing. */
const everywhere = ['json', 'workspace', 'language', 'help', 'currency', 'time-zone'];
const feedback = ['feedback'];
const person = ['correct customer', 'customer-new'];

/** What is heeded where, as call-place.ts calls it; an option that is not here goes with every file that is brought in. */
const places: Readonly<Record<string, readonly string[]>> = {
  csv: ['customers', 'feedback-list'],
  'save-as': ['customers'],
  'as-of': [
    ...['figures', 'overview', 'ladder', 'cohorts', 'prediction', 'at-risk', 'campaign', 'customer'],
    ...['digest', 'review', 'targets'],
  ],
  channel: ['digest-now'],
  'alerts-per-hour': ['settings'],
  'customer-links': ['settings'],
  customer: ['feedback', 'customer-new'],
  name: person,
  email: person,
  owner: person,
  source: feedback,
  public: feedback,
  negative: feedback,
  'new-customer': feedback,
  score: ['feedback', 'correct answer'],
  comment: ['feedback', 'correct answer'],
  amount: ['correct order'],
  date: ['correct order'],
  status: ['correct order'],
  kind: ['import feedback', 'feedback'],
  scale: ['import feedback'],
  'satisfied-from': ['import feedback'],
  'follow-up': ['import feedback'],
  rates: ['import rates'],
  decimals: ['import orders', 'import customers', 'import recommendations', 'import spend'],
  'same-number': ['import orders'],
  shop: ['import orders', 'correct order', 'delete order'],
  'similar-numbers': [
    ...['import customers', 'import orders', 'import feedback', 'import recommendations', 'import campaign'],
  ],
  'known-rows': ['import orders', 'import feedback', 'import spend'],
  'known-orders': ['import orders'],
  others: ['import orders', 'import feedback', 'import spend', 'import recommendations'],
  'known-customers-only': ['import orders', 'import feedback', 'import recommendations', 'import campaign'],
  locale: ['import', 'target', 'correct order --amount'],
  undo: ['import-undo'],
  repair: ['verify'],
  yes: ['verify --repair', 'settings --time-zone', 'delete'],
};

/** Where a command leaves a window unread that others of its calls read. */
const windowless = ['targets', 'target-remove'];
const windowed = [
  'figures',
  'overview',
  'ladder',
  'cohorts',
  'digest',
  'review',
  'target',
  'customers',
  'feedback-list',
];

/** @throws UserError for an option that says nothing with the call it stands in: no option is ignored */
export function mustBelong(typed: Pick<TypedOptions, 'words' | 'given'>): void {
  const place = placeOf(typed);
  // A word that is no command is answered with help, and who asks for help has not made the call.
  if (place === null || typed.given.includes('help')) return;
  for (const option of typed.given) {
    if (everywhere.includes(option)) continue;
    // Any other command that takes no window refuses it as it refuses words.
    if (option === 'window' && !windowless.includes(place)) continue;
    const allowed = option === 'window' ? windowed : (places[option] ?? ['import']);
    if (allowed.some((one) => place === one || place.startsWith(`${one} `))) continue;
    const said = typed.words.slice(0, /[ -]/.test(place) ? 2 : 1).join(' ');
    const names = (locale: Locale) => [...new Set(allowed.map((one) => placeName(one, locale)))].join(', ');
    throw usage((locale) => usageWords(locale).notHere(`--${option}`, said, names(locale)));
  }
}

/** As it is typed in a language. */
function placeName(place: string, locale: Locale): string {
  if (place === 'figures') return usageWords(locale).figures;
  if (place === 'feedback-list') return placeName('feedback', locale);
  if (place === 'import-undo') return placeName('import', locale);
  if (place === 'customer-new') return `${placeName('customer', locale)} ${locale === 'en' ? 'new' : 'ny'}`;
  if (place === 'digest-now') return `${placeName('digest', locale)} ${optionWord(locale, 'now')}`;
  const [name = '', ...rest] = place.split(' ');
  const words = ownWords.find(([first]) => first === name);
  return [words?.[locales.indexOf(locale)] ?? commandWord(name, locale), ...rest].join(' ');
}

/** The word with which help in a language says a command. */
function commandWord(name: string, locale: Locale): string {
  if (locale === 'en') return name;
  if (name === 'overview') return usageWords(locale).overview;
  const command = commands.find(({ words }) => words.some((word) => word === name));
  return command?.help(locale).usage.split(' ')[1] ?? name;
}
