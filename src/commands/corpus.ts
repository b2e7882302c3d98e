import { AWAITING_CONFIRMATION, type ManifestEntry } from '../corpus/manifest.ts';
import { UsageError, UserFacingError } from '../errors.ts';
import { ModelFailure } from '../model/model.ts';
import type { MeaningKeeper } from '../retrieval/meaning/keep-meaning.ts';
import type { Command, CommandContext, Output } from './command.ts';
import { exclusionLines } from './exclusion-lines.ts';

/** `corpus list | check | index | text ID`. */
export const corpus: Command = async ([verb, ...rest], context) => {
  switch (verb) {
    case 'list':
      return list(context);
    case 'check':
      return check(context);
    case 'index':
      return index(context);
    case 'text':
      return text(rest[0], context);
    default:
      throw new UsageError('用法：corpus list | check | index | text 资料编号');
  }
};

async function list({ app, output }: CommandContext): Promise<number> {
  const { admitted, excluded } = await app.corpus();
  for (const { entry } of admitted) {
    const period = periodOf(entry);
    output.line(
      `${entry.id}  ${entry.kind}  《${entry.title}》 ${entry.issuer}  ${period}  ${entry.approver}`,
    );
  }
  for (const { id, title, reason } of excluded) {
    output.line(`${id}  未收录  ${title === null ? '' : `《${title}》 `}${reason}`);
  }
  return 0;
}

async function check({ app, output }: CommandContext): Promise<number> {
  const { admitted, excluded } = await app.corpus();
  const opened = await app.index(output.progress);
  const problems = [...excluded.filter(({ isProblem }) => isProblem), ...opened.store.excluded()];
  for (const line of exclusionLines(problems)) output.line(line);
  const awaiting = admitted.filter(({ entry }) => entry.approver === AWAITING_CONFIRMATION);
  output.line(
    `可用资料 ${admitted.length} 份（其中${AWAITING_CONFIRMATION} ${awaiting.length} 份），` +
      `段落 ${opened.store.passageCount()} 个，问答 ${opened.store.pairCount()} 对，问题 ${problems.length} 处。`,
  );
  return problems.length === 0 ? 0 : 1;
}

async function index({ app, output }: CommandContext): Promise<number> {
  const report = await app.rebuild(output.progress);
  for (const { id, reason } of report.excluded) output.note(`${id}：${reason}`);
  output.line(
    `索引已建成（${report.name}）：资料 ${report.materials} 份，段落 ${report.passages} 个，问答 ${report.pairs} 对。`,
  );
  const meaning = (await app.model())?.meaning ?? null;
  if (meaning !== null) await buildVectors(meaning, output);
  return 0;
}

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

async function text(id: string | undefined, { app, output }: CommandContext): Promise<number> {
  if (id === undefined) throw new UsageError('请写明资料编号，例如：corpus text plan-2023-2027');
  const opened = await app.index(output.progress);
  const found = opened.store.materialText(id);
  if (found === null) {
    const known = opened.store.materials().map((one) => one.id);
    throw new UsageError(`没有编号为“${id}”的可用资料。现有：${known.join('、') || '无'}。`);
  }
  output.line(found);
  return 0;
}

function periodOf({ effective_from: from, effective_to: to }: ManifestEntry): string {
  if (from === null && to === null) return '长期有效';
  return `${from === null ? '' : `${from} 起`}${to === null ? '' : `至 ${to}`}`;
}
