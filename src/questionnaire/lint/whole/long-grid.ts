import type { Item } from '../../questionnaire.ts';
import type { Asked } from '../asked.ts';
import { optionsOf } from '../asked.ts';
import type { ItemRule, WholeRule } from '../rule.ts';

/** Grids of more rows lose people; see the guide to needs analysis, 四（三）. */
export const MOST_ROWS = 7;

const NAME = '矩阵超过七行';

/** A grid in one item: a scale pair with lines of its own, or a text that lists what is to be marked. */
export const LONG_GRID: ItemRule = {
  name: NAME,
  check: (asked) => {
    const rows = rowsOf(asked);
    if (rows <= MOST_ROWS) return [];
    return [
      {
        message: `一题里有 ${rows} 行要评分，超过 ${MOST_ROWS} 行，中途放弃的人会增多。`,
        mend: `分成每组不超过 ${MOST_ROWS} 行的几组，中间用段落说明隔开；或者先请人选出相关的几项再评分。`,
      },
    ];
  },
};

function rowsOf(asked: Asked): number {
  const { type, item, bare, shape } = asked;
  const lines = optionsOf(item).length;
  if (type === 'scale-pair' && lines > 0 && shape !== 'scale') return lines;
  if (type !== 'scale-pair' && type !== 'number' && shape !== 'scale') return 0;
  if (!/评分|打分|评价|分别|逐项|程度|下列|以下/u.test(bare)) return 0;
  const longest = asked.text.split(/[。;:?()]/u).map((part) => part.split(/[、,;]/u).length);
  return Math.max(...longest);
}

/** Scale pairs that follow each other stand on the page as one grid. */
export const LONG_RUN_OF_PAIRS: WholeRule = {
  name: NAME,
  check: ({ items }) =>
    runsOfPairs(items)
      .filter((run) => run.length > MOST_ROWS)
      .map((run) => {
        const at = run[Math.ceil(run.length / Math.ceil(run.length / MOST_ROWS))] as Item;
        return {
          item: at.id,
          message: `连着有 ${run.length} 道双项评分题，超过 ${MOST_ROWS} 道，中途放弃的人会增多。`,
          mend: `在“${at.text.slice(0, 24)}”前加一个段落说明，分成每组不超过 ${MOST_ROWS} 道；或者删去次要的。`,
        };
      }),
};

function runsOfPairs(items: readonly Item[]): Item[][] {
  const runs: Item[][] = [[]];
  for (const item of items) {
    if (item.type === 'scale-pair') runs.at(-1)?.push(item);
    else runs.push([]);
  }
  return runs;
}
