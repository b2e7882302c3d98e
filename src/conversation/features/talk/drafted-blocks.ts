import type { Outcome } from '../../../answering/answer.ts';
import type { ComposedClaim } from '../../../answering/drafting/composition.ts';
import { type DraftedAnswer, modelsPart } from '../../../answering/drafting/drafted-answer.ts';
import { lead, remark } from '../../blocks.ts';
import type { DraftBlock } from '../../reply.ts';
import { quoteBlock } from './answer-blocks.ts';

/** A claim with the numbers of its quotes, and the quotes that it is the first to bring. */
export function* claimBlocks({ claim, brings }: ComposedClaim): Generator<DraftBlock> {
  const numbers = claim.quotes.map((at) => at + 1).join('、');
  const isQuoteItself = claim.quotes.length === 1 && brings[0]?.citation.text === claim.text;
  if (!isQuoteItself) yield lead(`${claim.text}（引文${numbers}）`);
  for (const { number, citation } of brings) yield quoteBlock('quote', citation, number);
}

const TRANSLATED =
  '以上译文由模型生成，仅供参考，以中文引文为准。(Translated by a model for reference only; the Chinese quotations prevail.)';

/** What is said below a drafted answer of how it came about. */
export function endOfDraft(drafted: DraftedAnswer, language: string): DraftBlock[] {
  const about = language === 'zh' ? modelsPart(drafted) : TRANSLATED;
  return [remark(drafted.remark + about)];
}

/** For those who asked in another language and got an answer that is there in Chinese only. */
const IN_ENGLISH: Readonly<Record<Outcome, string>> = {
  answered: 'The model gave no usable draft; the approved text is quoted below in Chinese.',
  'not-in-corpus':
    'The approved materials do not settle this question; what is near to it is shown below.',
  'not-included': 'The text names this attachment, but its content is not among the materials.',
  'out-of-scope': 'This is beyond what the assistant answers.',
};

/** What is said above an answer without claims of how it came about. */
export function remarkBlocks(
  { remark: why, course, outcome }: DraftedAnswer,
  tellsOfRest: () => boolean,
  language: string,
): DraftBlock[] {
  const isTold = why === '' || (course === 'resting' && !tellsOfRest());
  return [
    ...(isTold ? [] : [remark(why)]),
    ...(language === 'zh' ? [] : [remark(IN_ENGLISH[outcome])]),
  ];
}
