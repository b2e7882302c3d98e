import { readGoldenIn } from '../src/corpus/golden.ts';
import { runGate } from '../src/materials/gate/run-gate.ts';
import { type Edit, shippedPlan, shippedVariant } from '../tests/materials/gate/shipped-variant.ts';
import { SHIPPED_CORPUS } from '../tests/support/plan-index.ts';
import { medianOf, type Report, round } from './figures.ts';

/** Figures that bind somebody: a number with what it counts. */
const FIGURE = /\d+(?=名|人|个月|学时|年内|%|天|次|门|部)|\d+\/\d+/gu;
const PERMISSIVE = /鼓励|探索|可以/gu;

/** What the golden questions that ship stop: the plan with one thing wrong, each time another. */
export async function benchGate(report: Report): Promise<void> {
  const golden = await readGoldenIn(SHIPPED_CORPUS);
  const serving = await shippedVariant();
  const seconds: number[] = [];
  const isStopped = async (edit: Edit): Promise<boolean> => {
    const candidate = await shippedVariant(edit);
    const { index, inForce } = candidate;
    const begun = performance.now();
    const found = await runGate({ golden, candidate: index, serving: serving.index, inForce });
    seconds.push((performance.now() - begun) / 1000);
    await candidate.close();
    return found.worse.length > 0;
  };
  const plan = shippedPlan();
  for (const [fault, texts] of Object.entries(faultsOf(plan))) {
    let stopped = 0;
    for (const text of texts) if (await isStopped({ plan: () => text })) stopped++;
    report({ bench: 'gate', fault, planted: texts.length, stopped });
  }
  report({ bench: 'gate', questions: golden.length, medianSeconds: round(medianOf(seconds)) });
  await serving.close();
}

/** Texts of the plan, each with one fault. */
function faultsOf(plan: string): Readonly<Record<string, readonly string[]>> {
  const lines = plan.split('\n');
  const paragraphs = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  return {
    paragraphTakenOut: paragraphs.map((at) => lines.toSpliced(at, 1).join('\n')),
    figureAltered: replacedOneByOne(plan, FIGURE, (figure) => figure.replace(/^\d+/u, altered)),
    forceTurned: replacedOneByOne(plan, PERMISSIVE, () => '要'),
  };
}

function altered(figure: string): string {
  return String(Number(figure) + 1);
}

function replacedOneByOne(
  text: string,
  pattern: RegExp,
  by: (found: string) => string,
): readonly string[] {
  return [...text.matchAll(pattern)].map(
    ({ 0: found, index }) => text.slice(0, index) + by(found) + text.slice(index + found.length),
  );
}
