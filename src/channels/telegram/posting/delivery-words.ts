import type { Outgoing } from '../../../delivery/outbox.ts';
import { compose } from '../reply/formatted-text.ts';
import { renderReply } from '../reply/render-reply.ts';
import { TAP } from '../reply/section.ts';
import type { Words } from '../sending/send-message.ts';

/** For those whose app shows the buttons in a list. */
const LABEL = '可选操作';

/**
 * A message as Telegram shows it: a single one, since half of it must not be on its way. Its buttons
 * look like those of a reply, and name the message and their position.
 */
export function deliveryWords({ id, text, buttons: labels }: Outgoing): Words {
  const buttons = labels.map((label, at) => ({ label, action: `${id}.${at}` }));
  const choices = { kind: 'buttons', role: 'choices', label: LABEL, buttons } as const;
  const blocks = [
    { kind: 'text', text, tone: 'plain' } as const,
    ...(buttons.length === 0 ? [] : [choices]),
  ];
  const reply = { kind: 'reply', placement: 'aside', said: '', blocks } as const;
  const [only, ...more] = renderReply(reply, null);
  if (only?.kind === 'message' && more.length === 0) return only;
  // Labels that would have stood in the text do not fit into it: the apps cut them off.
  const keys = buttons.map(({ label, action }) => ({
    text: label,
    callback_data: TAP.reply + action,
  }));
  return { ...compose([{ text }]), keyboard: keys.map((key) => [key]) };
}
