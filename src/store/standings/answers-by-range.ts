import { readNumbers } from '../database/arrays.ts';
import type { RowOf } from '../database/statement.ts';
import type { answersInRange } from './facts-by-range.sql.ts';

/** A customer's scores with their days and sources, as a standing has them. */
export function readAnswers(row: RowOf<typeof answersInRange> | undefined) {
  const votes = readVotes(row?.votes ?? null, row?.vote_sources ?? null);
  const csat = readScores(row?.csat ?? null, row?.csat_sources ?? null);
  const cli = readScores(row?.cli ?? null, row?.cli_sources ?? null);
  return {
    npsDays: votes.days,
    npsScores: votes.scores,
    npsSources: votes.sources,
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

const none: DayScores = { days: [], scores: [], sources: [] };

/** Of each day the first, which is the newest. */
function readVotes(text: string | null, sourceText: string | null): DayScores {
  if (text === null || sourceText === null) return none;
  const read: DayScores = { days: [], scores: [], sources: [] };
  const sources = sourceText.split('\u001f');
  const numbers = readNumbers(text);
  for (let i = 0; i < numbers.length; i += 2) {
    const day = numbers[i] ?? 0;
    if (read.days.at(-1) === day) continue;
    read.days.push(day);
    read.scores.push(numbers[i + 1] ?? 0);
    read.sources.push(sources[i / 2] ?? '');
  }
  return read;
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
