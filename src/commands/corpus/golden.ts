import { parseArgs } from 'node:util';
import { STATE_WORDS } from '../../conversation/features/golden/golden-words.ts';
import type { GoldenQuestion } from '../../corpus/golden.ts';
import { type JudgedNow, judgeNow } from '../../materials/gate/judge-now.ts';
import type { Command } from '../command.ts';

/**
 * `corpus golden [--json]`: the golden questions by the corpus as it is now; 1 where one does not hold.
 */
export const golden: Command = async (args, { app, output }) => {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
  const questions = await app.companions.golden();
  const { admitted } = await app.corpus();
  const inForce = new Map(admitted.map(({ entry }) => [entry.id, { title: entry.title }]));
  const states = await judgeNow(questions, await app.index(output.progress), inForce);
  const judged = questions.map((one) => ({ ...one, ...(states.get(one.id) as JudgedNow) }));
  const others = judged.filter(({ state }) => state !== 'holds');
  if (values.json === true) output.line(JSON.stringify(judged));
  else {
    for (const one of judged) output.line(lineOf(one));
    output.line(`把关题 ${judged.length} 道，符合的 ${judged.length - others.length} 道。`);
  }
  return others.length === 0 ? 0 : 1;
};

function lineOf({ id, question, state, problem }: GoldenQuestion & JudgedNow): string {
  return `${id}  ${STATE_WORDS[state]}  ${question}${problem === null ? '' : `  ${problem}`}`;
}
