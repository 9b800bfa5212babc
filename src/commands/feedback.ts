import { listVoices } from '../flows/feedback/list-voices.ts';
import { readCauses } from '../flows/feedback/read-causes.ts';
import { inBoth } from '../loyalty/customer-query.ts';
import { rungs } from '../loyalty/ladder/rung-rules.ts';
import { allVoices, type VoiceQuery } from '../loyalty/voice-query.ts';
import { causesReply } from '../messages/feedback/causes.ts';
import { voiceListReply } from '../messages/feedback/voice-list.ts';
import { defineText } from '../text/define-text.ts';
import { type Asking, type Command, reply } from './command.ts';
import type { Condition } from './condition-words.ts';
import { type Divided, findParts } from './find-parts.ts';
import type { Understood } from './takes.ts';
import { givenWindow, windowOf } from './window.ts';

const words = defineText({
  en: { list: 'list of answers' },
  da: { list: 'listen over svar' },
  nb: { list: 'listen over svar' },
});
const divided: Divided = {
  dimensions: ['rung', 'country', 'segment', 'source'],
  name: (locale) => words(locale).list,
};

/** What customers said, why they complain, and the form to note more. */
export const feedback = {
  words: ['feedback', 'tilbagemelding', 'tilbagemeldinger', 'tilbakemelding', 'tilbakemeldinger', 'voices', 'svar'],
  group: 'do',
  help: defineText({
    en: { usage: '/loyalty feedback unhappy', line: 'What customers said, and “causes”; “add” notes more' },
    da: { usage: '/loyalty feedback utilfredse', line: 'Hvad kunderne siger; ”tilføj”: skriv nyt ned' },
    nb: { usage: '/loyalty tilbakemelding misfornøyde', line: 'Hva kundene sier; «ny»: skriv ned nytt' },
  }),
  replies: { 'voice-list': voiceListReply, causes: causesReply },
  takes: { options: ['add', 'causes', 'list'], conditions: 'voices', parts: divided.dimensions, period: true },
  alone: ['causes'],
  async run(asking, said) {
    if (said.option === 'add') return { kind: 'form', form: 'feedback' };
    if (said.option === 'causes') {
      const causes = await readCauses(asking, windowOf(asking, said.period));
      return reply({ kind: 'causes', causes });
    }
    const query = await toQuery(asking, said);
    const list = await listVoices(asking, query, { after: null, before: 0 }, asking.asOf);
    return reply({ kind: 'voice-list', list, mayExport: asking.role !== 'member' }, false);
  },
} satisfies Command;

/** @throws UserError for a part that nobody knows */
async function toQuery(asking: Asking, said: Understood): Promise<VoiceQuery> {
  const parts = await findParts(asking, divided, said.parts);
  const of = (dimension: string) => parts.find((part) => part.dimension === dimension)?.value ?? null;
  const rung = of('rung');
  const asked: VoiceQuery = {
    ...allVoices,
    rung: rung === 'anonymous' ? rung : (rungs.find((one) => one === rung) ?? null),
    country: of('country'),
    segment: of('segment'),
    source: of('source'),
    days: givenWindow(asking, said.period),
  };
  return said.conditions.reduce(withCondition, asked);
}

function withCondition(query: VoiceQuery, condition: Condition): VoiceQuery {
  switch (condition.of) {
    case 'kind':
      return { ...query, kind: condition.kind };
    case 'nps':
      return {
        ...query,
        kind: 'nps',
        score: inBoth(query.score, condition.range),
        isVote: query.isVote || condition.isGroup,
      };
    case 'negative':
      return { ...query, isNegative: true };
    case 'worded':
      return { ...query, hasWords: true };
    // What has to hold of customers is not taken here.
    case 'campaign':
    case 'lapsed':
    case 'last':
    case 'new':
    case 'orders':
    case 'owner':
    case 'responded':
    case 'value':
    case 'variant':
      return query;
  }
}
