import { z } from 'zod';
import type { Citation } from '../../answering/answer.ts';
import type { Kit } from '../kit.ts';

/** An item as a model writes it anew. A key that is missing is found by the checks, not by the parser. */
const rewriting = z.object({
  id: z.string(),
  text: z.string().default(''),
  followUps: z.array(z.string()).default([]),
  expected: z.string().default(''),
});

/** What comes back for one part of a kit. */
export const rewritings = z.object({ questions: z.array(rewriting) });

export type Rewriting = z.output<typeof rewriting>;

/** What a model may write anew. Of a focus and an aim there is a text alone. */
export interface Item extends Readonly<Rewriting> {
  readonly kind: 'question' | 'focus' | 'aim';
  readonly level: string;
  readonly basis: readonly Citation[];
}

/** Items that a model rewrites in one call: few enough for a small one. */
export interface Part {
  /** As the model is told of it. */
  readonly stage: string;
  readonly items: readonly Item[];
}

const FOCUS_ID = 'focus';
const OUTLINE = '聚焦问题和目标';

/** The kit's focus with its aims, then its stages in their order; a trainer's own questions stay. */
export function partsOf({ focus, aims, questions }: Kit): Part[] {
  const bare = { followUps: [], expected: '', basis: [] };
  const outline: Item[] = [
    { kind: 'focus', id: FOCUS_ID, level: '聚焦问题', text: focus, ...bare },
    ...aims.map((text, at): Item => ({ kind: 'aim', id: aimId(at), level: '目标', text, ...bare })),
  ];
  const stages = [...new Set(questions.map(({ stage }) => stage))];
  const parts = stages.map(
    (stage): Part => ({
      stage,
      items: questions
        .filter((one) => one.stage === stage && one.isOwn !== true)
        .map((one) => ({ kind: 'question', ...one })),
    }),
  );
  return [{ stage: OUTLINE, items: outline }, ...parts.filter(({ items }) => items.length > 0)];
}

export function aimId(at: number): string {
  return `aim${at + 1}`;
}
