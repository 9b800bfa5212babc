import { readNumbers } from '../database/arrays.ts';
import type { RowOf } from '../database/statement.ts';
import type { answersInRange } from './facts-by-range.sql.ts';
import { namedRespondents } from './named-respondents.ts';

/** A customer's scores with their days and sources, as a standing has them. */
export function readAnswers(row: RowOf<typeof answersInRange> | undefined) {
  const votes = readVotes(row?.votes ?? null, row?.vote_sources ?? null);
  const csat = readScores(row?.csat ?? null, row?.csat_sources ?? null);
  const cli = readScores(row?.cli ?? null, row?.cli_sources ?? null);
  return {
    npsDays: votes.days,
    npsScores: votes.scores,
    npsSources: votes.sources,
    npsRespondents: votes.respondents,
    csatDays: csat.days,
    csatScores: csat.scores,
    csatSources: csat.sources,
    cliDays: cli.days,
    cliSums: cli.scores,
    cliSources: cli.sources,
  };
}

interface DayScores {
  readonly days: number[];
  readonly scores: number[];
  readonly sources: string[];
}

interface Votes extends DayScores {
  readonly respondents: readonly number[];
}

const none: DayScores = { days: [], scores: [], sources: [] };

/** Each respondent's first of a day, which is the newest; of a day the newest comes last. */
function readVotes(text: string | null, sourceText: string | null): Votes {
  if (text === null || sourceText === null) return { ...none, respondents: [] };
  const sources = sourceText.split('\u001f');
  const numbers = readNumbers(text);
  const votes: { day: number; score: number; respondent: number; source: string }[] = [];
  for (let i = 0; i < numbers.length; i += 3) {
    const [day = 0, score = 0, respondent = 0] = [numbers[i], numbers[i + 1], numbers[i + 2]];
    // Those of the day so far stand at the end, in turn with the newest last.
    let at = votes.length;
    while (at > 0 && votes[at - 1]?.day === day && votes[at - 1]?.respondent !== respondent) at -= 1;
    if (votes[at - 1]?.day === day) continue;
    votes.splice(at, 0, { day, score, respondent, source: sources[i / 3] ?? '' });
  }
  return {
    days: votes.map(({ day }) => day),
    scores: votes.map(({ score }) => score),
    sources: votes.map(({ source }) => source),
    respondents: namedRespondents(votes.map(({ respondent }) => respondent)),
  };
}

/** All of them, those of a day in the order of their ids. */
function readScores(text: string | null, sourceText: string | null): DayScores {
  if (text === null || sourceText === null) return none;
  const sources = sourceText.split('\u001f');
  const all = text.split(',').map((one, i) => {
    const [day = 0, score = 0, id = 0] = one.split(' ').map(Number);
    return { day, score, id, source: sources[i] ?? '' };
  });
  all.sort((a, b) => a.day - b.day || a.id - b.id);
  return {
    days: all.map(({ day }) => day),
    scores: all.map(({ score }) => score),
    sources: all.map(({ source }) => source),
  };
}
