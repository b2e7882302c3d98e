import { join } from 'node:path';
import { z } from 'zod';
import { draft, reading } from './answering/drafting/draft.ts';
import { createModelPath } from './answering/drafting/model-path.ts';
import type { Clock } from './clock.ts';
import type { Config, ModelConfig } from './config.ts';
import type { ModelTools } from './conversation/model-tools.ts';
import { REQUEST_TOOL_NAMES } from './conversation/requests/tools.ts';
import { limitTime } from './conversation/time-limit.ts';
import { messageOf } from './errors.ts';
import { type ModelUseStore, openAllowance } from './model/allowance.ts';
import { createModelEndpoint } from './model/create-endpoint.ts';
import type { ModelLog } from './model/log.ts';
import { type ChatModel, type ModelEndpoint, ModelFailure } from './model/model.ts';
import { type Prompts, readPrompts } from './model/prompts.ts';
import { openMeter } from './model/token-meter.ts';
import { readToolPrompts } from './model/tool-prompts.ts';
import type { BorrowedIndex } from './retrieval/index/keep-index.ts';
import type { CorpusIndex } from './retrieval/index/open.ts';
import { findByMeaning } from './retrieval/meaning/find.ts';
import { keepMeaning, type MeaningKeeper } from './retrieval/meaning/keep-meaning.ts';
import type { QuestionWriter } from './retrieval/meaning/question-writer.ts';
import { createKitEditor } from './seminar/drafting/kit-editor.ts';
import { rewritings } from './seminar/drafting/rewriting.ts';

/** An endpoint with what is made of it. */
export interface WiredModel {
  readonly endpoint: ModelEndpoint;
  /** Null where there is no chat model. */
  readonly tools: ModelTools | null;
  /** Null where there is no embedding model. */
  readonly meaning: MeaningKeeper | null;
  /** Waits for what is under way no longer than it takes to end it. */
  close(): Promise<void>;
}

export interface WireParts {
  readonly clock: Clock;
  readonly log: ModelLog;
  borrowIndex(): Promise<BorrowedIndex>;
  modelUse(): Promise<ModelUseStore>;
}

const QUESTIONS = z.object({ questions: z.array(z.string()) });
const OUTPUTS = { draft, reading, rewritings, questions: QUESTIONS };
const TASKS = ['answer', 'repair', 'read', 'agent', 'passage-questions', 'seminar'];
/** Passages looked for by several wordings; the model is shown the first that fit. */
const PASSAGES = 12;
/** What vectors add is worth this part of an answer's time, and these milliseconds at the most. */
const WAIT_FOR_VECTORS = { share: 0.25, mostMs: 4000 } as const;

/**
 * The model's part of the house.
 *
 * @throws UserFacingError where a prompt is missing or wrong
 */
export async function wireModel(
  config: Config & { readonly model: ModelConfig },
  parts: WireParts,
): Promise<WiredModel> {
  const { model, promptsFolder, dataFolder } = config;
  const { log, clock } = parts;
  const prompts = await readPrompts(promptsFolder, OUTPUTS, TASKS);
  const toolPrompts = await readToolPrompts(promptsFolder, REQUEST_TOOL_NAMES);
  const endpoint = createModelEndpoint(model, { log, clock });
  const { chat, embedding, host } = endpoint;
  const mayLeave = (index: CorpusIndex, material: string) => mayLeaveTo(model, index, material);
  const writer = model.writesQuestions && chat !== null ? writerOf(chat, prompts) : null;
  const meaning =
    embedding === null
      ? null
      : keepMeaning({
          ...{ folder: join(dataFolder, 'meaning'), embedding, writer, mayLeave, clock },
          borrow: parts.borrowIndex,
          onBuilt: (ended) =>
            ended instanceof Error
              ? log.warn({ reason: ended.message }, 'Vectors could not be made')
              : log.info({ ...ended }, 'Vectors were made'),
          onUnusable: (error) =>
            log.warn({ reason: messageOf(error) }, 'Vectors cannot be read and are made anew'),
        });
  const close = async () => {
    const ended = meaning?.close();
    endpoint.close();
    await ended;
  };
  if (chat === null) return { endpoint, tools: null, meaning, close };
  const { timeoutMs } = model;
  const waitMs = Math.min(timeoutMs * WAIT_FOR_VECTORS.share, WAIT_FOR_VECTORS.mostMs);
  const path = createModelPath({
    ...{ chat, prompts, mayLeave },
    find: async (index, wordings, signal) => {
      const vectors = (await meaning?.of(index)) ?? null;
      const wait = limitTime(signal, waitMs);
      const { passages, failure } = await findByMeaning(
        index,
        vectors,
        wordings,
        PASSAGES,
        wait.signal,
      ).finally(wait.close);
      // What the endpoint failed of has been logged with its call.
      if (failure !== null && !(failure instanceof ModelFailure) && !wait.signal.aborted) {
        log.warn({ reason: messageOf(failure) }, 'Passages are found by words alone');
      }
      return passages.map(({ passage }) => passage);
    },
  });
  const tools: ModelTools = {
    ...{ path, chat, prompts, toolPrompts, host, timeoutMs, mayLeave },
    seminar: createKitEditor({ chat, prompts, mayLeave, log }),
    tellsOfRest: tellOnce(endpoint),
    allowance: async (who, day, answers = 1) => {
      const tokensPerAnswer = model.tokensPerAnswer * answers;
      const store = await parts.modelUse();
      return openAllowance({ store, log, ...model, tokensPerAnswer }, who, day);
    },
  };
  return { endpoint, tools, meaning, close };
}

/**
 * What may leave the house, settled here alone: what is open may go to the endpoint, what is internal
 * only where the operator has named its host. Records of learning, and what people wrote for
 * others, are never among what is handed to a model.
 */
function mayLeaveTo(model: ModelConfig, { store }: CorpusIndex, material: string): boolean {
  const openness = store.materials().find(({ id }) => id === material)?.openness;
  return openness === '公开' || (openness === '内部' && model.mayReceiveInternal);
}

/** Tells each person once of each time that the endpoint is left alone. */
function tellOnce({ state }: ModelEndpoint): (who: string) => boolean {
  let since: number | null = null;
  const told = new Set<string>();
  return (who) => {
    const now = state();
    const began = now.kind === 'resting' ? now.since : null;
    if (began !== since) told.clear();
    since = began;
    if (told.has(who)) return false;
    told.add(who);
    return true;
  };
}

/** Of one passage, in and out together. */
const TOKENS_PER_PASSAGE = 4000;

function writerOf(chat: ChatModel, prompts: Prompts): QuestionWriter {
  return {
    name: chat.name,
    // Another prompt writes all questions anew.
    version: String(prompts.versionOf('passage-questions')),
    write: async (passage) => {
      const tokens = openMeter(TOKENS_PER_PASSAGE);
      const limits = { signal: new AbortController().signal, tokens };
      const prompt = prompts.fill(
        'passage-questions',
        { passage: JSON.stringify(passage) },
        QUESTIONS,
      );
      return (await chat.complete(prompt, limits)).questions;
    },
  };
}
