import { parseArgs } from 'node:util';
import { timeIn } from '../clock.ts';
import { makeId } from '../conversation/ids.ts';
import { UsageError, UserFacingError } from '../errors.ts';
import { ROLE_NAMES } from '../people/abilities.ts';
import { readClassLine } from '../people/class-line.ts';
import { nameOf } from '../people/person.ts';
import { auditedByOperator } from './audited.ts';
import type { Command, CommandContext } from './command.ts';
import { importList } from './people-import.ts';
import { invite, listInvitations, withdraw } from './people-invite.ts';

const USAGE =
  '用法：people list | classes | new-class "名称 开始日期 结束日期" | invite [--role …] [--class 编号] | invitations | withdraw 编号 | import 文件 --class 编号 [--yes] | remove 编号 | audit。';

/** `people …`: who may use the assistant, in which classes, and how they come in. */
export const people: Command = async (args, context) => {
  const [action = '', ...rest] = args;
  const [first] = rest;
  switch (action) {
    case 'invite':
      return invite(rest, context);
    case 'invitations':
      return listInvitations(rest, context);
    case 'import':
      return importList(rest, context);
    case 'list':
      return list(rest, context);
    case 'classes':
      return listClasses(rest, context);
    case 'audit':
      return listAudit(rest, context);
    case 'new-class':
      if (rest.length > 0 && !rest.some((word) => word.startsWith('--'))) {
        return addClass(rest.join(' '), context);
      }
      break;
    case 'withdraw':
      if (first !== undefined && rest.length === 1) return withdraw(first, context);
      break;
    case 'remove':
      if (first !== undefined && rest.length === 1) return remove(first, context);
      break;
  }
  throw new UsageError(USAGE);
};

function wantsJson(args: readonly string[]): boolean {
  const options = { json: { type: 'boolean', default: false } } as const;
  return parseArgs({ args: [...args], options }).values.json;
}

async function list(args: readonly string[], { app, output }: CommandContext): Promise<number> {
  const everyone = await (await app.records()).people.people();
  if (wantsJson(args)) output.line(JSON.stringify(everyone));
  else if (everyone.length === 0)
    output.line('还没有人员。用 people invite --role admin 邀请第一位管理员。');
  else {
    for (const person of everyone) {
      const unit = person.unit === '' ? '' : `  ${person.unit}`;
      output.line(`${person.id}  ${ROLE_NAMES[person.role]}  ${nameOf(person)}${unit}`);
    }
  }
  return 0;
}

async function listClasses(
  args: readonly string[],
  { app, output }: CommandContext,
): Promise<number> {
  const classes = await (await app.records()).people.classes();
  if (wantsJson(args)) output.line(JSON.stringify(classes));
  else if (classes.length === 0) output.line('还没有班次。');
  else {
    for (const { id, name, startsOn, endsOn, learners, trainers } of classes) {
      output.line(`${id}  ${name}  ${startsOn} 至 ${endsOn}  学员 ${learners}，教师 ${trainers}`);
    }
  }
  return 0;
}

async function addClass(line: string, { app, output }: CommandContext): Promise<number> {
  const read = readClassLine(line);
  if (!read.ok) throw new UserFacingError(read.problem);
  const created = { id: makeId(), ...read.class };
  const now = app.clock.now();
  await (await app.records()).people.change([
    { kind: 'add-class', class: created, at: now.toISOString() },
    auditedByOperator('新建班次', created.name, now),
  ]);
  output.line(`已新建班次“${created.name}”，编号 ${created.id}。`);
  return 0;
}

async function remove(id: string, { app, output }: CommandContext): Promise<number> {
  const { people: store } = await app.records();
  const person = await store.person(id);
  if (person === null) {
    throw new UserFacingError(`没有编号为“${id}”的人员，请用 people list 查看。`);
  }
  await store.change([
    { kind: 'remove-person', person: id },
    auditedByOperator('删除人员', `${ROLE_NAMES[person.role]} ${nameOf(person)}`, app.clock.now()),
  ]);
  output.line(`已删除${nameOf(person)}的身份、学习记录和对话。`);
  return 0;
}

const MOST_LINES = 1000;

async function listAudit(
  args: readonly string[],
  { app, output }: CommandContext,
): Promise<number> {
  const lines = await (await app.records()).people.audit(MOST_LINES);
  if (wantsJson(args)) output.line(JSON.stringify(lines));
  else if (lines.length === 0) output.line('还没有操作记录。');
  else {
    for (const { at, actor, actorName, deed, detail } of lines) {
      const who = actor === null ? '运维' : actorName || '未填姓名';
      output.line(`${timeIn(app.config.zone, new Date(at))}  ${who}  ${deed}：${detail}`);
    }
  }
  return 0;
}
