import type { Analysis, Cell, ItemAnalysis } from '../../analysis/analysis.ts';
import type { Questionnaire, SingleItem } from '../../questionnaire.ts';
import type { Block } from '../outline.ts';
import {
  centered,
  HIDDEN,
  left,
  percent,
  questionNumbers,
  score,
  shownPercent,
  tableOf,
} from '../report-words.ts';
import { distributionOf, opinionItems } from './opinions.ts';

/** Questions that are answered on the same scale and so read as one picture. */
export interface ReactionGroup {
  readonly options: readonly string[];
  readonly items: readonly ItemAnalysis[];
}

const FEWEST_OF_A_GROUP = 2;
/** Ends of a scale that speak well of what was asked. */
const GOOD =
  /^(?:非常|很|十分|比较|较|基本)?(?:满意|好|合理|合适|实用|充分|清楚|有收获|有帮助|符合)/u;

/** 学员反应: what was answered on the same scale together, all else one by one. */
export function reactions({ items }: Analysis, questionnaire: Questionnaire): Block[] {
  const asked = opinionItems(items, questionnaire);
  const groups = reactionGroups(asked, questionnaire);
  const grouped = new Set(groups.flatMap((group) => group.items.map(({ id }) => id)));
  return [
    ...groups.map((group) => groupBlock(group, questionnaire)),
    ...asked
      .filter(({ id }) => !grouped.has(id))
      .flatMap((item) => distributionOf(item, questionnaire)),
    ...marks(items, questionnaire),
  ];
}

function reactionGroups(
  asked: readonly ItemAnalysis[],
  questionnaire: Questionnaire,
): ReactionGroup[] {
  const groups = new Map<string, { options: readonly string[]; items: ItemAnalysis[] }>();
  for (const item of asked) {
    const source = questionnaire.items.find(
      (one): one is SingleItem => one.id === item.id && one.type === 'single',
    );
    if (source === undefined || cellsOf(item).length === 0) continue;
    const key = JSON.stringify(source.options);
    const group = groups.get(key) ?? { options: source.options, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ items }) => items.length >= FEWEST_OF_A_GROUP);
}

/** The share of those who answered well; null where it cannot be told. */
export function goodShare(item: ItemAnalysis): number | null {
  const good = cellsOf(item).filter(({ label }) => GOOD.test(label));
  if (good.length === 0 || good.length === cellsOf(item).length) return null;
  const shares = good.map(({ share }) => share);
  return shares.includes(null)
    ? null
    : shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
}

function groupBlock({ options, items }: ReactionGroup, questionnaire: Questionnaire): Block {
  const numbers = questionNumbers(questionnaire);
  const width = (156 - FIRST_COLUMN - COUNT_COLUMN) / options.length;
  const rows = items.map((item) => ({
    label: `第${numbers.get(item.id)}题　${item.text}`,
    answered: item.answered === null ? HIDDEN : String(item.answered),
    shares: options.map(
      (option) => cellsOf(item).find(({ label }) => label === option)?.share ?? null,
    ),
  }));
  const table = tableOf(
    '各题结果',
    [
      left('题目', FIRST_COLUMN),
      centered('人数', COUNT_COLUMN),
      ...options.map((option) => centered(option, width)),
    ],
    rows.map(({ label, answered, shares }) => [label, answered, ...shares.map(shownPercent)]),
  );
  const told = rows.map(({ label, shares }) => {
    const parts = options.flatMap((option, at) => {
      const share = shares[at] ?? null;
      return share === null ? [] : [`${option}${percent(share)}`];
    });
    return `${label}：${parts.join('，')}`;
  });
  return {
    kind: 'chart',
    caption: '课程、师资、组织等方面的评价',
    chart: { kind: 'shares', parts: options, rows },
    alt: `${told.join('；')}。`,
    table,
  };
}

const FIRST_COLUMN = 58;
const COUNT_COLUMN = 14;

/** Things that were given two marks although they are no change: importance and how well it was met. */
function marks(items: readonly ItemAnalysis[], questionnaire: Questionnaire): Block[] {
  const changes = new Set(
    questionnaire.items.flatMap((item) =>
      item.type === 'scale-pair' && item.pair === 'change' ? [item.id] : [],
    ),
  );
  const rows = items.flatMap(({ id, text, pair, answered }) =>
    pair === null || changes.has(id)
      ? []
      : [[text, score(pair.importance), score(pair.competence), String(answered ?? HIDDEN)]],
  );
  if (rows.length === 0) return [];
  const columns = [
    ...[left('内容', 84), centered('重要程度', 26), centered('掌握程度', 26)],
    centered('人数', 20),
  ];
  return [{ kind: 'table', table: tableOf('重要程度和掌握程度', columns, rows) }];
}

function cellsOf({ distribution }: ItemAnalysis): readonly Cell[] {
  return distribution?.kind === 'options' ? distribution.cells : [];
}
