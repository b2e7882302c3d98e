import { parseArgs } from 'node:util';
import { UsageError } from '../../errors.ts';
import type { Command } from '../command.ts';
import { actorNamed } from './actor.ts';
import { DETAILS_OPTIONS, detailsOf } from './details-options.ts';
import { tellShelved } from './tell-shelved.ts';
import { versionNamed } from './version-named.ts';

/** `corpus change ID …`: changes what is registered of a draft. */
export const change: Command = async (args, { app, output }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      ...DETAILS_OPTIONS,
      by: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const details = detailsOf(values);
  if (Object.keys(details).length === 0) {
    throw new UsageError('请写明要修改什么，例如：corpus change 编号 --title 标题。');
  }
  const { entry } = await versionNamed(
    positionals[0],
    app.shelf,
    ({ standing }) => standing === 'draft',
  );
  const by = await actorNamed(values.by, app);
  const shelved = await app.shelf.change(entry, details, by);
  return tellShelved(shelved, '登记内容已修改', values.json, output);
};
