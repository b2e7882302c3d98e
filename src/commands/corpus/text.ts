import { UsageError } from '../../errors.ts';
import type { Command } from '../command.ts';

/** `corpus text ID`: the whole text as it is quoted. */
export const text: Command = async ([id], { app, output }) => {
  if (id === undefined) throw new UsageError('请写明资料编号，例如：corpus text plan-2023-2027');
  const opened = await app.index(output.progress);
  const found = opened.store.materialText(id);
  if (found === null) {
    const known = opened.store.materials().map((one) => one.id);
    throw new UsageError(`没有编号为“${id}”的可用资料。现有：${known.join('、') || '无'}。`);
  }
  output.line(found);
  return 0;
};
