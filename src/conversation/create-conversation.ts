import { type Clock, dateIn } from '../clock.ts';
import { UserFacingError } from '../errors.ts';
import { talliesOf } from '../insight/tally.ts';
import type { Person } from '../people/person.ts';
import type { Account } from '../people/store.ts';
import type { CorpusIndex } from '../retrieval/index/open.ts';
import type { Conversation } from './conversation.ts';
import { decisionOf, messageThatDecided, withDecision } from './decisions.ts';
import { readDeed } from './deeds/deed.ts';
import { ReplyBuilder } from './draft-reply.ts';
import type { FeatureReply, Occasion, Tools } from './feature.ts';
import { makeId } from './ids.ts';
import type { Incoming, Said, Speaker } from './incoming.ts';
import { createQueues } from './queues.ts';
import { type Reader, readableIn, recallIn } from './readable.ts';
import type { Block, ReplyEvent } from './reply.ts';
import { type DialogueState, NEW_DIALOGUE, NOTHING_PENDING, readState } from './state.ts';
import { AlreadyAnswered, type Change, type ConversationStore, type Turn } from './store.ts';
import { findTapped, NOTHING_TAPPED } from './tapped.ts';
import {
  type Asker,
  perform,
  type Task,
  type TaskReading,
  taskOfDeed,
  taskOfFile,
  taskOfText,
} from './task.ts';

export interface ConversationParts {
  readonly store: ConversationStore;
  readonly tools: Tools;
  readonly clock: Clock;
  /** Milliseconds of a watch that nobody sets; what takes how long is measured by it. */
  readonly watch?: () => number;
}

/** Buttons work for this long. */
const ACTION_DAYS = 7;
const DAY = 86_400_000;
const HISTORY_PAGE = 20;
const ONLY_ONCE = '（只显示一次）';
const STARTED_ANEW = '程序已经更新，对话从头开始，前面的提问不再作为上文。';

type Emit = (event: ReplyEvent) => void;

/** What one message needs to be answered. */
interface Message extends Incoming {
  readonly state: DialogueState;
  /** Another version of the program left a state that this one cannot read. */
  readonly isStateLost: boolean;
  readonly now: Date;
  /** By the watch. */
  readonly cameAt: number;
  /** Null for a stranger. */
  readonly person: Person | null;
  readonly left: AbortSignal;
  /** That it makes; null where it makes none. */
  readonly decision: string | null;
  /** Made by a tap itself, whatever its deed does. */
  readonly changes: readonly Change[];
}

export function createConversation(parts: ConversationParts): Conversation {
  const { store, clock, tools, watch = () => performance.now() } = parts;
  const inTurn = createQueues();

  const answer = async (
    incoming: Incoming,
    cameAt: number,
    emit: Emit,
    left: AbortSignal,
  ): Promise<void> => {
    const { speaker, message } = incoming;
    const said = withoutNul(incoming.said);
    const answered = await store.turnOf(speaker, message);
    if (answered !== null) return replay(answered, emit);
    const kept = await store.state(speaker);
    const state = readState(kept);
    const now = clock.now();
    const person = await tools.people.personOf(accountOf(speaker), now);
    const asker = { person, isPublic: speaker.isPublic === true };
    const { deed, changes } =
      said.kind === 'action'
        ? await findTapped({ action: said.action, speaker, person, now }, store, tools.deliveries)
        : NOTHING_TAPPED;
    const decision = decisionOf(deed);
    const decided = messageThatDecided(state ?? NEW_DIALOGUE, decision);
    const before = decided === null ? null : await store.turnOf(speaker, decided);
    if (before !== null) return replay(before, emit);
    const reading = readTask(said, deed, state ?? NEW_DIALOGUE, asker);
    if (!reading.ok) return emit({ kind: 'refused', problem: reading.problem });
    const isStateLost = kept !== null && state === null;
    await carryOut(
      reading.task,
      {
        ...{ ...incoming, said, state: state ?? NEW_DIALOGUE, isStateLost, now, person, left },
        ...{ decision, changes, cameAt },
      },
      emit,
    );
  };

  const carryOut = async (task: Task, message: Message, emit: Emit): Promise<void> => {
    const turn = makeId();
    const reply = await task.run(occasionOf(message, turn));
    await toEnd(reply, task, message, turn, emit).catch(async (error: unknown) => {
      await reply.undo?.();
      throw error;
    });
  };

  /** Makes the blocks of a reply, and keeps it. */
  const toEnd = async (
    reply: FeatureReply,
    task: Task,
    message: Message,
    turn: string,
    emit: Emit,
  ): Promise<void> => {
    const built = new ReplyBuilder();
    emit({ kind: 'begin', placement: reply.placement, said: task.said });
    if (message.isStateLost) {
      const block = built.add({ kind: 'text', tone: 'notice', text: STARTED_ANEW });
      emit({ kind: 'block', block });
    }
    for await (const draft of reply.blocks) {
      if (draft.kind === 'working') emit(draft);
      else emit({ kind: 'block', block: built.add(draft) });
    }
    const made = { ...reply, ...reply.settle?.() };
    const settled = { ...made, changes: [...message.changes, ...(made.changes ?? [])] };
    if (settled.forgets) await store.forget(message.speaker, settled.changes);
    else await keep(task, message, turn, settled, built);
    const takesBack = settled.takesBack === true ? { takesBack: true as const } : {};
    emit({ kind: 'end', turn: reply.placement === 'turn' ? turn : null, ...takesBack });
  };

  const occasionOf = (
    { speaker, message, said, state, now, person, left }: Message,
    turn: string,
  ): Occasion => ({
    ...tools,
    ...readingOf(tools, { person, channel: speaker.channel, isPublic: speaker.isPublic === true }),
    person,
    account: accountOf(speaker),
    isPublic: speaker.isPublic === true,
    carrier: speaker.carrier ?? null,
    shows: speaker.shows ?? 'words',
    message,
    written: said.kind === 'action' ? (said.text ?? null) : null,
    // What was expected is over with any turn, unless the feature says otherwise.
    state: { ...state, ...NOTHING_PENDING },
    pending: state,
    ...{ now, left, turn },
    perform,
    today: dateIn(tools.zone, now),
    history: (limit) => store.history(speaker, limit),
  });

  const keep = async (
    task: Task,
    { speaker, message, now, cameAt, isStateLost, state: before, decision }: Message,
    id: string,
    reply: FeatureReply,
    built: ReplyBuilder,
  ): Promise<void> => {
    const { placement, state, outcome, answered, session, rating, suggestion, changes } = reply;
    const at = now.toISOString();
    const isFileAwaited = before.classId !== null || before.awaitsQuestionnaire;
    const isPending = before.expecting !== 'question' || isFileAwaited;
    const isOver = placement === 'turn' && isPending;
    const after: DialogueState = { ...before, ...NOTHING_PENDING };
    const next = state ?? (isOver || isStateLost ? after : null);
    const decides = decision !== null && placement === 'turn';
    await store.keep({
      speaker,
      at,
      state: decides ? withDecision(next ?? before, decision, message) : next,
      turn:
        placement === 'turn'
          ? {
              id,
              message,
              said: reply.said ?? task.said,
              blocks: without(reply.secrets ?? [], built.blocks),
              at,
              outcome: outcome ?? null,
              ...(session === undefined ? {} : { session }),
            }
          : null,
      actions: built.actions(new Date(now.getTime() + ACTION_DAYS * DAY)),
      files: built.files,
      rating: rating ?? null,
      suggestion: suggestion ?? null,
      tallies:
        placement === 'turn' && outcome !== undefined && answered !== undefined
          ? talliesOf({
              ...{ ...answered, outcome, took: watch() - cameAt },
              day: dateIn(tools.zone, now),
            })
          : [],
      changes: changes ?? [],
    });
  };

  return {
    respond: (incoming, emit, left = new AbortController().signal) => {
      const cameAt = watch();
      return inTurn(keyOf(incoming.speaker), async () => {
        try {
          await answer(incoming, cameAt, emit, left).catch((error: unknown) => {
            if (!(error instanceof AlreadyAnswered)) throw error;
            // What the other process kept takes the place of what was told so far.
            return answer(incoming, cameAt, emit, left);
          });
        } catch (error) {
          if (!(error instanceof UserFacingError)) throw error;
          emit({ kind: 'failed', problem: error.message });
        }
      });
    },
    history: (speaker, before) => store.history(speaker, HISTORY_PAGE, before),
    file: store.file,
    forget: (speaker) => inTurn(keyOf(speaker), () => store.forget(speaker)),
    unread: async (speaker) => {
      const person = await tools.people.personOf(accountOf(speaker), clock.now());
      return person === null ? 0 : tools.deliveries.unread(person.id);
    },
  };
}

/** What of the materials may be shown to a reader. */
function readingOf(
  tools: Tools,
  reader: Reader,
): Pick<Occasion, 'index' | 'borrowIndex' | 'recall'> {
  const readable = (index: CorpusIndex) => readableIn(index, reader, tools.internalChannels);
  const index = async () => readable(await tools.index());
  return {
    index,
    borrowIndex: async () => {
      const borrowed = await tools.borrowIndex();
      return { ...borrowed, index: readable(borrowed.index) };
    },
    recall: async () => recallIn(await tools.recall(), await index()),
  };
}

/** The blocks as they are kept. */
function without(secrets: readonly string[], blocks: readonly Block[]): readonly Block[] {
  if (secrets.length === 0) return blocks;
  const shown = (text: string) =>
    secrets.reduce((left, secret) => left.replaceAll(secret, ONLY_ONCE), text);
  return JSON.parse(JSON.stringify(blocks), (_, value: unknown) =>
    typeof value === 'string' ? shown(value) : value,
  );
}

/** @param deed as it was kept, where a button was tapped */
function readTask(said: Said, deed: unknown, state: DialogueState, asker: Asker): TaskReading {
  if (said.kind === 'text') return taskOfText(said.text, state, asker);
  if (said.kind === 'file') return taskOfFile(said, state, asker);
  return taskOfDeed(readDeed(deed), asker);
}

function replay({ id, said, blocks }: Turn, emit: Emit): void {
  emit({ kind: 'begin', placement: 'turn', said });
  for (const block of blocks) emit({ kind: 'block', block });
  emit({ kind: 'end', turn: id });
}

/** No database of ours keeps it in a text. */
function withoutNul(said: Said): Said {
  const clean = (text: string) => text.replaceAll('\u0000', '');
  if (said.kind === 'text') return { kind: 'text', text: clean(said.text) };
  if (said.kind === 'action' && said.text !== undefined) {
    return { ...said, text: clean(said.text) };
  }
  return said.kind === 'file' ? { ...said, name: clean(said.name) } : said;
}

function accountOf({ channel, account, person }: Speaker): Account {
  return { channel, key: account ?? person };
}

function keyOf({ channel, conversation }: Speaker): string {
  return `${channel} ${conversation}`;
}
