import { parseArgs } from 'node:util';
import type { App } from '../app.ts';
import { timeIn } from '../clock.ts';
import { UsageError, UserFacingError } from '../errors.ts';
import { hashCode, type Invitation, makeCode, makeInvitationId } from '../people/admission.ts';
import type { Command, CommandContext } from './command.ts';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 365;
const MOST_PLACES = 10_000;

/**
 * `invite [--people 1] [--days 7] [--note 备注] [--json]`: a code that lets people in.
 * `invite list [--json]`; `invite withdraw 编号`: makes one void and shuts out who came by it.
 */
export const invite: Command = async (args, context) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      people: { type: 'string', default: '1' },
      days: { type: 'string', default: '7' },
      note: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
    },
  });
  const [action, id, ...rest] = positionals;
  if (action === undefined) {
    const places = numberOf('people', values.people, MOST_PLACES);
    const days = numberOf('days', values.days, LONGEST_DAYS);
    // It is shown in lists, a line each.
    const note = values.note.replace(/\p{Cc}+/gu, ' ').trim();
    return create({ places, days, note }, values.json, context);
  }
  if (action === 'list' && id === undefined) return list(values.json, context);
  if (action === 'withdraw' && id !== undefined && rest.length === 0) return withdraw(id, context);
  throw new UsageError(
    '用法：invite [--people 人数] [--days 天数] [--note 备注]，invite list，invite withdraw 编号。',
  );
};

async function create(
  { places, days, note }: { places: number; days: number; note: string },
  json: boolean,
  { app, output }: CommandContext,
): Promise<number> {
  const code = makeCode();
  const id = makeInvitationId();
  const now = app.clock.now();
  const expires = new Date(now.getTime() + days * DAY_MS);
  await (await app.records()).admissions.invite({
    id,
    codeHash: hashCode(code),
    note,
    createdAt: now.toISOString(),
    expiresAt: expires.toISOString(),
    places,
  });
  const link = await linkFor(code, app);
  if (json) {
    output.line(JSON.stringify({ id, code, link, places, expiresAt: expires.toISOString() }));
    return 0;
  }
  output.line(
    `邀请码：${code}（可供 ${places} 人使用，${timeIn(app.config.zone, expires)} 前有效）`,
  );
  output.line(`链接：${link ?? `https://t.me/机器人用户名?start=${code}`}`);
  if (link === null) output.line('请把链接中的“机器人用户名”换成实际的用户名。');
  output.line('对方点开链接后按“开始”，也可以把邀请码直接发给机器人。');
  output.line(`邀请码只显示这一次。编号 ${id}，撤回用 invite withdraw ${id}。`);
  return 0;
}

/** Null where no bot is set up, or Telegram does not say its name. */
async function linkFor(code: string, app: App): Promise<string | null> {
  const config = app.config.telegram;
  if (config === null) return null;
  const { checkBot } = await import('../channels/telegram/check-bot.ts');
  const found = await checkBot(config);
  return found.ok ? `https://t.me/${found.username}?start=${code}` : null;
}

async function list(json: boolean, { app, output }: CommandContext): Promise<number> {
  const invitations = await (await app.records()).admissions.invitations();
  if (json) output.line(JSON.stringify(invitations));
  else if (invitations.length === 0) output.line('还没有发出过邀请。');
  else for (const one of invitations) output.line(lineOf(one, app.clock.now(), app.config.zone));
  return 0;
}

function lineOf(
  { id, note, places, taken, expiresAt }: Invitation,
  now: Date,
  zone: string,
): string {
  const until = timeIn(zone, new Date(expiresAt));
  const validity = expiresAt > now.toISOString() ? `${until} 前有效` : `${until} 已过期`;
  return `${id}  已用 ${taken}/${places}  ${validity}${note === '' ? '' : `  ${note}`}`;
}

async function withdraw(id: string, { app, output }: CommandContext): Promise<number> {
  const shutOut = await (await app.records()).admissions.withdraw(id);
  if (shutOut === null) {
    throw new UserFacingError(`没有编号为“${id}”的邀请，请用 invite list 查看。`);
  }
  output.line(`邀请已撤回，由它加入的 ${shutOut} 人不能再使用。`);
  return 0;
}

function numberOf(name: string, value: string, most: number): number {
  const number = /^\d{1,6}$/u.test(value) ? Number(value) : 0;
  if (number >= 1 && number <= most) return number;
  throw new UsageError(`--${name} 应当是 1 到 ${most} 的整数。`);
}
