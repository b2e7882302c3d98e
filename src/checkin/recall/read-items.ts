import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseYamlFile } from '../../corpus/yaml-file.ts';
import { UserFacingError } from '../../errors.ts';
import type { RecallItem } from './item.ts';

const NAME = '回忆题文件 recall.yaml';
/** The answer stands in the text between these. */
const MARKED = /^([^【】]*)【([^【】]+)】([^【】]*)$/u;

const recallFile = z.strictObject({
  notice: z.string(),
  items: z.array(
    z.strictObject({
      material: z.string(),
      place: z.string(),
      kind: z.enum(['figure', 'term', 'list-member', 'body']),
      text: z.string().regex(MARKED, '题目中应当有且只有一处【】'),
      wrong: z.array(z.string().min(1)).length(3),
      struck: z.boolean().default(false),
    }),
  ),
});

/**
 * The recall questions that come with a corpus; none where it has no such file.
 *
 * @throws UserFacingError that names the item that is wrong
 */
export async function readRecallItems(corpusFolder: string): Promise<RecallItem[]> {
  try {
    return parseRecallItems(await readFile(join(corpusFolder, 'recall.yaml'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** @throws UserFacingError as {@link readRecallItems} does */
export function parseRecallItems(yaml: string): RecallItem[] {
  const { items } = parseYamlFile(NAME, yaml, recallFile);
  const read = items.map(({ text, ...fields }): RecallItem => {
    const [, before = '', answer = '', after = ''] = MARKED.exec(text) ?? [];
    const quote = before + answer + after;
    const id = createHash('sha256')
      .update(JSON.stringify([fields.material, fields.place, quote, before.length, answer]))
      .digest('base64url')
      .slice(0, 16);
    return { id, ...fields, quote, answer, answerAt: before.length };
  });
  const repeated = read.find((one, at) => read.findIndex(({ id }) => id === one.id) < at);
  if (repeated === undefined) return read;
  throw new UserFacingError(`${NAME} 有误：“${repeated.quote}”出现了两次，请删去一个。`);
}
