import { answerQuestion } from '../../../answering/answer-question.ts';
import type { FeatureReply, Occasion } from '../../feature.ts';
import { understand } from '../../follow-up/understand.ts';
import { answerBlocks, feedbackButtons, understoodAs } from './answer-blocks.ts';
import { askWithModel } from './ask-with-model.ts';
import { citedIn, giveAnswer } from './give-answer.ts';
import { stateAfter } from './state-after.ts';

/**
 * Answers a question from the corpus.
 *
 * @param text as `readQuestion` gives it
 */
export async function ask(text: string, on: Occasion): Promise<FeatureReply> {
  if (on.model !== null) return askWithModel(text, on, on.model);
  const { state, now, turn } = on;
  const index = await on.index();
  const { question, topic, answer } = understand(text, state.context, now, (one) =>
    answerQuestion(index, one),
  );
  return {
    placement: 'turn',
    blocks: [...understoodAs(question, text), ...answerBlocks(answer), feedbackButtons(turn)],
    outcome: answer.outcome,
    answered: { by: 'embedded', cited: citedIn(answer) },
    state: stateAfter(answer, topic, on),
    changes: giveAnswer(answer, index, on),
  };
}
