import type { PairAnswer } from '../../../materials/faq/pairs.ts';
import { asAnswer } from '../../../materials/ledger/as-answer.ts';
import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import type { PersonalOccasion } from '../../feature.ts';

const NO_QUOTES = '还没有引文，不能提交。请先选引文。';
export const QUOTE_GONE =
  '有引文现在不在现行资料中，或者不能在这里显示，不能提交。请去掉它，另选现行的引文。';

/** Why an answer cannot be submitted or approved now, in words for people; null where it can. */
export async function againstSubmitting(
  answer: PairAnswer,
  index: CorpusIndex,
  { companions }: Pick<PersonalOccasion, 'companions'>,
): Promise<string | null> {
  if (answer.quotes.length === 0) return NO_QUOTES;
  if (asAnswer(index, '', answer) === null) return QUOTE_GONE;
  return companions.against(answer);
}
