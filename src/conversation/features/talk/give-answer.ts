import type { Answer } from '../../../answering/answer.ts';
import { citesOf } from '../../../materials/recall/cites-of.ts';
import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import type { Occasion } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import type { Change } from '../../store.ts';

/**
 * What is kept of an answer, so that whoever got it can be told when a quote of it changes: its quotes
 * and to whom they went, neither the question nor the answer's own words.
 */
export function giveAnswer(
  { quotes, methods }: Pick<Answer, 'quotes' | 'methods'>,
  { store }: Pick<CorpusIndex, 'store'>,
  { answerDays, person, now }: Pick<Occasion, 'answerDays' | 'person' | 'now'>,
): readonly Change[] {
  const cites = citesOf([...quotes, ...methods], store);
  if (answerDays === 0 || cites.length === 0) return [];
  const answer = { id: makeId(), person: person?.id ?? null, at: now.toISOString(), cites };
  return [{ of: 'given-answer', change: { kind: 'give-answer', answer } }];
}
