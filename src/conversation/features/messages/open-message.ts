import { MAILING_NAMES } from '../../../delivery/mailing.ts';
import { type Button, choices, heading, plain, remark } from '../../blocks.ts';
import { type Deed, readDeed } from '../../deeds/deed.ts';
import { type FeatureReply, notice, type PersonalOccasion, say } from '../../feature.ts';
import { problemOfDeed } from '../../permission.ts';
import type { Change } from '../../store.ts';
import { openToMe } from '../surveys/sheet.ts';
import { whenSent } from './list-messages.ts';

const MESSAGE_GONE = '没有找到这条消息，可能已经删除。发送“消息”可以查看现有的消息。';
const THANKS = '好的，已收到，谢谢。';

/** A whole message with its buttons anew. */
export async function openMessage(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  const message = await on.deliveries.message(on.person.id, id);
  if (message === null) return say(MESSAGE_GONE);
  const buttons: Button[] = [];
  const over: string[] = [];
  for (const { label, deed: kept } of message.buttons) {
    // A newer program's may be unknown, and whoever left the class may not do it any more.
    const deed = readDeed(kept);
    if (deed === null || problemOfDeed(deed, on.person, on.isPublic) !== null) continue;
    const problem = await problemOfSurvey(deed, on);
    if (problem === null) buttons.push([label, deed]);
    else over.push(problem);
  }
  const kind = MAILING_NAMES[message.kind];
  const title = message.title || kind;
  const when = whenSent(message, on);
  return {
    placement: 'turn',
    changes: [openedBy(on.person.id, id, on.now)],
    blocks: [
      heading(title),
      plain(message.text),
      remark(title === kind ? when : `${kind}，${when}`),
      ...over.map(remark),
      choices('这条消息', ...buttons, ['返回消息', { kind: 'list-messages', before: null }]),
    ],
  };
}

/**
 * Why a survey cannot be filled in any more, to be told instead of a button that would do nothing: what
 * names a survey is wiped from the buttons of whoever has submitted it.
 */
async function problemOfSurvey(deed: Deed, on: PersonalOccasion): Promise<string | null> {
  if (deed.kind !== 'open-survey') return null;
  const opened = await openToMe(deed.survey, on);
  return opened.ok ? null : opened.problem;
}

/** That a person has seen a message: by opening it, or by a tap on one of its buttons. */
export function openedBy(person: string, id: string, now: Date): Change {
  const at = now.toISOString();
  return { of: 'delivery', change: { kind: 'open-message', person, id, at } };
}

/** The tap itself marks the message. */
export function acknowledge(): FeatureReply {
  return notice(THANKS);
}
