import type { Analysis, CrossTab, CrossTable } from '../../analysis/analysis.ts';
import { FEWEST } from '../../survey.ts';
import type { Block, TableData } from '../outline.ts';
import { centered, HIDDEN, left, quoted, score, shownCount, tableOf } from '../report-words.ts';

/** Columns of groups that stand beside one another on paper. */
const MOST_COLUMNS = 6;
const FIRST_NEEDS = 3;

/** 分层比较: what the groups of each band need first, and how far their gaps differ. */
export function groupComparison({ crossTabs }: Analysis): Block[] {
  return crossTabs.flatMap((tab, at): Block[] => [
    { kind: 'heading', level: 3, text: `（${'一二三四五六七八九十'[at] ?? at + 1}）按${tab.text}` },
    ...[firstNeeds(tab), ...gapTables(tab)].flatMap(asBlock),
    // Counts by the first band alone: all of them would fill a book, and the table file has them.
    ...(at === 0 ? countBlocks(tab) : []),
  ]);
}

/** Tables that tell something; those that are mostly hidden are named in a line. */
function countBlocks(tab: CrossTab): Block[] {
  const [told, hidden] = [tab.tables.filter(tells), tab.tables.filter((one) => !tells(one))];
  if (hidden.length === 0) return told.flatMap((table) => countTables(tab, table).flatMap(asBlock));
  const names = quoted(hidden.map(({ text }) => text.replace(/[？?]$/u, '')));
  return [
    ...told.flatMap((table) => countTables(tab, table).flatMap(asBlock)),
    {
      kind: 'note',
      text: `${names}按${tab.text}分组以后，多数数字不足${FEWEST}人，不列表。`,
    },
  ];
}

/** Whether at least half of its counts, but for nobody at all, are shown. */
function tells({ rows }: CrossTable): boolean {
  const counts = rows.flat().filter((count) => count !== 0);
  return counts.filter((count) => count === null).length * 2 <= counts.length;
}

/** All tables of a band, for a spreadsheet. */
export function groupTables(tab: CrossTab): TableData[] {
  const needs = firstNeeds(tab);
  return [
    ...(needs === null ? [] : [needs]),
    ...gapTables(tab, Number.POSITIVE_INFINITY),
    ...tab.tables.flatMap((table) => countTables(tab, table, Number.POSITIVE_INFINITY)),
  ];
}

function firstNeeds({ text, groups }: CrossTab): TableData | null {
  if (groups.every(({ needs }) => needs.length === 0)) return null;
  const rows = groups.map(({ label, answered, needs }) => [
    ...[label, shownCount(answered)],
    needs.length === 0
      ? HIDDEN
      : needs
          .slice(0, FIRST_NEEDS)
          .map((need, at) => `${at + 1}.${need.text}（${score(need.mwds)}）`)
          .join('\n'),
  ]);
  const columns = [left(shortened(text), 34), centered('人数', 18), left('差距最大的三项', 104)];
  return tableOf(`各组差距最大的内容：按${text}`, columns, rows, '括号内为平均加权差距。');
}

/** Content items down, groups across. */
function gapTables({ text, groups }: CrossTab, most = MOST_COLUMNS): TableData[] {
  const shown = groups.filter(({ needs }) => needs.length > 0);
  if (shown.length < 2) return [];
  const items = new Map(shown.flatMap(({ needs }) => needs.map((need) => [need.id, need.text])));
  return chunks(shown, most).map((part) =>
    tableOf(
      `各组的平均加权差距：按${text}`,
      [
        left('内容', FIRST_COLUMN),
        ...part.map(({ label }) => centered(label, across(part.length))),
      ],
      [...items].map(([id, name]) => [
        name,
        ...part.map(({ needs }) => {
          const need = needs.find((one) => one.id === id);
          return need === undefined ? HIDDEN : score(need.mwds);
        }),
      ]),
    ),
  );
}

/** Options down, groups across. */
function countTables(
  { groups }: CrossTab,
  { text, options, rows }: CrossTable,
  most = MOST_COLUMNS,
): TableData[] {
  const columns = groups.map(({ label }, at) => ({ label, counts: rows[at] ?? [] }));
  if (columns.every(({ counts }) => counts.every((count) => count === null))) return [];
  return chunks(columns, most).map((part) =>
    tableOf(
      `${text}（人数）`,
      [
        left('选项', FIRST_COLUMN),
        ...part.map(({ label }) => centered(label, across(part.length))),
      ],
      options.map((option, at) => [
        option,
        ...part.map(({ counts }) => shownCount(counts[at] ?? null)),
      ]),
    ),
  );
}

const FIRST_COLUMN = 60;

function across(count: number): number {
  return (156 - FIRST_COLUMN) / count;
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const parts: Item[][] = [];
  for (let at = 0; at < items.length; at += Math.min(size, items.length)) {
    parts.push(items.slice(at, at + size));
  }
  return parts;
}

function asBlock(table: TableData | null): Block[] {
  return table === null ? [] : [{ kind: 'table', table }];
}

function shortened(text: string): string {
  return text.length <= 8 ? text : '分组';
}
