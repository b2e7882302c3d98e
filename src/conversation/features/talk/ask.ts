import type { FeatureReply, Occasion } from '../../feature.ts';
import { findOnce } from '../../follow-up/find-once.ts';
import { understand } from '../../follow-up/understand.ts';
import { answerBlocks, understoodAs } from './answer-blocks.ts';
import { askWithModel } from './ask-with-model.ts';
import { enterLedger } from './enter-ledger.ts';
import { feedbackButtons } from './feedback-buttons.ts';
import { giveAnswer } from './give-answer.ts';
import { stateAfter } from './state-after.ts';

/**
 * Answers a question from the corpus.
 *
 * @param text as `readQuestion` gives it
 */
export async function ask(text: string, on: Occasion): Promise<FeatureReply> {
  if (on.model !== null) return askWithModel(text, on, on.model);
  const index = await on.index();
  const find = findOnce(index);
  const { question, topic, answer } = understand(
    text,
    on.state.context,
    on.now,
    (one) => find(one).answer,
  );
  const concluded = { said: text, answer, settledBy: find(question).settledBy };
  const feedback = feedbackButtons(concluded, index, on);
  const given = giveAnswer(answer, index, on);
  // The index must not be used after this.
  const entry = await enterLedger(concluded, index, on);
  return {
    placement: 'turn',
    blocks: [...understoodAs(question, text), ...answerBlocks(answer), ...entry.blocks, feedback],
    outcome: answer.outcome,
    state: stateAfter(answer, topic, on),
    changes: [...given, ...entry.changes],
  };
}
