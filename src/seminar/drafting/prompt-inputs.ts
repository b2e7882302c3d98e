import type { Citation } from '../../answering/answer.ts';
import type { SeminarOrder } from '../order.ts';
import type { Finding } from './checks/check.ts';
import { situationOf } from './held.ts';
import type { Part, Rewriting } from './rewriting.ts';

/** What a model is told of an earlier turn: what was not taken and why. */
export type ToMend =
  | { readonly id: string; readonly draft: Rewriting; readonly findings: readonly Finding[] }
  /** Nothing could be read at all. */
  | { readonly outcome: 'malformed' };

const NONE = '（无）';

/**
 * What a prompt is filled with: JSON a line, so that no words of a trainer or a text can pass for
 * anything else. Each statement of the basis stands once, whichever items rest on it.
 *
 * @param toMend of the first turn; empty for the first
 */
export function promptInputs(
  { topic, audience, situation }: SeminarOrder,
  { stage, items }: Part,
  toMend: readonly ToMend[],
): Readonly<Record<string, string>> {
  const cited = new Map(items.flatMap(({ basis }) => basis.map((one) => [keyOf(one), one])));
  const keys = [...cited.keys()];
  const nameOf = (key: string) => `B${keys.indexOf(key) + 1}`;
  const basis = [...cited].map(([key, { title, place, text }]) => ({
    ...{ id: nameOf(key), title, place, text },
  }));
  const questions = items.map((item) => ({
    ...{ id: item.id, level: item.level, text: item.text },
    ...{ followUps: item.followUps, expected: item.expected },
    basis: item.basis.map((one) => nameOf(keyOf(one))),
  }));
  return {
    topic: JSON.stringify(topic),
    audience: JSON.stringify(audience),
    situation: JSON.stringify(situationOf(situation)),
    stage: JSON.stringify(stage),
    ...{ basis: linesOf(basis), questions: linesOf(questions), findings: linesOf(toMend) },
  };
}

function keyOf({ material, start, end }: Citation): string {
  return `${material} ${start} ${end}`;
}

function linesOf(rows: readonly object[]): string {
  return rows.map((row) => JSON.stringify(row)).join('\n') || NONE;
}
