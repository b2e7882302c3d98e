import { messageTo } from '../../../reminder/draft/preview.ts';
import { choices, lead, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import type { Change } from '../../store.ts';
import { withDraft } from './opened-reminder.ts';

/** Sends a draft to oneself, as a message that one has just asked for. */
export function tryReminder(
  { reminder }: DeedOf<'try-reminder'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(reminder, on, async (draft) => {
    const at = on.now.toISOString();
    const change: Change = {
      of: 'delivery',
      change: {
        kind: 'add-mailing',
        mailing: {
          ...{ id: makeId(), kind: 'service', source: `try:${reminder}:${on.turn}` },
          ...{ reminder: null, title: '试看：还没有发送给其他人', buttons: [], isUrgent: true },
          ...{ dueAt: at, createdAt: at },
        },
        deliveries: [
          {
            ...{ id: makeId(), person: on.person.id, notBefore: at, notAfter: null },
            text: await messageTo(on.person, draft, on),
          },
        ],
      },
    };
    return {
      placement: 'turn',
      changes: [change],
      blocks: [
        lead('正在发给您本人，一般几秒钟就到，请按收到的样子核对。'),
        remark('只发给您，其他人不会收到。聊天窗口里没有收到的，过几秒钟在“消息”中查看。'),
        choices(
          '预览',
          ['返回预览', { kind: 'open-reminder', reminder }],
          ['消息', { kind: 'list-messages', before: null }],
        ),
      ],
    };
  });
}
