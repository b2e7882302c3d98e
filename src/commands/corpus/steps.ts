import { parseArgs } from 'node:util';
import type { App } from '../../app.ts';
import { UsageError } from '../../errors.ts';
import type { Actor, MaterialStanding, ShelvedMaterial } from '../../materials/material.ts';
import type { Shelved } from '../../materials/shelf.ts';
import type { Command, CommandContext } from '../command.ts';
import { actorNamed } from './actor.ts';
import { tellShelved } from './tell-shelved.ts';
import { versionNamed } from './version-named.ts';

interface Step {
  /** What the command does not need the version of to be named. */
  readonly on: readonly MaterialStanding[];
  readonly done: string;
  readonly needs?: 'by' | 'reason';
  take(material: ShelvedMaterial, by: Actor, reason: string, app: App): Promise<Shelved>;
  /** Answers change with it: the index is made anew before the command ends. */
  readonly changesAnswers?: true;
}

export const submit = step({
  on: ['draft'],
  done: '已提交审核',
  take: ({ entry }, by, _reason, { shelf }) => shelf.submit(entry, by),
});

export const approve = step({
  on: ['submitted'],
  done: '已批准',
  needs: 'by',
  take: ({ entry }, by, _reason, { shelf }) => shelf.approve(entry, entry.sha256, by),
  changesAnswers: true,
});

export const giveBack = step({
  on: ['submitted'],
  done: '已退回',
  needs: 'reason',
  take: ({ entry }, by, reason, { shelf }) => shelf.giveBack(entry, reason, by),
});

export const retire = step({
  on: ['in-force', 'scheduled', 'superseded', 'expired', 'unusable'],
  done: '已停用',
  needs: 'reason',
  take: ({ entry }, by, reason, { shelf }) => shelf.retire(entry, reason, by),
  changesAnswers: true,
});

export const discard = step({
  on: ['draft'],
  done: '草稿已放弃',
  take: ({ entry }, by, _reason, { shelf }) => shelf.discard(entry, by),
});

function step(one: Step): Command {
  return async (args, context) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        by: { type: 'string' },
        reason: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const { by, reason = '', json } = values;
    const { app, output } = context;
    const material = await versionNamed(positionals[0], app.shelf, ({ standing }) =>
      one.on.includes(standing),
    );
    if (one.needs === 'by' && by === undefined) {
      throw new UsageError('请用 --by 写明批准人姓名；批准人不能是提交人。');
    }
    if (one.needs === 'reason' && reason === '') {
      throw new UsageError('请用 --reason 写明理由。');
    }
    const shelved = await one.take(material, await actorNamed(by, app), reason, app);
    const code = tellShelved(shelved, one.done, json, output);
    if (code === 0 && one.changesAnswers === true) await renew(context);
    return code;
  };
}

/** The service notices by itself; the index is made here, so that whoever asks next need not wait. */
async function renew({ app, output }: CommandContext): Promise<void> {
  await app.index(output.progress);
  output.note((await app.serving.fresh()) ?? '索引已更新，答复以现行资料为准。');
}
