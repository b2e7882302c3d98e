import { readQuestion } from '../answering/question-input.ts';
import type { SentFile } from '../materials/shelf.ts';
import { can } from '../people/abilities.ts';
import { type Person, standingOf } from '../people/person.ts';
import { LONGEST_CONTRIBUTION, readContribution } from '../seminar/session/read-contribution.ts';
import { cleanWords } from '../text/clean-words.ts';
import type { IntentKind } from './commands.ts';
import { carryOutDeed, saidByDeed } from './deed-tasks.ts';
import type { Deed } from './deeds/deed.ts';
import {
  type FeatureReply,
  notice,
  type Occasion,
  type Order,
  type SoonReplied,
  say,
} from './feature.ts';
import { takeMaterialFile } from './features/materials/arrive.ts';
import { takeFile } from './features/people/import-list.ts';
import { takeQuestionnaireFile } from './features/questionnaires/files.ts';
import { carryOutIntent, saidByIntent } from './intent-tasks.ts';
import {
  type FilePurpose,
  problemOfDeed,
  problemOfFile,
  problemOfIntent,
  purposeOfFile,
} from './permission.ts';
import { type ReadText, readText } from './read-text.ts';
import { type Intent, route } from './router.ts';
import type { DialogueState } from './state.ts';

/** What a message asks to be done. */
export interface Task {
  /** The person's side of it in the history; empty where nobody said anything. */
  readonly said: string;
  readonly run: (occasion: Occasion) => FeatureReply | Promise<FeatureReply>;
}

export type TaskReading =
  | { readonly ok: true; readonly task: Task }
  | { readonly ok: false; readonly problem: string };

/** Whoever speaks, and whether others read along. */
export interface Asker {
  readonly person: Person | null;
  readonly isPublic: boolean;
}

const EXPIRED = '这个按钮已过期，请重新打开。问卷已经提交、研讨已经结束的，原来的按钮不再有用。';

/** What is too long for a message is told where it is filled with people's names. */
const LONGEST_WRITTEN = 20_000;

/** Longest texts, in characters, and what they are called. */
const TEXTS: Readonly<Partial<Record<IntentKind, readonly [what: string, most: number]>>> = {
  suggest: ['意见建议', 1000],
  'record-study': ['学习内容', 200],
  'change-study': ['学习内容', 200],
  reflect: ['体会', 1000],
  'study-reminder': ['提醒时间', 100],
  'tell-name': ['姓名', 30],
  'create-class': ['班次名称和起止日期', 100],
  // A topic of any length is told what is wrong with it where the order is read.
  seminar: ['研讨要求', 4000],
  'answer-piece': ['内容', 4000],
  'write-in-kit': ['内容', 1000],
  'set-focus': ['聚焦问题', LONGEST_CONTRIBUTION],
  'steer-session': ['内容', 500],
  'write-notice': ['通知内容', LONGEST_WRITTEN],
  'write-in-reminder': ['内容', LONGEST_WRITTEN],
  'order-questionnaire': ['问卷要求', 1000],
  'questionnaire-piece': ['内容', 1000],
  'write-in-questionnaire': ['内容', LONGEST_WRITTEN],
  'write-in-material': ['内容', 500],
  'write-to-sender': ['答复', 1000],
  'write-in-ledger': ['内容', 4000],
  'write-in-gate': ['理由', 500],
};

/** Without words, the feature asks for them. */
const MAY_BE_BARE: ReadonlySet<IntentKind> = new Set(['suggest', 'seminar', 'study-reminder']);

/** See {@link Occasion.perform}. */
export async function perform(order: Order, on: Occasion): Promise<FeatureReply> {
  if (order.kind === 'deed') {
    const problem = problemOfDeed(order.deed, on.person, on.isPublic);
    return problem === null ? carryOutDeed(order.deed, on) : say(problem);
  }
  const { intent, text } = order;
  const problem = problemOfIntent(intent, on.person, on.isPublic);
  if (problem !== null) return say(problem);
  const read = readFor(intent, text);
  return read.ok ? carryOutIntent(intent, read.text, on) : say(read.problem);
}

export function taskOfText(raw: string, state: DialogueState, asker: Asker): TaskReading {
  const intent = meantBy(asker, route(raw, state), raw, state);
  if (intent.kind === 'unknown-command') {
    const problem = `没有“${intent.command}”这个命令。发送“帮助”可以查看用法。`;
    return { ok: true, task: { said: raw.trim(), run: () => say(problem) } };
  }
  const { kind } = intent;
  const problem = problemOfIntent(kind, asker.person, asker.isPublic);
  if (problem !== null) {
    return { ok: true, task: { said: saidByIntent(kind, raw.trim()), run: () => say(problem) } };
  }
  const read = readFor(kind, intent.text);
  if (!read.ok) return read;
  const said = read.text === intent.text.trim() || intent.text === '' ? raw.trim() : read.text;
  return {
    ok: true,
    task: {
      said: saidByIntent(kind, said),
      run: (occasion) => carryOutIntent(kind, read.text, occasion),
    },
  };
}

/**
 * What orders a kit is something else from whoever prepares none: a code, a contribution, a question;
 * and what tells a class something is a question from whoever may not.
 */
function meantBy(
  { person }: Asker,
  intent: Intent,
  raw: string,
  { seminar }: DialogueState,
): Intent {
  if (intent.kind === 'write-notice' && !can(standingOf(person), 'notify-class')) {
    return { kind: 'ask', text: raw };
  }
  if (isOfAuthors(intent.kind) && !can(standingOf(person), 'prepare-questionnaire')) {
    // 做问卷 is to answer one for whoever makes none.
    return intent.kind === 'new-questionnaire' && /问卷/u.test(raw)
      ? { kind: 'surveys', text: '' }
      : { kind: 'ask', text: raw };
  }
  if (intent.kind !== 'seminar' || can(standingOf(person), 'prepare-seminar')) return intent;
  if (raw.trim().startsWith('/')) return { kind: 'join-session', text: intent.text };
  return { kind: seminar?.part === 'participant' ? 'session-says' : 'ask', text: raw };
}

/** What only those who make questionnaires mean by such words. */
function isOfAuthors(kind: Intent['kind']): boolean {
  return kind === 'new-questionnaire' || kind === 'order-questionnaire';
}

/** What is asked for without words is asked for by the feature itself. */
function readFor(kind: IntentKind, text: string): ReadText {
  if (kind === 'ask' || kind === 'ask-in-session') return readQuestion(text);
  if (kind === 'session-says') return readSaid(text);
  const limit = TEXTS[kind];
  if (limit === undefined || (MAY_BE_BARE.has(kind) && text === '')) return { ok: true, text };
  return readText(text, ...limit);
}

/** Of a seminar: its lines are kept, since several may be a list. */
function readSaid(text: string): ReadText {
  const read = readContribution(text);
  return read.ok ? { ok: true, text: cleanWords(text) } : read;
}

/** @param deed null where its button has expired or was never given to this person */
export function taskOfDeed(deed: Deed | null, asker: Asker): TaskReading {
  if (deed === null) return { ok: false, problem: EXPIRED };
  const problem = problemOfDeed(deed, asker.person, asker.isPublic);
  if (problem !== null) return { ok: true, task: { said: '', run: () => notice(problem) } };
  return {
    ok: true,
    task: { said: saidByDeed(deed), run: (occasion) => carryOutDeed(deed, occasion) },
  };
}

const TAKE_FILE: {
  readonly [As in FilePurpose['as']]: (file: SentFile, on: Occasion) => SoonReplied;
} = {
  questionnaire: takeQuestionnaireFile,
  'class-list': takeFile,
  material: takeMaterialFile,
};

export function taskOfFile(file: SentFile, state: DialogueState, asker: Asker): TaskReading {
  const purpose = purposeOfFile(file.name, state);
  const problem = problemOfFile(purpose, asker.person, asker.isPublic);
  if (problem !== null) return { ok: false, problem };
  const take = TAKE_FILE[purpose.as];
  return {
    ok: true,
    task: { said: `文件：${file.name}`, run: (occasion) => take(file, occasion) },
  };
}
