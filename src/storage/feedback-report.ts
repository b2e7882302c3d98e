import type { Kysely } from 'kysely';
import { SUGGESTION_STATES, type Suggestion } from '../suggestion/suggestion.ts';
import type { Tables } from './schema.ts';
import { readSuggestions } from './suggestion/read-suggestions.ts';

/** More than anybody reads at once. */
const MOST_SUGGESTIONS = 10_000;

/** What people thought of the answers; nowhere who they are. Instants are ISO texts. */
export interface FeedbackReport {
  readonly useful: number;
  readonly notUseful: number;
  /** Questions whose answers did not help, the newest first. */
  readonly unhelpful: readonly {
    readonly question: string;
    readonly outcome: string | null;
    readonly at: string;
  }[];
  /** 意见建议, those that wait first. */
  readonly suggestions: readonly Suggestion[];
}

export async function reportFeedback(database: Kysely<Tables>): Promise<FeedbackReport> {
  const counts = await database
    .selectFrom('rating')
    .select(['verdict', database.fn.countAll<number>().as('number')])
    .groupBy('verdict')
    .execute();
  const numberOf = (verdict: string) =>
    Number(counts.find((count) => count.verdict === verdict)?.number ?? 0);
  const unhelpful = await database
    .selectFrom('rating')
    .innerJoin('turn', 'turn.id', 'rating.turn')
    .where('rating.verdict', '=', 'not-useful')
    .select(['turn.said as question', 'turn.outcome', 'rating.at'])
    .orderBy('rating.at', 'desc')
    .execute();
  const all = { states: SUGGESTION_STATES, from: 0, limit: MOST_SUGGESTIONS };
  const { suggestions } = await readSuggestions(database, all);
  return { useful: numberOf('useful'), notUseful: numberOf('not-useful'), unhelpful, suggestions };
}
