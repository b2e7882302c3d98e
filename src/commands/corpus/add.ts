import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError, UserFacingError } from '../../errors.ts';
import type { Command } from '../command.ts';
import { actorNamed } from './actor.ts';
import { DETAILS_OPTIONS, detailsOf } from './details-options.ts';
import { jsonOf } from './shown-material.ts';
import { readingJson, readingLines } from './shown-reading.ts';
import { tellShelved } from './tell-shelved.ts';

/** `corpus add FILE …`: keeps a file as a draft and tells how it was understood. */
export const add: Command = async (args, { app, output }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      ...DETAILS_OPTIONS,
      ...{ replaces: { type: 'string' }, id: { type: 'string' }, by: { type: 'string' } },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError('请写明一个资料文件的路径。');
  const bytes = await readFile(path).catch(() => {
    throw new UserFacingError(`读不到文件 ${path}，请检查路径。`);
  });
  const shelved = await app.shelf.add({
    file: { name: basename(path), bytes },
    details: detailsOf(values),
    replaces: values.replaces ?? null,
    id: values.id ?? null,
    by: await actorNamed(values.by, app),
  });
  const reading = shelved.kind === 'done' ? await app.shelf.reading(shelved.material.entry) : null;
  if (shelved.kind === 'refused' || reading === null) {
    return tellShelved(shelved, '已收进草稿', values.json, output);
  }
  if (values.json) {
    const { material, remarks } = shelved;
    const read = readingJson(reading);
    output.line(JSON.stringify({ material: jsonOf(material), remarks, reading: read }));
    return 0;
  }
  tellShelved(shelved, '已收进草稿', false, output);
  for (const line of readingLines(reading)) output.line(line);
  const { id, version } = shelved.material.entry;
  output.line(`核对后提交审核：corpus submit ${id}@${version}`);
  return 0;
};
