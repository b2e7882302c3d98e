import { type CallLimits, type ChatModel, ModelFailure } from '../../model/model.ts';
import { echoesPrompt } from '../../model/prompt-echo.ts';
import type { Prompts } from '../../model/prompts.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { IndexedPassage } from '../../retrieval/index/store-schema.ts';
import type { FoundAnswer } from '../answer-question.ts';
import type { ComposedClaim } from './composition.ts';
import { type Reading, reading } from './draft.ts';
import { draftAnswer } from './draft-answer.ts';
import { type DraftedAnswer, instead } from './drafted-answer.ts';
import { isFaithful } from './is-faithful.ts';
import { choosePassages } from './shown-passages.ts';

export interface ModelPathParts {
  readonly chat: ChatModel;
  readonly prompts: Prompts;
  /** Passages for several wordings of one question, the best first. */
  find(
    index: CorpusIndex,
    wordings: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly IndexedPassage[]>;
  /** Whether a material's text may go to the endpoint. */
  mayLeave(index: CorpusIndex, material: string): boolean;
}

/** A question that was answered before, for whoever reads what follows it up. */
export interface Exchange {
  readonly question: string;
  readonly answer: string;
}

/** A question on its way through the model path. */
export interface Asked {
  readonly index: CorpusIndex;
  /** The answer that needs no model. */
  readonly found: FoundAnswer;
  /** Further wordings to search by. */
  readonly searches: readonly string[];
  readonly language: string;
  readonly limits: CallLimits;
  /** Aborted once the person has left. */
  readonly left: AbortSignal;
}

/** Answers with a model's help. Neither method throws for what the endpoint does. */
export interface ModelPath {
  /**
   * What a message means after what was said before it; null where the endpoint does not tell, or
   * tells things of its own.
   */
  read(message: string, before: readonly Exchange[], limits: CallLimits): Promise<Reading | null>;
  /** Claims as they pass the gates, then the whole answer. */
  answer(asked: Asked): AsyncGenerator<ComposedClaim, DraftedAnswer>;
}

/** More wordings, or longer ones, find nothing that these do not. */
const MOST_SEARCHES = 3;
const LONGEST_SEARCH = 200;

export function createModelPath(parts: ModelPathParts): ModelPath {
  return {
    read: (message, before, limits) => readMessage(parts, message, before, limits),
    answer: (asked) => answerWith(parts, asked),
  };
}

async function readMessage(
  { chat, prompts }: ModelPathParts,
  message: string,
  before: readonly Exchange[],
  limits: CallLimits,
): Promise<Reading | null> {
  const inputs = {
    message: JSON.stringify(message),
    before: before.map((one) => JSON.stringify(one)).join('\n') || '（无）',
  };
  const prompt = prompts.fill('read', inputs, reading);
  const said = [message, ...before.flatMap(({ question, answer }) => [question, answer])];
  try {
    const read = await chat.complete(prompt, limits);
    const { question } = read;
    const isOwn = echoesPrompt(question, prompt.system) || !isFaithful(question, said);
    return question.trim() === '' || isOwn ? null : read;
  } catch (error) {
    if (error instanceof ModelFailure) return null;
    throw error;
  }
}

async function* answerWith(
  parts: ModelPathParts,
  { searches, ...asked }: Asked,
): AsyncGenerator<ComposedClaim, DraftedAnswer> {
  const { index, found, limits } = asked;
  if (found.settledBy === 'rule') return instead(found.answer, 'not-asked', []);
  const wordings = [found.question.text, ...searches.slice(0, MOST_SEARCHES)].map((one) =>
    one.slice(0, LONGEST_SEARCH),
  );
  const { chat, prompts } = parts;
  const own = passagesOf(found, index);
  const mayLeave = (material: string) => parts.mayLeave(index, material);
  // What rests on text that must not leave is not for a model to judge that cannot see it.
  const isForModel =
    found.answer.outcome !== 'answered' || own.every((one) => mayLeave(one.material));
  const near = isForModel ? await parts.find(index, wordings, limits.signal) : [];
  const shown = choosePassages(isForModel ? [...own, ...near] : [], mayLeave);
  return yield* draftAnswer({ ...asked, shown, chat, prompts });
}

/** The passages that the answer without a model quotes, or would quote if it settled the question. */
function passagesOf({ answer }: FoundAnswer, { store }: CorpusIndex): IndexedPassage[] {
  return [...answer.quotes, ...answer.nearest].flatMap(({ material, start, end }) =>
    store.passagesCovering(material, { start, end }),
  );
}
