import type { Mailing, MessageButton } from '../../../delivery/mailing.ts';
import { can } from '../../../people/abilities.ts';
import { allowedAt } from '../../../reminder/schedule/sending-time.ts';
import type { Unaddressed } from '../../../suggestion/store.ts';
import type { Occasion } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import type { Change } from '../../store.ts';

const HOUR_MS = 3_600_000;

const NEW_ONES =
  '有新的意见建议待办理，请打开“意见办理”查看。同一个小时内收到的合并为这一条消息，消息中不写内容。';
const ANSWERED =
  '您提的意见建议有了答复。点“查看答复”可以看到，也可以凭查询码查看；这条消息中不写是哪一件。';

/**
 * Tells all who answer that there is something new. It goes out with the next hour, and there is one
 * message for all that came before it: its time says nothing of when one was sent.
 */
export async function tellOfNew(
  on: Pick<Occasion, 'people' | 'now' | 'zone' | 'restDays'>,
): Promise<readonly Change[]> {
  const answering = (await on.people.people()).filter(({ role }) =>
    can(role, 'answer-suggestions'),
  );
  if (answering.length === 0) return [];
  const at = nextHour(on);
  const open: MessageButton = {
    label: '意见办理',
    deed: { kind: 'list-suggestions', of: 'pending', from: 0 },
  };
  const mailing = mailingAt(at, `suggestions:${at}`, '新的意见建议', open);
  const deliveries = answering.map(({ id }) => ({
    ...{ id: makeId(), person: id, text: NEW_ONES, notBefore: at, notAfter: null },
  }));
  return [{ of: 'delivery', change: { kind: 'add-mailing', mailing, deliveries } }];
}

/** For whoever asked to be told, which is not known here; it names neither the one nor the answer. */
export function tellingOfAnswer(on: Pick<Occasion, 'now' | 'zone' | 'restDays'>): Unaddressed {
  const at = nextHour(on);
  const open: MessageButton = { label: '查看答复', deed: { kind: 'open-own-answers' } };
  return {
    kind: 'add-mailing',
    mailing: mailingAt(at, `suggestion-answer:${makeId()}`, '意见建议有了答复', open),
    delivery: { text: ANSWERED, notBefore: at },
    newId: makeId,
  };
}

function mailingAt(at: string, source: string, title: string, open: MessageButton): Mailing {
  return {
    ...{ id: makeId(), kind: 'service', source, reminder: null, title, buttons: [open] },
    ...{ isUrgent: false, dueAt: at, createdAt: at },
  };
}

function nextHour({ now, zone, restDays }: Pick<Occasion, 'now' | 'zone' | 'restDays'>): string {
  const hour = new Date(Math.ceil(now.getTime() / HOUR_MS) * HOUR_MS);
  return allowedAt({ kind: 'class', isUrgent: false }, hour, zone, restDays).toISOString();
}
