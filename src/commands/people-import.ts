import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createLinks } from '../channels/links.ts';
import { timeIn } from '../clock.ts';
import { addPeople } from '../conversation/features/people/add-people.ts';
import { UsageError, UserFacingError } from '../errors.ts';
import type { RowProblem } from '../people/class-list/class-list.ts';
import { readClassList } from '../people/class-list/read-class-list.ts';
import { invitationSheet } from '../people/invitation-sheet.ts';
import type { TrainingClass } from '../people/person.ts';
import { type ListedMember, planImport } from '../people/plan-import.ts';
import { auditedByOperator } from './audited.ts';
import type { CommandContext } from './command.ts';

/** `people import 文件 --class 编号 [--yes]`: without --yes it only says what it would do. */
export async function importList(
  args: readonly string[],
  context: CommandContext,
): Promise<number> {
  const { app, output } = context;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { class: { type: 'string' }, yes: { type: 'boolean', default: false } },
  });
  const [path] = positionals;
  if (path === undefined || values.class === undefined) {
    throw new UsageError('用法：people import 文件 --class 班次编号 [--yes]。');
  }
  const { people } = await app.records();
  const found = await people.class(values.class);
  if (found === null) {
    throw new UserFacingError(`没有编号为“${values.class}”的班次，请用 people classes 查看。`);
  }
  const bytes = await readFile(path).catch(() => {
    throw new UserFacingError(`读不到文件“${path}”，请检查路径。`);
  });
  const read = await readClassList({ name: basename(path), bytes });
  if (!read.ok) throw new UserFacingError(read.problem);
  const { problems, remarks } = read.list;
  const { fresh, present } = planImport(read.list.people, await people.members(found.id));
  output.line(
    `新增 ${fresh.length} 人，已在班次中 ${present.length} 人，有问题不导入 ${problems.length} 行。`,
  );
  tell('有问题的行', problems, output.line);
  tell('请核对', remarks, output.line);
  if (!values.yes) output.line('以上只是检查，没有写入。确认无误后加上 --yes 导入。');
  else if (fresh.length > 0) await add(fresh, found, context);
  return 0;
}

function tell(title: string, rows: readonly RowProblem[], line: (text: string) => void): void {
  if (rows.length > 0) line(`${title}：`);
  for (const row of rows) line(`  第 ${row.line} 行：${row.problem}`);
}

async function add(
  fresh: readonly ListedMember[],
  found: TrainingClass,
  { app, output }: CommandContext,
): Promise<void> {
  const now = app.clock.now();
  const links = createLinks(app);
  const { changes, cards, expires } = await addPeople(fresh, found, { links, now });
  const ofPeople = changes.flatMap((one) => (one.of === 'people' ? [one.change] : []));
  const detail = `${found.name}，${fresh.length} 人`;
  await (await app.records()).people.change([
    ...ofPeople,
    auditedByOperator('导入名单', detail, now),
  ]);
  const subtitle = `${timeIn(app.config.zone, expires)} 前有效`;
  const sheet = `登录单-${found.name.replace(/[\\/:*?"<>|]/gu, '')}.html`;
  await writeFile(sheet, invitationSheet({ title: found.name, subtitle, cards }), { mode: 0o600 });
  output.line(`已导入 ${fresh.length} 人。每人的登录码在“${sheet}”中，打印裁开后交给本人。`);
}
