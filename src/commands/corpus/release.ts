import { parseArgs } from 'node:util';
import { UsageError } from '../../errors.ts';
import { countsInWords } from '../../materials/gate/gate-words.ts';
import { readReason } from '../../materials/gate/read-reason.ts';
import { auditedByOperator } from '../audited.ts';
import type { Command } from '../command.ts';
import { actorNamed } from './actor.ts';

const NOT_HELD = '没有被把关拦下的变动，不用启用。';
const MEANWHILE = '这次变动已经由别人处理，没有再办理。请运行 corpus gate 查看。';

/** `corpus release --reason … --by …`: lets through what the gate has stopped. */
export const release: Command = async (args, { app, output }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { by: { type: 'string' }, reason: { type: 'string' } },
  });
  if (values.by === undefined) throw new UsageError('请用 --by 写明同意启用的人的姓名。');
  if (values.reason === undefined) throw new UsageError('请用 --reason 写明理由。');
  const read = readReason(values.reason);
  if (!read.ok) throw new UsageError(read.problem);
  const { reason } = read;
  await app.index(output.progress);
  const problem = await app.serving.fresh();
  const held = app.serving.stopped();
  if (held === null) {
    output.note(problem ?? NOT_HELD);
    return 1;
  }
  const by = await actorNamed(values.by, app);
  const { releases, people } = await app.records();
  const now = app.clock.now();
  const decided = { by, reason, at: now.toISOString() };
  const released = await releases.overrule(held.index, held.before, decided);
  if (released === null) {
    output.note(MEANWHILE);
    return 1;
  }
  const detail = `同意人：${by.name}，${countsInWords(released.findings)}，理由：${reason}`;
  await people.change([auditedByOperator('把关未通过仍然启用', detail, now)]);
  const left = await app.serving.fresh();
  if (left === null) output.line('已启用，现在起答复按变动后的资料给出。');
  else output.note(left);
  return left === null ? 0 : 1;
};
