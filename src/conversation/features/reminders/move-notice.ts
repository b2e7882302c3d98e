import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { CLASS_GONE } from '../people/classes.ts';
import { changeDraft } from './change-draft.ts';
import { withDraft } from './opened-reminder.ts';
import { previewPage } from './preview-page.ts';

/** A notice to one class goes to another one instead. */
export function moveNotice(
  { reminder, classId }: DeedOf<'move-notice'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(reminder, on, async (before) => {
    const found = await on.people.class(classId);
    if (found === null) return say(CLASS_GONE);
    const audience = [{ classId, unit: null, role: null }];
    const { draft, change } = changeDraft(before, { audience });
    const page = await previewPage(draft, on, `已改为发给“${found.name}”。`);
    return { ...page, changes: [change] };
  });
}
