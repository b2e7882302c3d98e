import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { timeIn } from '../clock.ts';
import { UsageError, UserFacingError } from '../errors.ts';
import { examineBackup } from '../storage/backup/restore-backup.ts';
import type { BackupSummary } from '../storage/backup/write-backup.ts';
import type { Command } from './command.ts';

/** Else what had gone out since the backup could go out again; see `withoutUnsent`. */
const UNCONFIRMED =
  '为避免重复发送，备份时生效的提醒已退回草稿，请核对后重新确认；备份时尚未发出的消息不再自动发送。';

/** `backup 文件 [--force]`: all records as they are now, while the service runs. */
export const backup: Command = async (args, { app, output }) => {
  const { path, flag } = readArgs(args, 'force', '用法：backup 文件 [--force]。');
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere && !flag) {
    throw new UserFacingError(`文件“${path}”已经存在。请换一个名字，或者加上 --force 覆盖。`);
  }
  const made = await (await app.records()).backUp(path, app.clock.now());
  output.line(`已备份到“${path}”：${inWords(made)}。`);
  output.line('备份含有个人数据，请妥善保管，只让有权限的人读取。');
  return 0;
};

/** `restore 文件 [--yes]`: without --yes it only says what the file holds. */
export const restore: Command = async (args, { app, output }) => {
  const { path, flag } = readArgs(args, 'yes', '用法：restore 文件 [--yes]。');
  const found = await examineBackup(path);
  const when = timeIn(app.config.zone, new Date(found.at));
  output.line(`备份时间 ${when}：${inWords(found)}。`);
  const records = await app.records();
  if (!flag) {
    output.line(`恢复会替换 ${records.place} 中现有的全部记录。确认后加上 --yes。`);
    return 0;
  }
  await records.restore(path, app.clock.now());
  output.line('已恢复。正在运行的服务从下一条消息起使用恢复后的记录。');
  if ((found.rows.reminder ?? 0) > 0) output.line(UNCONFIRMED);
  return 0;
};

function readArgs(
  args: readonly string[],
  name: string,
  usage: string,
): { readonly path: string; readonly flag: boolean } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { [name]: { type: 'boolean', default: false } },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new UsageError(usage);
  return { path: resolve(path), flag: values[name] === true };
}

function inWords({ rows }: BackupSummary): string {
  const number = (table: string) => rows[table] ?? 0;
  return `人员 ${number('person')} 人，班次 ${number('class')} 个，学习记录 ${number('learning_entry')} 条，问答 ${number('turn')} 条`;
}
