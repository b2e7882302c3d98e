import { parseArgs } from 'node:util';
import { readGoldenIn } from '../../corpus/golden.ts';
import type { Difference, GateFindings, Judgement } from '../../materials/gate/findings.ts';
import { countsInWords } from '../../materials/gate/gate-words.ts';
import { runGate } from '../../materials/gate/run-gate.ts';
import type { Command } from '../command.ts';

const NO_GOLDEN = '资料文件夹中没有把关题（golden.yaml），资料变动不经把关直接启用。';

/** `corpus gate`: asks the golden questions of the folder as it is, beside what serves; 1 where worse. */
export const gate: Command = async (args, { app, output }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
  });
  const golden = await readGoldenIn(app.corpusFolder());
  await app.index(output.progress);
  const [candidate, serving] = [await app.borrowIndex(), await app.serving.borrowServing()];
  try {
    const { admitted } = await app.corpus();
    const findings = await runGate({
      ...{ golden, candidate: candidate.index, serving: serving.index },
      inForce: new Map(admitted.map(({ entry }) => [entry.id, entry])),
    });
    const names = { index: candidate.index.name, serving: serving.index.name };
    if (values.json) output.line(JSON.stringify({ ...names, ...findings }));
    else for (const line of linesOf(findings, names)) output.line(line);
    return findings.worse.length === 0 ? 0 : 1;
  } finally {
    candidate.release();
    serving.release();
  }
};

function linesOf(
  findings: GateFindings,
  { index, serving }: { readonly index: string; readonly serving: string },
): readonly string[] {
  if (findings.asked === 0) return [NO_GOLDEN];
  const isServing = index === serving;
  return [
    `${isServing ? '答复已按现有资料给出' : `现有资料（${index}）与答复所用的（${serving}）比较`}：${countsInWords(findings)}。`,
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
    `  现在：${quoteOf(after)}`,
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
