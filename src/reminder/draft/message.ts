import { MAILING_NAMES } from '../../delivery/mailing.ts';
import type { Recipient } from '../../people/audience/people-in.ts';
import type { Reminder } from '../reminder.ts';
import { fillTemplate, valuesFor } from './template.ts';

/** What one person gets of a reminder: who it is from, then the text with its places filled. */
export function messageFor({ kind, text }: Pick<Reminder, 'kind' | 'text'>, to: Recipient): string {
  const name = kind === 'class' ? to.trainingClass?.name : undefined;
  return `【${name ?? MAILING_NAMES[kind]}】${fillTemplate(text, valuesFor(to))}`;
}
