import type { FoundAnswer } from '../../../answering/answer-question.ts';
import type { Reading } from '../../../answering/drafting/draft.ts';
import { type DraftedAnswer, instead } from '../../../answering/drafting/drafted-answer.ts';
import { needsReading } from '../../../answering/drafting/needs-reading.ts';
import { readQuestion } from '../../../answering/question-input.ts';
import { scopeReason } from '../../../answering/scope.ts';
import type { CallLimits } from '../../../model/model.ts';
import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import { foldCharacters } from '../../../text/fold.ts';
import { remark } from '../../blocks.ts';
import type { FeatureReply, Occasion, Settled, Working } from '../../feature.ts';
import { findOnce } from '../../follow-up/find-once.ts';
import { topicOf } from '../../follow-up/readings.ts';
import { isStale, understand } from '../../follow-up/understand.ts';
import type { ModelTools } from '../../model-tools.ts';
import type { DraftBlock } from '../../reply.ts';
import { carryOutRequest } from '../../requests/carry-out-request.ts';
import { limitTime } from '../../time-limit.ts';
import { answerBlocks, besideBlocks, understoodAs } from './answer-blocks.ts';
import { claimBlocks, endOfDraft, remarkBlocks } from './drafted-blocks.ts';
import { enterLedger } from './enter-ledger.ts';
import { feedbackButtons } from './feedback-buttons.ts';
import { giveAnswer } from './give-answer.ts';
import { stateAfter } from './state-after.ts';
import { whatLeaves } from './what-leaves.ts';

/** A question may have been read as a request, so it is answered as one after these words. */
const NOTHING_DOES_IT =
  '没有找到您可以用来办理这件事的功能，以下按提问答复。能办的事请发送“帮助”查看。';

type Blocks = AsyncGenerator<DraftBlock | Working, Settled>;

/** A question on its way, with what the model may use for it. */
interface Asking {
  readonly text: string;
  readonly on: Occasion;
  readonly model: ModelTools;
  readonly index: CorpusIndex;
  readonly limits: CallLimits;
  /** The model has read it as a request, which nothing carries out. */
  readonly isRequest?: boolean;
}

/**
 * Answers a question with a model's help: each claim goes out as soon as it has passed the gates.
 * Whatever the endpoint does, the reply ends with an answer.
 */
export function askWithModel(text: string, on: Occasion, model: ModelTools): FeatureReply {
  let settled: Settled = {};
  async function* blocks() {
    settled = yield* askOnce(text, on, model);
  }
  return { placement: 'turn', blocks: blocks(), settle: () => settled };
}

async function* askOnce(text: string, on: Occasion, model: ModelTools): Blocks {
  yield working('正在查阅资料…');
  // Before anything is sent, and anew where it goes elsewhere.
  if (on.state.toldOf !== model.host) yield remark(`${whatLeaves(model.host)}。${NOT_HERE}`);
  const allowance = await model.allowance(whoOf(on), on.today);
  const borrowed = await on.borrowIndex();
  const time = limitTime(on.left, model.timeoutMs);
  const limits = { signal: time.signal, tokens: allowance ?? NOTHING_LEFT };
  try {
    const settled = yield* answer({ text, on, model, index: borrowed.index, limits });
    return { ...settled, state: { ...(settled.state ?? on.state), toldOf: model.host } };
  } finally {
    time.close();
    borrowed.release();
    await allowance?.keep();
  }
}

const NOT_HERE = '请不要输入涉密内容和个人信息。';

const NOTHING_LEFT = { left: () => 0, spend: () => {} };

/** By whom tokens are used; forgotten after the day. */
function whoOf({ person, account }: Occasion): string {
  return person?.id ?? `${account.channel} ${account.key}`;
}

async function* answer(asking: Asking): Blocks {
  const { text, on, model, index, limits } = asking;
  const find = findOnce(index);
  const { question: byRules } = understand(
    text,
    on.state.context,
    on.now,
    (one) => find(one).answer,
  );
  const found = find(byRules);
  const isRefusedOutright = ['personnel', 'manipulation'].includes(
    scopeReason(foldCharacters(text)) ?? '',
  );
  if (isRefusedOutright)
    return yield* finish(asking, found, instead(found.answer, 'not-asked', []));
  const reading = yield* read(asking, found);
  if (reading?.kind === 'request') {
    const done = yield* carryOutRequest(text, on, model, limits);
    if (done !== null) return done;
    yield remark(NOTHING_DOES_IT);
  }
  const question = questionOf(asking, reading) ?? byRules;
  const language = languageOf(reading, text);
  yield* understoodAs(question, text, language);
  const isRequest = reading?.kind === 'request';
  const searches = reading?.searches ?? [];
  return yield* draft({ ...asking, isRequest }, find(question), searches, language);
}

/** What the message means, where that is not plain from its own words. */
async function* read(
  { text, on, model, limits }: Asking,
  found: FoundAnswer,
): AsyncGenerator<Working, Reading | null> {
  const { context, recent } = on.state;
  const before = context === null || isStale(context, on.now) ? [] : recent;
  if (!needsReading(text, before.length > 0, found)) return null;
  yield working('正在理解问题…');
  return model.path.read(text, before, limits);
}

/**
 * The question in full words, where the model's reading counts: after an earlier one, and in another
 * language. What stands alone in Chinese stays as it was written.
 */
function questionOf({ text, on }: Asking, reading: Reading | null): string | null {
  if (reading === null) return null;
  const leans = on.state.recent.length > 0 || languageOf(reading, text) !== 'zh';
  const read = leans ? readQuestion(reading.question) : readQuestion(text);
  return read.ok ? read.text : null;
}

/** What is written in Chinese for the most part is answered in Chinese, however it was read. */
function languageOf(reading: Reading | null, text: string): string {
  const letters = text.match(/\p{L}/gu) ?? [];
  const chinese = letters.filter((letter) => /\p{Script=Han}/u.test(letter));
  if (chinese.length * 2 > letters.length) return 'zh';
  const code = reading?.language.trim().toLowerCase() ?? 'zh';
  return /^[a-z]{2,3}(?:-[a-z]{2,8})?$/u.test(code) && !code.startsWith('zh') ? code : 'zh';
}

async function* draft(
  asking: Asking,
  found: FoundAnswer,
  searches: readonly string[],
  language: string,
): Blocks {
  const { on, model, index, limits } = asking;
  if (found.settledBy !== 'rule') yield working('正在起草答复并逐句核对…');
  const drafting = model.path.answer({
    ...{ index, found, searches, language, limits },
    left: on.left,
  });
  try {
    let step = await drafting.next();
    while (!step.done) {
      yield* claimBlocks(step.value);
      yield working('正在起草并核对下一句…');
      step = await drafting.next();
    }
    return yield* finish(asking, found, step.value, language);
  } finally {
    // Whoever stops reading ends the call of the model too.
    await drafting.return(instead(found.answer, 'left', []));
  }
}

async function* finish(
  { text, on, model, index, isRequest = false }: Asking,
  { settledBy }: FoundAnswer,
  drafted: DraftedAnswer,
  language = 'zh',
): Blocks {
  const isDrafted = drafted.claims.length > 0;
  const blocks = isDrafted
    ? [...endOfDraft(drafted, language), ...besideBlocks(drafted)]
    : [
        ...remarkBlocks(drafted, () => model.tellsOfRest(whoOf(on)), language),
        ...answerBlocks(drafted),
      ];
  yield* blocks;
  const concluded = { said: text, answer: drafted, settledBy, isRequest };
  const entry = await enterLedger(concluded, index, on);
  yield* entry.blocks;
  yield feedbackButtons(concluded, index, on);
  const cited = [...drafted.quotes, ...drafted.nearest];
  // The model is told of this answer when it reads what follows it up.
  const mayBeTold = cited.every(({ material }) => model.mayLeave(index, material));
  const remembered = mayBeTold ? drafted : { ...drafted, lead: '' };
  return {
    outcome: drafted.outcome,
    state: stateAfter(remembered, topicOf(drafted.question), on),
    changes: [...giveAnswer(drafted, index, on), ...entry.changes],
  };
}

function working(word: string): Working {
  return { kind: 'working', word };
}
