import { parseArgs } from 'node:util';
import type { App } from '../../app.ts';
import { readGoldenIn } from '../../corpus/golden.ts';
import { UserFacingError } from '../../errors.ts';
import type { Difference, GateFindings, Judgement } from '../../materials/gate/findings.ts';
import { countsInWords, isStopped, stoppedInWords } from '../../materials/gate/gate-words.ts';
import { runGate } from '../../materials/gate/run-gate.ts';
import type { HeldIndex } from '../../retrieval/index/keep-serving.ts';
import type { Command } from '../command.ts';

const NO_GOLDEN =
  '资料文件夹中没有把关题（golden.yaml）：从未有过的，资料变动不经把关直接启用；原来有的，变动先不启用，请从备份中恢复。';

/** `corpus gate`: asks the golden questions of the folder as it is, beside what serves; 1 where worse. */
export const gate: Command = async (args, { app, output }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
  });
  await app.index(output.progress);
  const trouble = await app.serving.fresh();
  const held = app.serving.stopped();
  if (trouble !== null && held === null) throw new UserFacingError(trouble);
  const judged = held === null ? await judgeServing(app) : await stoppedFindings(held, app);
  const { index, before, findings } = judged;
  if (values.json) output.line(JSON.stringify({ index, serving: before, ...findings }));
  else for (const line of linesOf(findings, judged)) output.line(line);
  return isStopped(findings) ? 1 : 0;
};

interface Judged extends HeldIndex {
  readonly findings: GateFindings;
}

/** What the gate has found of what it holds back. */
async function stoppedFindings(held: HeldIndex, app: App): Promise<Judged> {
  const found = await (await app.records()).releases.find(held.index, held.before);
  if (found === null) throw new Error(`Cannot find what was judged of index "${held.index}"`);
  return { ...held, findings: found.findings };
}

/** How the index fares from which answers come, which is of the folder as it is. */
async function judgeServing(app: App): Promise<Judged> {
  const golden = await readGoldenIn(app.corpusFolder());
  const { index, release } = await app.serving.borrowServing();
  try {
    const { admitted } = await app.corpus();
    const inForce = new Map(admitted.map(({ entry }) => [entry.id, entry]));
    const findings = await runGate({ golden, candidate: index, serving: index, inForce });
    return { index: index.name, before: index.name, findings };
  } finally {
    release();
  }
}

function linesOf(findings: GateFindings, { index, before }: HeldIndex): readonly string[] {
  if (findings.problem !== null) return [stoppedInWords(findings)];
  if (findings.asked === 0) return [NO_GOLDEN];
  const isServing = index === before;
  return [
    `${isServing ? '答复已按现有资料给出' : `现有资料（${index}）与答复所用的（${before}）比较`}：${countsInWords(findings)}。`,
    ...differences('答得不如原来', findings.worse),
    ...differences('比原来好', findings.better),
    ...differences('引文有变化', findings.changed),
    ...judgements('一直不合要求', findings.failing),
    ...judgements('依据已不在', findings.withoutBasis),
  ];
}

function differences(name: string, found: readonly Difference[]): readonly string[] {
  return found.flatMap(({ before, after }) => [
    `${name}：${after.question}（${after.id}）${after.problem === null ? '' : `　${after.problem}`}`,
    `  原来：${quoteOf(before)}`,
    `  改后：${quoteOf(after)}`,
  ]);
}

function judgements(name: string, found: readonly Judgement[]): readonly string[] {
  return found.map(
    ({ id, question, problem }) => `${name}：${question}（${id}）　${problem ?? ''}`,
  );
}

function quoteOf({ first }: Judgement): string {
  return first === null ? '没有引文' : `“${first.text}”（${first.title} ${first.place}）`;
}
