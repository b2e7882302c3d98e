import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { messageOf, UserFacingError } from '../errors.ts';

const inChinese = z.locales.zhCN().localeError;

/** A prompt file in its two parts. */
export interface PromptFile<Front> {
  /** How people know it, such as `提示词文件 answer.md`. */
  readonly name: string;
  readonly front: Front;
  /** What follows the front matter, trimmed; never empty. */
  readonly body: string;
}

/** What every prompt file says of itself. */
export const frontMatter = z.strictObject({
  /** What it is for, in a line. */
  purpose: z.string().min(1),
  /** Goes up with every change that may change answers. */
  version: z.int().min(1),
  /** What is filled in, by name, and what each is. */
  inputs: z.record(z.string().regex(/^[a-z]\w*$/u), z.string().min(1)).default({}),
});

/**
 * Reads a prompt file against the shape of its front matter.
 *
 * @param path below the folder, such as `tools/look_up.md`
 * @throws UserFacingError naming the file and what to mend
 */
export async function readPromptFile<Shape extends z.ZodType>(
  folder: string,
  path: string,
  shape: Shape,
): Promise<PromptFile<z.output<Shape>>> {
  const name = `提示词文件 ${path}`;
  const text = await readText(join(folder, path), name);
  const parts = /^---\n(?<front>.*?)\n---\n(?<body>.*)$/su.exec(text)?.groups;
  if (parts === undefined) throw wrong(name, '开头应有一段写在两行 --- 之间的说明');
  const parsed = shape.safeParse(parseYaml(name, parts.front ?? ''), { error: inChinese });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.join('.') ?? '';
    throw wrong(name, `${where === '' ? '' : `${where}：`}${issue?.message ?? ''}`);
  }
  const body = parts.body?.trim() ?? '';
  if (body === '') throw wrong(name, '说明之后没有正文');
  return { name, front: parsed.data, body };
}

/** @param problem in a few words */
export function wrong(name: string, problem: string): UserFacingError {
  return new UserFacingError(`${name} 有误（${problem}），请更正后重试。`);
}

async function readText(path: string, name: string): Promise<string> {
  try {
    // An editor on Windows may have left its mark and its line ends.
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOENT') throw new UserFacingError(`无法读取${name}（${code}），请检查权限。`);
    throw new UserFacingError(`缺少${name}，请从安装包中恢复。`);
  }
}

function parseYaml(name: string, yaml: string): unknown {
  try {
    return parse(yaml);
  } catch (error) {
    throw wrong(name, `说明不是有效的 YAML，请检查缩进和引号：${messageOf(error).split('\n')[0]}`);
  }
}
