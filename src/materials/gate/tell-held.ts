import { MAILING_NAMES, type MessageButton } from '../../delivery/mailing.ts';
import type { DeliveryChange } from '../../delivery/store.ts';
import { stoppedInWords } from './gate-words.ts';
import type { Release } from './store.ts';

export interface TellHeldParts {
  /** Who is told, by their ids. */
  readonly people: readonly string[];
  /** ISO instant from which the message may go. */
  readonly notBefore: string;
  readonly buttons: readonly MessageButton[];
  /** A new id of a mailing or a delivery, in the form of the conversation's. */
  newId(): string;
}

const TITLE = '资料把关没有通过';
/** Questions that the message names. */
const MOST_NAMED = 3;

/**
 * One message to each of those who may let it through. It names questions and no text of a material: that
 * may not go wherever messages go.
 */
export function tellHeld(
  { index, findings, at }: Release,
  { people, notBefore, buttons, newId }: TellHeldParts,
): readonly DeliveryChange[] {
  if (people.length === 0) return [];
  const named = findings.worse.slice(0, MOST_NAMED).map(({ after }) => `“${after.question}”`);
  const questions = named.length === 0 ? [] : [`答得不如原来的题，例如：${named.join('')}。`];
  const text = [
    `【${MAILING_NAMES.service}】${stoppedInWords(findings)}`,
    ...questions,
    '请查看把关结果：资料有误的，请改正后重新上传；确认无误的，可以写明理由后启用。',
  ].join('\n');
  return [
    {
      kind: 'add-mailing',
      mailing: {
        ...{ id: newId(), kind: 'service', source: `gate:${index}`, reminder: null, title: TITLE },
        ...{ buttons, isUrgent: false, dueAt: notBefore, createdAt: at },
      },
      deliveries: people.map((person) => ({
        ...{ id: newId(), person, text, notBefore, notAfter: null },
      })),
    },
  ];
}
