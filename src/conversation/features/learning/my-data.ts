import { createHash } from 'node:crypto';
import { entriesCsv } from '../../../checkin/export/entries-csv.ts';
import { xapiStatements } from '../../../checkin/export/xapi-statements.ts';
import { timeIn } from '../../../clock.ts';
import { can, ROLE_NAMES } from '../../../people/abilities.ts';
import type { Account } from '../../../people/store.ts';
import { titlesOf } from '../../../retrieval/index/titles-of.ts';
import { choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import type { DraftFile } from '../../reply.ts';
import { wishesInBrief } from '../messages/wishes-page.ts';
import { codeBlocks, newCode, secretsOf } from '../people/code.ts';
import { citedInBrief } from './cited.ts';
import { questionsInBrief } from './own-questions.ts';

/** What is kept of a person, and what they can do with it. */
export async function openData(on: PersonalOccasion): Promise<FeatureReply> {
  const { person, learning, zone } = on;
  const entries = await learning.allEntries(person.id);
  const standing = entries.filter(({ withdrawnAt }) => withdrawnAt === null);
  const shared = standing.filter(({ sharedWith }) => sharedWith !== null).length;
  const answers = await learning.answers(person.id);
  const classes = await Promise.all(
    person.memberships.map(async ({ classId, part }) => {
      const found = await on.people.class(classId);
      return found === null ? '' : `${found.name}（${ROLE_NAMES[part]}）`;
    }),
  );
  const kits = await ownKits(on);
  const wishes = await on.reminders.wishes(person.id);
  const lines = [
    `姓名：${person.name || '未填写'}`,
    `单位：${person.unit || '未填写'}`,
    `身份：${ROLE_NAMES[person.role]}`,
    `班次：${classes.filter((one) => one !== '').join('、') || '无'}`,
    `加入时间：${timeIn(zone, new Date(person.createdAt))}`,
    `已登录：${signedInWords(await on.people.accounts(person.id))}`,
    `学习记录：${standing.length} 条，其中已分享给教师 ${shared} 条`,
    `回忆题：答过 ${answers.length} 次`,
    `学习提醒：${wishesInBrief(wishes, on)}`,
    `引用记录：${await citedInBrief(on)}`,
    `待答问题：${await questionsInBrief(on)}`,
    ...(kits === null ? [] : [`研讨方案：自己做的 ${kits} 份`]),
  ];
  return {
    placement: 'turn',
    blocks: [
      heading('我的数据'),
      plain(lines.join('\n')),
      remark('学习记录和答题情况只有您本人能看到。对话记录用“导出对话”“清除记录”管理。'),
      choices(
        '我的数据',
        ['导出表格', { kind: 'export-data', format: 'csv' }],
        ['导出 xAPI', { kind: 'export-data', format: 'xapi' }],
        ['导出学习地图', { kind: 'export-map' }],
        ['导出引用记录', { kind: 'export-cited' }],
        ['我的待答问题', { kind: 'open-own-questions' }],
        ['取登录码', { kind: 'new-device' }],
        ['退出其他设备', { kind: 'sign-out-others' }],
        ['改姓名', { kind: 'write-name' }],
        ['删除学习记录', { kind: 'ask-forget-learning' }],
        ['删除引用记录', { kind: 'ask-forget-cited' }],
        ['注销', { kind: 'ask-remove-me' }],
      ),
    ],
  };
}

/** How many kits are the person's own; null for whoever prepares no seminars. */
async function ownKits({ person, seminars }: PersonalOccasion): Promise<number | null> {
  if (!can(person.role, 'prepare-seminar')) return null;
  const kits = await seminars.kits(person.id);
  return kits.filter(({ owner }) => owner === person.id).length;
}

/** 网页 2 处、Telegram 1 处. */
function signedInWords(accounts: readonly Account[]): string {
  const names: Readonly<Record<string, string>> = { web: '网页', telegram: 'Telegram' };
  const channels = [...new Set(accounts.map(({ channel }) => channel))];
  return channels
    .map((channel) => {
      const number = accounts.filter((one) => one.channel === channel).length;
      return `${names[channel] ?? '其他'} ${number} 处`;
    })
    .join('、');
}

/** Whoever else may have come in as this person is out. */
export function signOutOthers({ person, account }: PersonalOccasion): FeatureReply {
  return {
    ...say('其他设备都已退出，原来的登录码也已作废。需要的，请重新取登录码。'),
    changes: [
      { of: 'people', change: { kind: 'sign-out-others', person: person.id, keep: account } },
    ],
  };
}

export async function exportData(
  format: DeedOf<'export-data'>['format'],
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const entries = await on.learning.allEntries(on.person.id);
  const answers = await on.learning.answers(on.person.id);
  if (entries.length + answers.length === 0) return say('还没有可以导出的学习记录。');
  const titles = titlesOf((await on.index()).store);
  const text =
    format === 'csv'
      ? entriesCsv(entries, titles, on.zone)
      : JSON.stringify(
          xapiStatements({ entries, answers, account: opaque(on.person.id), home: XAPI_HOME }),
          null,
          2,
        );
  const standing = entries.filter(({ withdrawnAt }) => withdrawnAt === null).length;
  const file: DraftFile = {
    name: `我的学习记录-${on.today}.${format === 'csv' ? 'csv' : 'json'}`,
    mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    bytes: Buffer.from(text, 'utf8'),
  };
  return {
    placement: 'turn',
    blocks: [plain(`已导出学习记录 ${standing} 条。`), { kind: 'file', file }],
  };
}

/** Names activities under a name that leads nowhere (RFC 2606). */
const XAPI_HOME = 'https://ganxun.invalid/';

/** The same at every export, and no key to anything. */
function opaque(person: string): string {
  return createHash('sha256').update(`ganxun xapi account ${person}`).digest('hex').slice(0, 32);
}

/** Nothing is deleted before it is confirmed. */
export function confirmForgettingLearning(_on: PersonalOccasion): FeatureReply {
  return {
    placement: 'turn',
    blocks: [
      lead('删除全部学习记录和答题情况？'),
      remark(
        '删除后不能恢复，学习地图从头开始；身份和班次不变。需要留存的，请先导出。对话中的原话可以用“清除记录”删除。',
      ),
      choices(
        '确认删除',
        ['确定删除', { kind: 'forget-learning' }],
        ['不删除', { kind: 'cancel' }],
      ),
    ],
  };
}

export function forgetLearning({ person }: PersonalOccasion): FeatureReply {
  return {
    ...say('学习记录和答题情况已全部删除。'),
    changes: [{ of: 'learning', change: { kind: 'forget-learning', person: person.id } }],
  };
}

export function confirmRemoving({ carrier }: PersonalOccasion): FeatureReply {
  const beyond = carrier === null ? '' : `${carrier} 聊天窗口中的消息请自行删除。`;
  return {
    placement: 'turn',
    blocks: [
      lead('注销并删除全部数据？'),
      remark(
        `将删除您的身份、班次、学习记录、答题情况、引用记录、消息、提醒设置、研讨方案、由您主持的研讨和对话，退出所有设备，不能恢复。已提交的意见建议、记入待答问题的提问（不记姓名）、在他人主持的研讨中提出的意见（不记姓名）和办理班次事务的操作记录仍然保留。${beyond}`,
      ),
      choices('确认注销', ['确定注销', { kind: 'remove-me' }], ['不注销', { kind: 'cancel' }]),
    ],
  };
}

export function removeMe({ person }: PersonalOccasion): FeatureReply {
  return {
    placement: 'notice',
    blocks: [
      remark(
        '已注销，您的身份、班次、学习记录、答题情况、引用记录、消息、提醒设置、研讨方案、由您主持的研讨和对话已经删除。',
      ),
    ],
    changes: [{ of: 'people', change: { kind: 'remove-person', person: person.id } }],
    forgets: true,
  };
}

const DAY_MS = 86_400_000;
const CODE_DAYS = 180;
const CODE_PLACES = 20;

/** A code by which the person signs in elsewhere, or again, as themselves; it voids the one before. */
export async function codeForNewDevice(on: PersonalOccasion): Promise<FeatureReply> {
  const { code, change } = newCode(
    {
      ...{ role: on.person.role, classId: null, person: on.person.id },
      ...{ places: CODE_PLACES, note: '本人登录码' },
    },
    CODE_DAYS * DAY_MS,
    on.now,
  );
  return {
    placement: 'turn',
    changes: [{ of: 'people', change: { kind: 'void-codes', person: on.person.id } }, change],
    secrets: secretsOf(code),
    blocks: [
      lead('这是您本人的登录码：换设备、退出以后再登录，都用它。'),
      ...codeBlocks(code, await on.links(code)),
      remark(
        `${CODE_DAYS} 天内有效，可以用 ${CODE_PLACES} 次。请像密码一样保管，不要告诉他人；再取一次，这一个就作废。`,
      ),
    ],
  };
}
