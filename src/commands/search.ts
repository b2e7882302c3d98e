import { parseArgs } from 'node:util';
import { readQuestion } from '../answering/question-input.ts';
import { UsageError } from '../errors.ts';
import { searchPassages } from '../retrieval/search.ts';
import type { Command } from './command.ts';

const MOST_HITS = 100;

/** `search "…" [--limit 10] [--json]`: which passages a question finds, and why (命中测试). */
export const search: Command = async (args, { app, output }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      limit: { type: 'string', default: '10' },
    },
  });
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_HITS) {
    throw new UsageError(`--limit 应为 1 至 ${MOST_HITS} 的整数。`);
  }
  const input = readQuestion(positionals.join(' '));
  if (!input.ok) throw new UsageError(input.problem);
  const hits = searchPassages(await app.index(output.progress), input.text, limit);
  if (values.json) output.line(JSON.stringify(hits));
  else {
    for (const { title, place, text, score, why } of hits) {
      output.line(`${score.toFixed(2)}  《${title}》${place}（${why}）\n      ${text}`);
    }
    if (hits.length === 0) output.note('没有命中任何段落，请换一种说法。');
  }
  return 0;
};
