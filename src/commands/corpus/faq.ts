import { parseArgs } from 'node:util';
import type { StandingPair } from '../../materials/faq/pairs.ts';
import type { Command } from '../command.ts';

/** `corpus faq [--json]`: the pairs with who answers for them; 1 where one has no basis today. */
export const faq: Command = async (args, { app, output }) => {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
  const standing = await app.companions.standing();
  const lost = standing.filter(({ problem }) => problem !== null);
  if (values.json === true) output.line(JSON.stringify(standing.map(jsonOf)));
  else {
    for (const one of standing) output.line(lineOf(one));
    output.line(`问答 ${standing.length} 对，今天没有依据的 ${lost.length} 对。`);
  }
  return lost.length === 0 ? 0 : 1;
};

function lineOf({ pair, problem }: StandingPair): string {
  const { id, questions, answered_by, approved_by, approved_at } = pair;
  const signed = [
    ...(answered_by === undefined ? [] : [`答复：${answered_by}`]),
    ...(approved_by === undefined ? [] : [`批准：${approved_by} ${approved_at ?? ''}`.trim()]),
  ];
  const by = signed.length === 0 ? '没有答复人和批准人的记录' : signed.join('，');
  return `${id}  ${questions[0] ?? ''}  ${by}${problem === null ? '' : `  没有依据：${problem}`}`;
}

function jsonOf({ pair, problem }: StandingPair) {
  const { id, questions, answer, kind, quotes } = pair;
  return {
    ...{ id, questions, answer, kind, quotes },
    answeredBy: pair.answered_by ?? null,
    approvedBy: pair.approved_by ?? null,
    approvedAt: pair.approved_at ?? null,
    problem,
  };
}
