import type { MailingKind, MessageButton } from '../../../delivery/mailing.ts';
import type { Button } from '../../blocks.ts';

const A_WEEK = 7;

/** What stands under a message of a kind; under a service message, nothing. */
export function buttonsOf(kind: MailingKind): readonly MessageButton[] {
  if (kind === 'study') return studyButtons();
  return kind === 'class' ? noticeButtons() : [];
}

/** Under a study reminder: to do it at once, or to have peace. */
export function studyButtons(): readonly MessageButton[] {
  return asButtons(
    ['记一次学习', { kind: 'open-check-in', on: null }],
    ['做一道回忆题', { kind: 'ask-recall', material: null, place: null }],
    ['暂停一周', { kind: 'pause-reminders', days: A_WEEK }],
    ['停止提醒', { kind: 'stop-reminders' }],
  );
}

/** Under a notice to people of a class. */
export function noticeButtons(): readonly MessageButton[] {
  return asButtons(['收到', { kind: 'acknowledge' }]);
}

/** Under a message that quotes have changed: what holds now, in its passage. */
export function recallButtons(
  words: readonly {
    readonly label: string;
    readonly material: string;
    readonly place: string;
    readonly start: number;
    readonly text: string;
  }[],
): readonly MessageButton[] {
  return asButtons(
    ...words.map(({ label, ...quote }): Button => [label, { kind: 'open-quote', ...quote }]),
  );
}

/** Under a message that a question is answered. */
export function answeredButtons(question: string): readonly MessageButton[] {
  return asButtons(['再问一次', { kind: 'ask', question }]);
}

/** Written as the buttons of replies are, so that a deed that is none is found when this is built. */
function asButtons(...buttons: readonly Button[]): readonly MessageButton[] {
  return buttons.map(([label, deed]) => ({ label, deed }));
}
