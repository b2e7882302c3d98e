import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { dateIn } from '../clock.ts';
import { outcomeBlocks, overview } from '../conversation/features/insight/stats-page.ts';
import { statsPart } from '../conversation/features/insight/stats-part.ts';
import { blockText } from '../conversation/plain-text.ts';
import { UsageError, UserFacingError } from '../errors.ts';
import { gatherInsight } from '../insight/gather.ts';
import { type Insight, SPANS, type Span } from '../insight/insight.ts';
import { insightXlsx } from '../insight/insight-xlsx.ts';
import type { Command } from './command.ts';

const PARTS = ['questions', 'materials', 'messages', 'loop'] as const;

/** `stats [--days 7|30|90] [--json] [--out FILE.xlsx]`: totals of the service, as its page has them. */
export const stats: Command = async (args, { app, output }) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      days: { type: 'string', default: '30' },
      json: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  });
  const span = spanOf(values.days);
  if (values.out !== undefined && !/\.xlsx$/iu.test(values.out)) {
    throw new UsageError('--out 的文件名以 .xlsx 结尾。');
  }
  const { zone } = app.config;
  const now = app.clock.now();
  const insight = await gatherInsight(await app.insight(), span, dateIn(zone, now), now);
  if (values.out !== undefined) {
    const bytes = await insightXlsx(insight, zone);
    await writeFile(values.out, bytes).catch(() => {
      throw new UserFacingError(`写不进文件 ${values.out}，请检查路径和权限。`);
    });
    output.note(`已写入 ${values.out}。`);
  }
  if (values.json) output.line(JSON.stringify(insight));
  else if (values.out === undefined) for (const line of linesOf(insight, zone)) output.line(line);
  return 0;
};

function spanOf(days: string): Span {
  const span = SPANS.find((one) => String(one) === days);
  if (span === undefined) throw new UsageError('--days 只能是 7、30 或者 90。');
  return span;
}

function linesOf(insight: Insight, zone: string): string[] {
  const parts = PARTS.flatMap((part) => {
    const { title, blocks } = statsPart(part, insight, zone);
    return ['', title, ...blocks.map(blockText)];
  });
  return [...[...overview(insight), ...outcomeBlocks(insight)].map(blockText), ...parts];
}
