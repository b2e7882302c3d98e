import type { CallLimits } from '../../model/model.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import { type AnswerOptions, findAnswer } from '../answer-question.ts';
import type { DraftedAnswer } from './drafted-answer.ts';
import type { ModelPath } from './model-path.ts';
import { needsReading } from './needs-reading.ts';

/** Answers a question outside any dialogue by the model path, in Chinese, once it is whole. */
export async function answerAlone(
  path: ModelPath,
  index: CorpusIndex,
  text: string,
  limits: CallLimits,
  options: AnswerOptions = {},
): Promise<DraftedAnswer> {
  const found = findAnswer(index, text, options);
  const reading = needsReading(text, false, found) ? await path.read(text, [], limits) : null;
  const drafting = path.answer({
    ...{ index, found, limits, searches: reading?.searches ?? [], language: 'zh' },
    // Nobody leaves here: a time that is over is told as such.
    left: new AbortController().signal,
  });
  let step = await drafting.next();
  while (!step.done) step = await drafting.next();
  return step.value;
}
