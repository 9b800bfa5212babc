import type { StandingFacts } from '../../loyalty/ladder/standing.ts';
import { readNumbers } from '../database/arrays.ts';
import { epochDay } from '../database/sql.ts';

/**
 * A customer's answers, as texts, which database and driver hand over fastest: "day score,day score" of votes, the newest of a
 * day first, and "day score id" of the others, with their sources beside them.
 */
export interface AnswersRow {
  readonly customer_id: number;
  readonly first_day: number;
  readonly review_day: number | null;
  readonly votes: string | null;
  readonly vote_sources: string | null;
  readonly csat: string | null;
  readonly csat_sources: string | null;
  readonly cli: string | null;
  readonly cli_sources: string | null;
}

/** Of the customers of workspace $1 after $2 up to $3; reviews of $4 stars count. */
export const answersQuery = `
  SELECT customer_id, min(day) AS first_day, min(day) FILTER (WHERE kind = 'review' AND public AND score >= $4) AS review_day,
    string_agg(day || ' ' || score, ',') FILTER (WHERE kind = 'nps' AND score IS NOT NULL) AS votes,
    string_agg(source, E'\\x1f') FILTER (WHERE kind = 'nps' AND score IS NOT NULL) AS vote_sources,
    string_agg(day || ' ' || score || ' ' || id, ',') FILTER (WHERE kind = 'csat' AND score IS NOT NULL) AS csat,
    string_agg(source, E'\\x1f') FILTER (WHERE kind = 'csat' AND score IS NOT NULL) AS csat_sources,
    string_agg(day || ' ' || cli_sum || ' ' || id, ',') FILTER (WHERE kind = 'cli' AND cli_sum IS NOT NULL) AS cli,
    string_agg(source, E'\\x1f') FILTER (WHERE kind = 'cli' AND cli_sum IS NOT NULL) AS cli_sources
  FROM (
    SELECT customer_id, day - ${epochDay} AS day, kind, score, 18 - recommend - again - other AS cli_sum, public, id,
      coalesce(source, '') AS source
    FROM answers WHERE workspace_id = $1 AND customer_id > $2 AND customer_id <= $3
    ORDER BY customer_id, answers.day, at DESC NULLS LAST, recorded_at DESC, id DESC
  ) AS ordered GROUP BY 1 ORDER BY 1`;

type ReadAnswers = Pick<
  StandingFacts,
  | 'npsDays'
  | 'npsScores'
  | 'npsSources'
  | 'csatDays'
  | 'csatScores'
  | 'csatSources'
  | 'cliDays'
  | 'cliSums'
  | 'cliSources'
>;

export function readAnswers(row: AnswersRow | undefined): ReadAnswers {
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
