import { parseArgs } from 'node:util';
import type { App } from '../app.ts';
import { createLinks } from '../channels/links.ts';
import { timeIn } from '../clock.ts';
import { newCode } from '../conversation/features/people/code.ts';
import { UsageError, UserFacingError } from '../errors.ts';
import { ROLE_NAMES, ROLES, type Role } from '../people/abilities.ts';
import { groupedCode } from '../people/invitation.ts';
import type { Invitation } from '../people/store.ts';
import { auditedByOperator } from './audited.ts';
import type { CommandContext } from './command.ts';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 365;
const MOST_PLACES = 10_000;

/** `people invite [--role learner] [--class 编号] [--people 1] [--days 7] [--note 备注] [--json]` */
export async function invite(args: readonly string[], context: CommandContext): Promise<number> {
  const { app, output } = context;
  const { values } = parseArgs({
    args: [...args],
    options: {
      role: { type: 'string', default: 'learner' },
      class: { type: 'string' },
      people: { type: 'string', default: '1' },
      days: { type: 'string', default: '7' },
      note: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
    },
  });
  const role = roleOf(values.role);
  const places = numberOf('people', values.people, MOST_PLACES);
  const days = numberOf('days', values.days, LONGEST_DAYS);
  const classId = values.class ?? null;
  const { people } = await app.records();
  if (classId !== null && (await people.class(classId)) === null) {
    throw new UserFacingError(`没有编号为“${classId}”的班次，请用 people classes 查看。`);
  }
  // It is shown in lists, a line each.
  const note = values.note.replace(/\p{Cc}+/gu, ' ').trim();
  const now = app.clock.now();
  const made = newCode({ role, classId, person: null, places, note }, days * DAY_MS, now);
  if (made.change.of !== 'people') throw new Error('Cannot keep an invitation');
  const detail = `${ROLE_NAMES[role]} ${places} 人`;
  await people.change([made.change.change, auditedByOperator('发出邀请', detail, now)]);
  const links = await createLinks(app)(made.code);
  const expiresAt = made.expires.toISOString();
  if (values.json) {
    output.line(JSON.stringify({ id: made.id, code: made.code, role, places, expiresAt, links }));
    return 0;
  }
  const until = timeIn(app.config.zone, made.expires);
  output.line(
    `邀请码：${groupedCode(made.code)}（${ROLE_NAMES[role]}，可供 ${places} 人使用，${until} 前有效）`,
  );
  for (const { label, url } of links) output.line(`${label}：${url}`);
  output.line('对方可以点开链接，也可以在网页菜单“登录”中或者向机器人输入邀请码。');
  output.line(`邀请码只显示这一次。编号 ${made.id}，撤回用 people withdraw ${made.id}。`);
  return 0;
}

/** `people invitations [--json]` */
export async function listInvitations(
  args: readonly string[],
  { app, output }: CommandContext,
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
  });
  const invitations = await (await app.records()).people.invitations();
  if (values.json) output.line(JSON.stringify(invitations));
  else if (invitations.length === 0) output.line('还没有发出过邀请。');
  else for (const one of invitations) output.line(lineOf(one, app));
  return 0;
}

function lineOf({ id, note, places, taken, expiresAt, role }: Invitation, app: App): string {
  const until = timeIn(app.config.zone, new Date(expiresAt));
  const isValid = expiresAt > app.clock.now().toISOString();
  const validity = isValid ? `${until} 前有效` : `${until} 已过期`;
  const remark = note === '' ? '' : `  ${note}`;
  return `${id}  ${ROLE_NAMES[role]}  已用 ${taken}/${places}  ${validity}${remark}`;
}

/** `people withdraw 编号`: makes an invitation void and signs out whoever came by it. */
export async function withdraw(id: string, { app, output }: CommandContext): Promise<number> {
  const { people } = await app.records();
  const shutOut = await people.withdraw(id);
  if (shutOut === null) {
    throw new UserFacingError(`没有编号为“${id}”的邀请，请用 people invitations 查看。`);
  }
  await people.change([auditedByOperator('撤回邀请', id, app.clock.now())]);
  output.line(`邀请已撤回，由它登录的 ${shutOut} 个账号已退出，这些人自己取的登录码一并作废。`);
  output.line(
    '已经登录的人用它加入的班次、提高的身份不会收回；需要收回的，用 people remove 删除。',
  );
  return 0;
}

function roleOf(text: string): Role {
  const role = ROLES.find((one) => one === text || ROLE_NAMES[one] === text);
  if (role !== undefined) return role;
  throw new UsageError('--role 应当是 learner、trainer、admin 或者 operator。');
}

function numberOf(name: string, value: string, most: number): number {
  const number = /^\d{1,6}$/u.test(value) ? Number(value) : 0;
  if (number >= 1 && number <= most) return number;
  throw new UsageError(`--${name} 应当是 1 到 ${most} 的整数。`);
}
