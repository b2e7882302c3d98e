import { UserFacingError } from '../../errors.ts';
import { ModelFailure } from '../../model/model.ts';
import type { MeaningKeeper } from '../../retrieval/meaning/keep-meaning.ts';
import type { Command, Output } from '../command.ts';

/** `corpus index`: builds the index even where one fits, and the vectors where there is an endpoint. */
export const build: Command = async (_args, { app, output }) => {
  const report = await app.rebuild(output.progress);
  for (const { id, reason } of report.excluded) output.note(`${id}：${reason}`);
  output.line(
    `索引已建成（${report.name}）：资料 ${report.materials} 份，段落 ${report.passages} 个，问答 ${report.pairs} 对。`,
  );
  const meaning = (await app.model())?.meaning ?? null;
  if (meaning !== null) await buildVectors(meaning, output);
  return 0;
};

const VECTORS_FAILED =
  '索引可以使用，但模型接口没有给出向量，向量索引没有建成。已经取得的向量都已保留；请运行 doctor 查看接口情况，再运行 corpus index 接着建立。';

/** What an endpoint made of it before is not asked for again, and no price is named: there are too many. */
async function buildVectors(
  meaning: MeaningKeeper,
  { line, note, progress }: Output,
): Promise<void> {
  const built = await meaning.build(progress).catch((error: unknown) => {
    if (!(error instanceof ModelFailure)) throw error;
    throw new UserFacingError(VECTORS_FAILED);
  });
  const { passages, fromCache, questions, failedWriting, tokens } = built;
  if (failedWriting > 0)
    note(`有 ${failedWriting} 个段落没有写出检索用的问题，下次建立索引时再写。`);
  line(
    `向量索引已建成：段落 ${passages} 个（其中沿用 ${fromCache} 个），机器写的检索用问题 ${questions} 个，` +
      `用量 ${tokens} 个 token。`,
  );
}
