import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { UsageError, UserFacingError } from '../../errors.ts';
import type { Command } from '../command.ts';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
} as const;

/** `corpus export FILE.zip`: the whole set as one archive with hashes. */
export const exportByCommand: Command = async (args, { app, output }) => {
  const { path, json } = read(args, '请写明要写入的文件，例如：corpus export 资料.zip');
  const { exportSet } = await import('../../materials/archive/export-set.ts');
  const { bytes, versions, files } = await exportSet(app.folders);
  // An archive of before is not written over: it may be the only one.
  await writeFile(path, bytes, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw new UserFacingError(
      error.code === 'EEXIST'
        ? `文件 ${path} 已经存在，没有导出。请换一个文件名。`
        : `不能写入 ${path}，请检查路径和权限（${error.code}）。`,
    );
  });
  if (json) output.line(JSON.stringify({ file: path, versions, files, bytes: bytes.length }));
  else output.line(`已导出整套资料：${versions} 个版本，${files} 个文件，写入 ${path}。`);
  return 0;
};

/** `corpus import FILE.zip`: puts an exported set in the place of the one that is there. */
export const importByCommand: Command = async (args, { app, output }) => {
  const { path, json, yes } = read(args, '请写明要导入的文件，例如：corpus import 资料.zip');
  const bytes = await readFile(path).catch(() => {
    throw new UserFacingError(`读不到文件 ${path}，请检查路径。`);
  });
  const { readSet } = await import('../../materials/archive/read-set.ts');
  const { manifest } = await readSet(bytes);
  if (!yes) {
    output.note(
      `${path} 中有 ${manifest.entries.length} 个版本，检查无误。导入后将替换现有的整套资料；` +
        '请先用 corpus export 导出现有资料备查，再加上 --yes 导入。',
    );
    return 1;
  }
  const { importSet } = await import('../../materials/archive/import-set.ts');
  const imported = await importSet(app.folders, bytes);
  if (imported.kind === 'refused') {
    if (json) output.line(JSON.stringify({ refused: imported.problem }));
    else output.note(imported.problem);
    return 1;
  }
  await app.index(output.progress);
  const problem = await app.serving.fresh();
  const { versions, files } = imported;
  if (json) output.line(JSON.stringify({ versions, files }));
  else output.line(`已导入整套资料：${versions} 个版本，${files} 个文件。`);
  output.note(problem ?? '索引已更新，答复以现行资料为准。');
  return 0;
};

function read(args: readonly string[], usage: string) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError(usage);
  return { path, ...values };
}
