import { type FigureName, figureNames, figures, isFigure } from '../../loyalty/figures/index.ts';
import { figureTitle, toldFigures } from '../../messages/figures/told/index.ts';
import { actions as buttons, context, divider, header, section } from '../../messages/kit/blocks.ts';
import { sayButton } from '../../messages/kit/say-button.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import type { HomeSection } from './section.ts';

const words = defineText({
  en: {
    title: 'What you can do',
    ask: '*Ask.* The answer is sent to you, in the Messages tab.',
    hint: 'You can also type, for example “customer Hansen”: after /loyalty, here under Messages, or where you mention Loyalty Ladder in a channel.',
    undelivered: (count: number) =>
      count === 1 ? '1 message could not be delivered to Slack.' : `${count} messages could not be delivered to Slack.`,
    labels: {
      feedback: 'Add feedback',
      import: 'Import a file',
      digest: 'Digests',
      target: 'Set a target',
      settings: 'Settings',
      overview: 'Overview',
      ladder: 'The ladder',
      cohorts: 'Cohorts',
      campaign: 'Campaigns',
      prediction: 'Prediction',
      atRisk: 'Customers at risk',
      targets: 'Targets',
      review: 'Quarterly review',
      followups: 'Follow-ups',
      week: 'The last seven days',
      help: 'All commands',
    },
  },
  da: {
    title: 'Det kan du gøre',
    ask: '*Spørg.* Svaret bliver sendt til dig under fanen Messages.',
    hint: 'Du kan også skrive, for eksempel ”kunde Hansen”: efter /loyalty, her under Messages, eller hvor du nævner Loyalty Ladder i en kanal.',
    undelivered: (count: number) =>
      count === 1 ? '1 besked kunne ikke leveres til Slack.' : `${count} beskeder kunne ikke leveres til Slack.`,
    labels: {
      feedback: 'Tilføj feedback',
      import: 'Indlæs en fil',
      digest: 'Opsummeringer',
      target: 'Sæt et mål',
      settings: 'Indstillinger',
      overview: 'Overblik',
      ladder: 'Stigen',
      cohorts: 'Kohorter',
      campaign: 'Kampagner',
      prediction: 'Prognose',
      atRisk: 'Kunder i farezonen',
      targets: 'Mål',
      review: 'Kvartalsgennemgang',
      followups: 'Opfølgninger',
      week: 'De sidste syv dage',
      help: 'Alle kommandoer',
    },
  },
  nb: {
    title: 'Dette kan du gjøre',
    ask: '*Spør.* Svaret blir sendt til deg under fanen Messages.',
    hint: 'Du kan også skrive, for eksempel «kunde Hansen»: etter /loyalty, her under Messages, eller der du nevner Loyalty Ladder i en kanal.',
    undelivered: (count: number) =>
      count === 1 ? '1 melding kunne ikke leveres til Slack.' : `${count} meldinger kunne ikke leveres til Slack.`,
    labels: {
      feedback: 'Ny tilbakemelding',
      import: 'Importer en fil',
      digest: 'Oppsummeringer',
      target: 'Sett et mål',
      settings: 'Innstillinger',
      overview: 'Oversikt',
      ladder: 'Stigen',
      cohorts: 'Kohorter',
      campaign: 'Kampanjer',
      prediction: 'Prognose',
      atRisk: 'Kunder i faresonen',
      targets: 'Mål',
      review: 'Kvartalsgjennomgang',
      followups: 'Oppfølginger',
      week: 'De siste sju dagene',
      help: 'Alle kommandoer',
    },
  },
});

type Action = keyof ReturnType<typeof words>['labels'];

/** What a press says that is not named by it, in words that every language knows. */
const wordsOf: Readonly<Partial<Record<Action, string>>> = {
  feedback: 'feedback add',
  digest: 'digest settings',
  target: 'targets add',
  atRisk: 'at-risk',
  review: 'review now',
  week: 'digest',
  help: 'help all',
};

const forms: readonly Action[] = ['feedback', 'import', 'digest', 'target', 'settings'];
const formsForAll: readonly Action[] = ['feedback', 'settings'];
/** What is asked for most by those who take follow-ups; all the rest is behind the last. */
const questionsAtWork: readonly Action[] = ['followups', 'atRisk', 'ladder', 'week', 'help'];
const questions: readonly (Action | FigureName)[] = [
  'overview',
  'ladder',
  ...figureNames.filter((name) => figures[name].onHome === 'line-and-button'),
  'cohorts',
  'campaign',
  'prediction',
  'atRisk',
  'targets',
  'followups',
  'week',
  'review',
  'help',
];

const dayMs = 86_400_000;

/** A button for everything that one can do. */
export const actions: HomeSection = {
  name: 'actions',
  async gather({ store, role, now }) {
    const mayManage = role !== 'member';
    const weekAgo = new Date(now.getTime() - 7 * dayMs);
    return { mayManage, undelivered: mayManage ? await store.outbox.countUndelivered(weekAgo) : 0 };
  },
  draw({ view, mayManage, undelivered = 0 }, locale) {
    const text = words(locale);
    return [
      divider(),
      header(text.title),
      buttons(...(mayManage ? forms : formsForAll).map((action) => button(action, locale))),
      section(text.ask),
      buttons(...(view === 'follow-ups' ? questionsAtWork : questions).map((action) => button(action, locale))),
      context(text.hint),
      ...(undelivered > 0 ? [context(text.undelivered(undelivered))] : []),
    ];
  },
};

function button(action: Action | FigureName, locale: Locale) {
  if (isFigure(action)) {
    const label = toldFigures[action].words(locale).button ?? figureTitle(locale, action);
    return sayButton.element(label, { words: action }, { mark: action });
  }
  return sayButton.element(words(locale).labels[action], { words: wordsOf[action] ?? action }, { mark: action });
}
