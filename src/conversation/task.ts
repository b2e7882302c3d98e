import { readQuestion } from '../answering/question-input.ts';
import type { SimpleIntent } from './commands.ts';
import type { Deed } from './deeds.ts';
import { type FeatureReply, type Occasion, say } from './feature.ts';
import { ask } from './features/ask.ts';
import { exportRecord } from './features/export-record.ts';
import { confirmForgetting, forget } from './features/forget.ts';
import { help, listMaterials, start } from './features/introduce.ts';
import { openPassage, openQuote, showSource } from './features/open-passage.ts';
import { rate } from './features/rate.ts';
import { cancel, inviteSuggestion, takeSuggestion } from './features/suggest.ts';
import { readText } from './read-text.ts';
import { route } from './router.ts';
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

const AT_YOUR_SERVICE = '有问题请随时提出。';
const EXPIRED = '这个按钮已过期，请重新打开。';

/** @param zone in which exported records count time */
export function taskOfText(text: string, state: DialogueState, zone: string): TaskReading {
  const intent = route(text, state);
  switch (intent.kind) {
    case 'ask':
      return readingOf(readQuestion(intent.text), (question) => (on) => ask(question, on));
    case 'suggest':
      return intent.text === ''
        ? { ok: true, task: { said: '意见建议', run: inviteSuggestion } }
        : readingOf(readText(intent.text), (kept) => (on) => takeSuggestion(kept, on));
    case 'unknown-command': {
      const problem = `没有“${intent.command}”这个命令。发送“帮助”可以查看用法。`;
      return { ok: true, task: { said: text.trim(), run: () => say(problem) } };
    }
    default:
      return { ok: true, task: simpleTask(intent.kind, text.trim(), zone) };
  }
}

function readingOf(
  read: { ok: true; text: string } | { ok: false; problem: string },
  runWith: (text: string) => Task['run'],
): TaskReading {
  return read.ok ? { ok: true, task: { said: read.text, run: runWith(read.text) } } : read;
}

function simpleTask(kind: SimpleIntent, text: string, zone: string): Task {
  // A command stands for its words in the menu; /start is said by the app and not by a person.
  const typed = text.startsWith('/') ? '' : text;
  switch (kind) {
    case 'start':
      return { said: typed, run: start };
    case 'help':
      return { said: typed || '使用说明', run: help };
    case 'materials':
      return { said: typed || '资料清单', run: listMaterials };
    case 'export':
      return { said: typed || '导出对话', run: (on) => exportRecord(on, zone) };
    case 'forget':
      return { said: typed || '清除记录', run: confirmForgetting };
    case 'cancel':
      return { said: typed || '取消', run: cancel };
    case 'thanks':
      return {
        said: text,
        run: () => say(`${/谢/u.test(text) ? '不客气' : '好的'}，${AT_YOUR_SERVICE}`),
      };
    case 'show-source':
      return { said: text, run: showSource };
    default:
      return kind satisfies never;
  }
}

/** @param deed null where its button has expired or was never given to this person */
export function taskOfDeed(deed: Deed | null): TaskReading {
  return deed === null ? { ok: false, problem: EXPIRED } : { ok: true, task: doing(deed) };
}

function doing(deed: Deed): Task {
  switch (deed.kind) {
    case 'ask':
      return { said: deed.question, run: (on) => ask(deed.question, on) };
    case 'open-quote':
      return { said: '', run: (on) => openQuote(deed, on) };
    case 'open-passage':
      return { said: '', run: (on) => openPassage(deed, on) };
    case 'rate':
      return { said: '', run: (on) => rate(deed, on) };
    case 'forget':
      return { said: '', run: forget };
    case 'cancel':
      return { said: '取消', run: cancel };
    default:
      return deed satisfies never;
  }
}
