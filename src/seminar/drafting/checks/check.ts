import { ASKS } from '../../lint/rules.ts';
import type { Held } from '../held.ts';
import type { Item, Rewriting } from '../rewriting.ts';

/** Why a rewriting is not taken, as a model and a trainer can read it. */
export interface Finding {
  /** Name of the rule, such as 数字不实. */
  readonly rule: string;
  /** What is wrong and how to mend it. */
  readonly words: string;
}

/** One thing that a rewriting is checked for. Pure. */
export type Check = (rewritten: Rewriting, item: Item, held: Held) => Finding[];

/** Everything that a rewriting says. */
export function piecesOf({ text, followUps, expected }: Rewriting): string[] {
  return [text, ...followUps, expected].filter((piece) => piece !== '');
}

/** Whether words ask; a choice does too: 差的是权限、格式还是人手. */
export function asks(words: string): boolean {
  return ASKS.test(words) || words.includes('还是');
}

/** Words of a finding, cut to a length that helps. */
export function cut(words: string): string {
  return words.length <= 30 ? words : `${words.slice(0, 30)}…`;
}
