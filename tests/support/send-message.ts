import type { Mailing, MailingKind, MessageButton } from '../../src/delivery/mailing.ts';
import type { Records } from '../../src/storage/records.ts';
import { signIn } from './sign-in.ts';

/** A message as a test has it sent. */
export interface Sent {
  readonly id: string;
  readonly text: string;
  readonly kind?: MailingKind;
  readonly title?: string;
  readonly buttons?: readonly MessageButton[];
  /** The account that it was pushed to; left out for one among the messages on the page alone. */
  readonly pushedTo?: { readonly channel: string; readonly key: string };
  /** ISO instant; noon of the first of June 2027 in Shanghai unless said. */
  readonly at?: string;
}

/** Keeps a message as if it had reached a person. */
export async function sendMessage(
  { deliveries, people }: Pick<Records, 'deliveries' | 'people'>,
  person: string,
  { id, text, kind = 'study', title = '', buttons = [], pushedTo, at = AT }: Sent,
): Promise<void> {
  const now = new Date(at);
  const mailing: Mailing = {
    ...{ id: `mailing-${id}`, kind, source: `test:${id}`, reminder: null, title, buttons },
    ...{ isUrgent: false, dueAt: at, createdAt: at },
  };
  const delivery = { id, person, text, notBefore: at, notAfter: null };
  await deliveries.change([{ kind: 'add-mailing', mailing, deliveries: [delivery] }]);
  if (pushedTo === undefined) return deliveries.release([{ kind: 'inbox', id, text }], now);
  await deliveries.release([{ kind: 'push', id, text, ...pushedTo }], now);
  await signIn(people, [{ ...pushedTo, person }], now);
  await deliveries.begin([id], 'test', now);
  await deliveries.settle([{ id, outcome: { kind: 'sent' } }], 'test', now);
}

const AT = '2027-06-01T03:30:00.000Z';
