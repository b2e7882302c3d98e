import type { Incoming } from '../../../conversation/incoming.ts';
import type { Standing } from '../../../people/abilities.ts';
import type { Admit } from '../incoming/admit.ts';
import type { Fetched } from '../incoming/fetch-file.ts';
import type { Heard, Origin, SentDocument } from '../incoming/read-update.ts';
import type { Plan } from '../store.ts';
import { renderReply, type Tapped, type WholeReply } from './render-reply.ts';
import { AGAIN, fileIncoming, incomingOf, textIncoming } from './reply-to.ts';
import { TAP } from './section.ts';

export interface PlanParts {
  readonly admit: Admit;
  /** Gets what was sent as a file. */
  fetchFile(file: SentDocument): Promise<Fetched>;
  /** Makes the reply to what the conversation hears. */
  answer(incoming: Incoming): Promise<WholeReply>;
  /** Told when someone was let in, or into more. */
  onWelcome(chat: number, standing: Standing): void;
}

export type Addressed = Extract<Heard, { origin: Origin }>;

const CANNOT_READ: Readonly<Record<Extract<Heard, { kind: 'unreadable' }>['why'], string>> = {
  'no-text': '目前只能看懂文字，请用文字提问。',
  edited: '修改过的消息不会重新答复，请重新发送一次。',
  'for-another-bot': '这条命令是发给另一个机器人的。发送“帮助”可以查看本助手的用法。',
};
const OTHERS_BUTTON = '这些按钮属于提问的人，请用本人身份提问后再点。匿名提问的，不能使用按钮。';
const NO_SUCH_BUTTON =
  '这个按钮已过期，请重新打开。问卷已经提交、研讨已经结束的，原来的按钮不再有用。';

const NOTHING_FETCHED: Fetched = { ok: true, bytes: new Uint8Array() };

/** What is to be sent for an update; without steps where that is nothing. */
export async function planReply(heard: Addressed, update: number, parts: PlanParts): Promise<Plan> {
  const say = (problem: string) => planWord(heard, problem);
  const admission = await parts.admit(heard);
  if (admission.kind === 'out') return admission.word === null ? NO_PLAN : say(admission.word);
  if (admission.kind === 'welcome') parts.onWelcome(heard.origin.chat, admission.standing);
  const said =
    admission.kind === 'welcome'
      ? { kind: 'text' as const, origin: heard.origin, text: '/start' }
      : heard;
  if (said.kind === 'unreadable') return say(CANNOT_READ[said.why]);
  if (said.kind === 'tap' && said.isOthers) return say(OTHERS_BUTTON);
  if (said.kind === 'file') {
    const isUnwanted = admission.kind === 'in' && admission.mayNotSend === true;
    if (isUnwanted && said.caption.trim() !== '') {
      return answered(textIncoming(said.caption, said, update), heard, parts);
    }
    const fetched = isUnwanted ? NOTHING_FETCHED : await parts.fetchFile(said.file);
    if (!fetched.ok) return say(fetched.problem);
    return answered(fileIncoming(said, fetched.bytes, update), heard, parts);
  }
  const incoming = incomingOf(said, update);
  return incoming === null ? say(NO_SUCH_BUTTON) : answered(incoming, heard, parts);
}

async function answered(incoming: Incoming, heard: Addressed, parts: PlanParts): Promise<Plan> {
  const reply = await parts.answer(incoming);
  const isKept = reply.kind === 'reply' && reply.placement === 'turn';
  const takesBack = reply.kind === 'reply' && reply.takesBack === true;
  const { message } = heard.origin;
  return {
    steps: [
      ...renderReply(reply, tappedOf(heard)),
      ...(takesBack ? [{ kind: 'take-back' as const, message }] : []),
    ],
    again: isKept ? AGAIN + incoming.message : null,
  };
}

/** A word in place of an answer. */
export function planWord(heard: Addressed, problem: string): Plan {
  return { steps: renderReply({ kind: 'problem', problem }, tappedOf(heard)), again: null };
}

export const NO_PLAN: Plan = { steps: [], again: null };

/** The tapped button; null where nobody tapped. */
export function tappedOf(heard: Addressed): Tapped | null {
  if (heard.kind !== 'tap') return null;
  return { message: heard.origin.message, isPassage: heard.data.startsWith(TAP.passage) };
}

/**
 * A plan whose first words take the place of a message that shows how they begin: nothing stands
 * twice, and a word that would only have passed over the chat stands where the beginning stood.
 */
export function inPlaceOf(interim: number | null, plan: Plan): Plan {
  const [first, ...rest] = plan.steps;
  if (interim === null || first === undefined) return plan;
  if (first.kind === 'message')
    return { ...plan, steps: [{ ...first, replaces: interim }, ...rest] };
  if (first.kind !== 'toast') return plan;
  const { text } = first;
  const word = { kind: 'message' as const, text, entities: [], keyboard: [], replaces: interim };
  return { ...plan, steps: [word, ...rest] };
}
