import { ROLE_NAMES } from '../../../people/abilities.ts';
import { canIn, nameOf } from '../../../people/person.ts';
import type { Member } from '../../../people/store.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { audited } from './audited.ts';
import { CLASS_GONE } from './classes.ts';
import { codeBlocks, newCode, secretsOf } from './code.ts';

const PAGE = 10;
const DAY_MS = 86_400_000;
const CODE_DAYS = 14;
const MEMBER_GONE = '这个人已经不在班次里了。';

export async function listMembers(
  { classId, from }: DeedOf<'list-members'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const found = await on.people.class(classId);
  if (found === null) return say(CLASS_GONE);
  const members = await on.people.members(classId);
  const page = members.slice(from, from + PAGE);
  if (page.length === 0) return say('名单里还没有人。可以点“邀请学员”或者“导入名单”。');
  const lines = page.map((member, at) => `${from + at + 1}. ${memberLine(member)}`);
  const buttons = page.map(
    (member): Button => [nameOf(member), { kind: 'open-member', classId, person: member.person }],
  );
  const more: Button[] =
    members.length > from + PAGE
      ? [['下一页', { kind: 'list-members', classId, from: from + PAGE }]]
      : [];
  return {
    placement: 'turn',
    blocks: [
      heading(`${found.name}名单（共 ${members.length} 人）`),
      plain(lines.join('\n')),
      choices('名单', ...buttons, ...more),
    ],
  };
}

function memberLine(member: Member): string {
  const unit = member.unit === '' ? '' : `，${member.unit}`;
  const state = member.hasSignedIn ? '' : '，尚未登录';
  return `${nameOf(member)}（${ROLE_NAMES[member.part]}${unit}${state}）`;
}

async function find(classId: string, person: string, on: PersonalOccasion): Promise<Member | null> {
  const members = await on.people.members(classId);
  return members.find((one) => one.person === person) ?? null;
}

export async function openMember(
  { classId, person }: DeedOf<'open-member'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const member = await find(classId, person, on);
  if (member === null) return say(MEMBER_GONE);
  const deeds: Button[] = [];
  if (!member.hasSignedIn && canIn(on.person, 'invite-learner', classId)) {
    deeds.push(['发登录码', { kind: 'make-member-code', classId, person }]);
  }
  if (canIn(on.person, 'manage-class', classId)) {
    deeds.push(['移出班次', { kind: 'ask-drop-member', classId, person }]);
  }
  return {
    placement: 'turn',
    blocks: [
      lead(memberLine(member)),
      remark('学习记录只有本人能看到。'),
      choices('名单', ...deeds, ['返回名单', { kind: 'list-members', classId, from: 0 }]),
    ],
  };
}

/** For whoever has never signed in alone: nobody may come in as someone who has records. */
export async function makeMemberCode(
  { classId, person }: DeedOf<'make-member-code'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const member = await find(classId, person, on);
  if (member === null) return say(MEMBER_GONE);
  if (member.hasSignedIn) {
    return say('本人已经登录过。换设备的，请本人在“我的数据”中点“取登录码”。');
  }
  const known = await on.people.person(person);
  if (known === null || (known.role !== 'learner' && on.person.role !== 'admin')) {
    return say('这个人的登录码只能由管理员发放。');
  }
  const { code, change } = newCode(
    { role: known.role, classId, person, places: 1, note: `登录码：${nameOf(member)}` },
    CODE_DAYS * DAY_MS,
    on.now,
  );
  return {
    placement: 'turn',
    changes: [change, audited('发登录码', nameOf(member), on)],
    secrets: secretsOf(code),
    blocks: [
      lead(`请把登录码交给${nameOf(member)}本人。`),
      ...codeBlocks(code, await on.links(code)),
      remark(`${CODE_DAYS} 天内有效，只能用一次。`),
    ],
  };
}

export async function confirmDropping(
  { classId, person }: DeedOf<'ask-drop-member'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const member = await find(classId, person, on);
  if (member === null) return say(MEMBER_GONE);
  return {
    placement: 'turn',
    blocks: [
      lead(`把${nameOf(member)}移出班次？`),
      remark('本人的学习记录不受影响；分享给本班教师的记录同时收回。'),
      choices(
        '确认移出',
        ['确定移出', { kind: 'drop-member', classId, person }],
        ['不移出', { kind: 'list-members', classId, from: 0 }],
      ),
    ],
  };
}

export async function dropMember(
  { classId, person }: DeedOf<'drop-member'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const member = await find(classId, person, on);
  if (member === null) return say(MEMBER_GONE);
  const found = await on.people.class(classId);
  return {
    ...say(`已把${nameOf(member)}移出班次。`),
    changes: [
      { of: 'people', change: { kind: 'leave', person, classId } },
      audited('移出班次', `${nameOf(member)}，${found?.name ?? ''}`, on),
    ],
  };
}
