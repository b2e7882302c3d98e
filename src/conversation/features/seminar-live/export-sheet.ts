import { recordDocx } from '../../../seminar/documents/record-docx.ts';
import type { SeminarSession } from '../../../seminar/session/session.ts';
import { choices, plain } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { fileSafe, wordFile } from '../../word-file.ts';
import { asOwner, steering } from './access.ts';
import { recordSheetOf } from './record.ts';
import { byGroup } from './words.ts';

/** The 记录表 as a Word file: of one session, or of all groups that were opened with it. */
export async function exportSheet(
  { session: id, ofAll }: DeedOf<'export-sheet'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return asOwner(id, on, async (session) => {
    const sessions = ofAll ? await openedTogether(session, on) : [session];
    const sheets = await Promise.all(sessions.map((one) => recordSheetOf(one, on)));
    const whose = ofAll ? ` ${sessions.length} 个小组的` : '';
    const file = wordFile(fileName(session, ofAll), await recordDocx(sheets));
    return steering(session, on, {
      blocks: [
        plain(`已导出${whose}记录表。Word 和 WPS 都能打开，其中没有发言人姓名。`),
        { kind: 'file', file },
        choices('研讨', ['返回', { kind: 'open-panel', session: id }]),
      ],
    });
  });
}

/** The groups of a kit whose sessions were opened by one tap, this one among them. */
async function openedTogether(
  session: SeminarSession,
  on: Pick<PersonalOccasion, 'seminars'>,
): Promise<readonly SeminarSession[]> {
  const { kitId, openedAt, owner, group } = session;
  if (kitId === null || group === '') return [session];
  const all = await on.seminars.sessionsOfKit(kitId);
  return all
    .filter((one) => one.openedAt === openedAt && one.owner === owner && one.group !== '')
    .toSorted(byGroup);
}

function fileName({ topic, group }: SeminarSession, ofAll: boolean): string {
  return fileSafe(`记录表 ${ofAll ? '' : group} ${topic}`).replaceAll(' ', '-');
}
