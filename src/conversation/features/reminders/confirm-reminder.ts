import { confirmAsSeen } from '../../../reminder/draft/confirm-as-seen.ts';
import { fingerprintOf } from '../../../reminder/draft/fingerprint.ts';
import { previewOf } from '../../../reminder/draft/preview.ts';
import { firstDates } from '../../../reminder/draft/preview-in-words.ts';
import { detailOf } from '../../../reminder/reminder-in-words.ts';
import { choices, lead, plain } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { Change } from '../../store.ts';
import { audited } from '../people/audited.ts';
import { withDraft } from './opened-reminder.ts';
import { previewPage } from './preview-page.ts';

const CHANGED =
  '这份草稿刚才被改过，和您看到的不一样，没有发送。请看现在的内容，无误后再点“确认发送”。';
const NOT_YET = '还不能发送，请先改好下面说的问题，草稿已经保存。';

/** Confirms what was seen: what has been changed or has gone wrong since is shown instead. */
export function confirmReminder(
  { reminder, seen }: DeedOf<'confirm-reminder'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(reminder, on, async (draft) => {
    if (fingerprintOf(draft) !== seen) return previewPage(draft, on, CHANGED);
    const preview = await previewOf(draft, on, on.now);
    if (preview.problems.length > 0) return previewPage(draft, on, NOT_YET);
    const { id } = draft;
    const isAtOnce = preview.first.some(({ at }) => at <= on.now);
    return {
      placement: 'turn',
      changes: [
        ...confirmAsSeen(draft, on.person.name, on.now).map(
          (change): Change => ({ of: 'reminder', change }),
        ),
        audited('确认发送', `${detailOf(draft, preview.classes)}，${preview.people} 人`, on),
      ],
      blocks: [
        lead(isAtOnce ? '已确认，马上开始发送。' : '已确认。到时间由系统发送，您不用再操作。'),
        plain(firstDates(draft, preview).join('\n')),
        choices(
          '通知提醒',
          ['查看发送情况', { kind: 'open-reminder', reminder: id }],
          ['停止发送', { kind: 'ask-stop-reminder', reminder: id }],
          ['提醒管理', { kind: 'list-reminders', from: 0 }],
        ),
      ],
    };
  });
}
