import { type Card, createEmptyCard, fsrs, generatorParameters, Rating } from 'ts-fsrs';
import { z } from 'zod';

/** When a person is asked a recall question again, and how they did last time. */
export interface RecallCard {
  readonly person: string;
  readonly item: string;
  readonly material: string;
  /** See {@link LearningEntry.chapter}. */
  readonly chapter: string;
  /** ISO instant. */
  readonly due: string;
  /** Answered right the last time. */
  readonly isRecalled: boolean;
  /** What the scheduler keeps, as plain data. */
  readonly state: unknown;
}

/**
 * Free Spaced Repetition Scheduler with its default weights and 90 % retention
 * (https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm). Without its steps of
 * minutes: the least gap is a day, since nobody is to sit and wait for a question.
 */
const scheduler = fsrs(generatorParameters({ enable_short_term: false, enable_fuzz: false }));

const kept = z.object({
  due: z.coerce.date(),
  stability: z.number(),
  difficulty: z.number(),
  elapsed_days: z.number(),
  scheduled_days: z.number(),
  learning_steps: z.number(),
  reps: z.number(),
  lapses: z.number(),
  state: z.number(),
  last_review: z.coerce.date().optional(),
});

/**
 * The scheduler's state after an answer.
 *
 * @param before as `state` was kept; what cannot be read starts anew
 */
export function afterAnswer(
  before: unknown,
  isRight: boolean,
  now: Date,
): { readonly due: Date; readonly state: unknown } {
  const parsed = kept.safeParse(before);
  const card = parsed.success ? (parsed.data as Card) : createEmptyCard(now);
  const next = scheduler.next(card, now, isRight ? Rating.Good : Rating.Again).card;
  return { due: next.due, state: JSON.parse(JSON.stringify(next)) };
}
