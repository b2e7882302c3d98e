import type { Analysis, ItemAnalysis } from '../../analysis/analysis.ts';
import { type Questionnaire, TYPE_NAMES } from '../../questionnaire.ts';
import { FEWEST } from '../../survey.ts';
import type { Block, TableData } from '../outline.ts';
import {
  centered,
  HIDDEN,
  left,
  questionNumbers,
  score,
  shownCount,
  shownPercent,
  tableOf,
} from '../report-words.ts';
import { sectionsOf, withoutNumber } from './parts.ts';

/** Distributions of what is neither a band, a pair of marks nor a text, by sections of the questionnaire. */
export function opinions({ items }: Analysis, questionnaire: Questionnaire): Block[] {
  const sections = sectionsOf(questionnaire);
  const asked = opinionItems(items, questionnaire);
  const names = [...new Set(asked.map(({ id }) => sections.get(id) ?? ''))];
  return names.flatMap((name, at): Block[] => {
    const inIt = asked.filter(({ id }) => (sections.get(id) ?? '') === name);
    const number = '一二三四五六七八九十'[at] ?? at + 1;
    return [
      ...(name === '' || names.length < 2
        ? []
        : [{ kind: 'heading', level: 3, text: `（${number}）${withoutNumber(name)}` } as const]),
      ...inIt.flatMap((item) => distributionOf(item, questionnaire)),
    ];
  });
}

export function opinionItems(
  items: readonly ItemAnalysis[],
  questionnaire: Questionnaire,
): ItemAnalysis[] {
  const bands = new Set(
    questionnaire.items.flatMap((item) => (item.type === 'single' && item.isBand ? [item.id] : [])),
  );
  return items.filter(({ id, type }) => type !== 'scale-pair' && type !== 'text' && !bands.has(id));
}

/** A chart with its figures, or a word where nothing may be told. */
export function distributionOf(item: ItemAnalysis, questionnaire: Questionnaire): Block[] {
  const name = `第${questionNumbers(questionnaire).get(item.id)}题　${item.text}`;
  const { distribution, answered, type, mean } = item;
  if (distribution === null || answered === null) {
    return [
      { kind: 'note', text: `${name.replace(/[？?]$/u, '')}：填答者不足${FEWEST}人，不列出结果。` },
    ];
  }
  const of = `${TYPE_NAMES[type]}，${answered}人填答${mean === null ? '' : `，平均${score(mean)}`}`;
  const table = distributionTable(name, distribution);
  return [
    {
      kind: 'chart',
      caption: `${name}（${of}）`,
      chart: { kind: 'bars', bars: barsOf(distribution) },
      alt: `${of}。${table.rows.map((row) => row.filter((cell) => cell !== '').join(' ')).join('；')}。${table.note}`,
      table,
    },
  ];
}

type Shown = NonNullable<ItemAnalysis['distribution']>;

function distributionTable(name: string, distribution: Shown): TableData {
  switch (distribution.kind) {
    case 'options':
    case 'bands':
      return tableOf(
        name,
        [left('选项', 96), centered('人数', 30), centered('比例', 30)],
        distribution.cells.map(({ label, count, share }) => [
          ...[label, shownCount(count), shownPercent(share)],
        ]),
      );
    case 'ranking':
      return tableOf(
        name,
        [left('选项', 116), centered('平均位次', 40)],
        distribution.places.map(({ option, mean }) => [
          option,
          mean === null ? HIDDEN : score(mean),
        ]),
        '平均位次越小，越靠前。',
      );
    case 'pair':
      throw new Error('Cannot set marks of a pair as a list of options: they are two lists');
    default:
      return distribution satisfies never;
  }
}

function barsOf(distribution: Shown) {
  switch (distribution.kind) {
    case 'options':
    case 'bands':
      return distribution.cells.map(({ label, count, share }) => ({
        ...{ label, value: share, isStrong: true },
        shown: count === null ? HIDDEN : `${count}人　${shownPercent(share)}`,
      }));
    case 'ranking': {
      const last = distribution.places.length + 1;
      return distribution.places.map(({ option, mean }) => ({
        ...{ label: option, isStrong: true },
        // The first place is the longest bar.
        value: mean === null ? null : last - mean,
        shown: mean === null ? HIDDEN : `平均位次${score(mean)}`,
      }));
    }
    case 'pair':
      return [];
    default:
      return distribution satisfies never;
  }
}
