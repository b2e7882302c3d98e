import { timeIn } from '../../../clock.ts';
import type { Role } from '../../../people/abilities.ts';
import { invitationSheet } from '../../../people/invitation-sheet.ts';
import { choices, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { audited } from './audited.ts';
import { CLASS_GONE } from './classes.ts';
import { codeBlocks, newCode, secretsOf } from './code.ts';

const DAY_MS = 86_400_000;
const CLASS_CODE_DAYS = 30;
const PERSONAL_CODE_DAYS = 7;

/** One code for a class, with a sheet to print and put up. */
export async function inviteLearners(
  { classId, places }: DeedOf<'invite-learners'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const found = await on.people.class(classId);
  if (found === null) return say(CLASS_GONE);
  const { code, expires, change } = newCode(
    { role: 'learner', classId, person: null, places, note: `${found.name}学员` },
    CLASS_CODE_DAYS * DAY_MS,
    on.now,
  );
  const links = await on.links(code);
  const validity = `可供 ${places} 人使用，${timeIn(on.zone, expires)} 前有效`;
  const html = invitationSheet({
    title: found.name,
    subtitle: validity,
    cards: [{ name: '', unit: '', code, links }],
  });
  return {
    placement: 'turn',
    changes: [change, audited('邀请学员', `${found.name}，${places} 人`, on)],
    secrets: secretsOf(code),
    blocks: [
      lead(`“${found.name}”的学员邀请码`),
      ...codeBlocks(code, links),
      remark(`${validity}。邀请码只显示这一次；下面的邀请单可以打印张贴。`),
      {
        kind: 'file',
        file: {
          name: `邀请单-${found.name}.html`,
          mediaType: 'text/html; charset=utf-8',
          bytes: Buffer.from(html, 'utf8'),
        },
      },
      choices(
        '换个人数',
        ...[1, 100, 300].map(
          (number) =>
            [`邀请 ${number} 人`, { kind: 'invite-learners', classId, places: number }] as const,
        ),
      ),
    ],
  };
}

export async function inviteTrainer(classId: string, on: PersonalOccasion): Promise<FeatureReply> {
  const found = await on.people.class(classId);
  if (found === null) return say(CLASS_GONE);
  return personalCode('trainer', classId, `“${found.name}”的教师`, on);
}

export async function inviteAdmin(on: PersonalOccasion): Promise<FeatureReply> {
  return personalCode('admin', null, '管理员', on);
}

async function personalCode(
  role: Role,
  classId: string | null,
  whom: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const { code, change } = newCode(
    { role, classId, person: null, places: 1, note: whom },
    PERSONAL_CODE_DAYS * DAY_MS,
    on.now,
  );
  return {
    placement: 'turn',
    changes: [change, audited(role === 'admin' ? '邀请管理员' : '邀请教师', whom, on)],
    secrets: secretsOf(code),
    blocks: [
      lead(`邀请${whom}`),
      ...codeBlocks(code, await on.links(code)),
      plain('请直接交给本人，不要转发到群里。'),
      remark(`${PERSONAL_CODE_DAYS} 天内有效，只能用一次，只显示这一次。`),
    ],
  };
}
