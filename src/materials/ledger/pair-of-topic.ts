import { createHash } from 'node:crypto';
import type { Topic, Wording } from './topic.ts';

/** Wordings beyond these add nothing that leads to an answer. */
const MOST_WORDINGS = 60;
const LONGEST_WORDING = 200;

/** The pair of a topic has one id, however often its answer is approved anew. */
export function pairIdOf({ id }: Pick<Topic, 'id'>): string {
  return `asked-${createHash('sha256').update(id).digest('hex').slice(0, 12)}`;
}

/** The questions of a pair: the one that speaks for all, then the others, those most asked first. */
export function wordingsForPair(
  { question }: Pick<Topic, 'question'>,
  wordings: readonly Pick<Wording, 'text'>[],
): readonly string[] {
  const texts = [question, ...wordings.map(({ text }) => text)];
  const fitting = texts.filter(({ length }) => length >= 2 && length <= LONGEST_WORDING);
  return [...new Set(fitting)].slice(0, MOST_WORDINGS);
}
