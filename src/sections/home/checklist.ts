import type { ReadContext } from '../../context.ts';
import type { Checklist } from '../../facts/home.ts';
import { context, divider, header, plainSection } from '../../messages/kit/blocks.ts';
import { sayButton } from '../../messages/kit/say-button.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import type { HomeSection } from './section.ts';

const words = defineText({
  en: {
    title: 'Getting started',
    left: (done: number, of: number) => `${done} of ${of} done`,
    imported: { line: 'Bring in your customers, their orders and what they said', press: 'Import a file' },
    alertChannel: {
      line: 'Set time zone and currency, and the channel where unhappy answers become follow-ups',
      press: 'Open settings',
    },
    digest: { line: 'Let a channel have a digest, for example every Monday', press: 'Set up a digest' },
    targets: { line: 'Set a target for a figure, so that you see how far there is to go', press: 'Set a target' },
  },
  da: {
    title: 'Kom godt i gang',
    left: (done: number, of: number) => `${done} af ${of} klaret`,
    imported: { line: 'Hent jeres kunder, ordrer og svar ind', press: 'Indlæs en fil' },
    alertChannel: {
      line: 'Vælg tidszone og valuta og den kanal, hvor utilfredse svar bliver til opfølgninger',
      press: 'Åbn indstillinger',
    },
    digest: { line: 'Giv en kanal en opsummering, for eksempel hver mandag', press: 'Opret en opsummering' },
    targets: { line: 'Sæt et mål for et tal, så I kan se, hvor langt der er igen', press: 'Sæt et mål' },
  },
  nb: {
    title: 'Kom i gang',
    left: (done: number, of: number) => `${done} av ${of} er gjort`,
    imported: { line: 'Hent inn kundene deres, ordrene og det de har sagt', press: 'Importer en fil' },
    alertChannel: {
      line: 'Velg tidssone og valuta og kanalen der misfornøyde svar blir til oppfølginger',
      press: 'Åpne innstillinger',
    },
    digest: { line: 'La en kanal få en oppsummering, for eksempel hver mandag', press: 'Lag en oppsummering' },
    targets: { line: 'Sett et mål for et tall, så dere ser hvor langt det er igjen', press: 'Sett et mål' },
  },
});

/** What a press says, in words that every language knows. */
const wordsOf: Readonly<Record<keyof Checklist, string>> = {
  imported: 'import',
  alertChannel: 'settings',
  digest: 'digest settings',
  targets: 'targets add',
};

/** The first days, step by step; each that is left has a button. */
export const checklist: HomeSection = {
  name: 'checklist',
  async gather(request) {
    return { checklist: request.role === 'member' ? null : await readChecklist(request) };
  },
  draw({ checklist }, locale) {
    if (!checklist) return [];
    // Settings come first: days are counted in the time zone, and unhappy answers of a file are told only where there is a channel.
    const steps = ['alertChannel', 'imported', 'digest', 'targets'] as const;
    const done = steps.filter((step) => checklist[step]);
    const next = steps.find((step) => !checklist[step]);
    const text = words(locale);
    return [
      header(`${text.title}: ${text.left(done.length, steps.length)}`),
      ...steps.filter((step) => !checklist[step]).map((step) => drawStep(step, step === next, locale)),
      ...(done.length > 0 ? [context(done.map((step) => `✓ ${text[step].line}`).join('\n'))] : []),
      divider(),
    ];
  },
};

/** Null once everything is set up. */
async function readChecklist({ store, settings }: ReadContext): Promise<Checklist | null> {
  const [imported, schedules, targets] = await Promise.all([
    store.customers.exist(),
    store.schedules.list(),
    store.targets.list(),
  ]);
  const checklist = {
    imported,
    alertChannel: settings.alertChannelId !== null,
    digest: schedules.some(({ active }) => active),
    targets: targets.length > 0,
  };
  return Object.values(checklist).every((done) => done) ? null : checklist;
}

function drawStep(step: keyof Checklist, isNext: boolean, locale: Locale) {
  const { line, press } = words(locale)[step];
  const look = isNext ? ({ style: 'primary' } as const) : {};
  return plainSection(line, sayButton.element(press, { words: wordsOf[step] }, look));
}
