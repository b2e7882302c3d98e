import type { Analysis, Cell, ItemAnalysis } from '../../analysis/analysis.ts';
import { PAIR_WORDS, type Questionnaire, SCALE, TYPE_NAMES } from '../../questionnaire.ts';
import { questionNumbers } from '../report-words.ts';

/** One figure of a report. A figure that there is none of is undefined, one that is hidden is null. */
export interface Figure {
  readonly part: '样本' | '各题结果' | '差距排序' | '分组比较' | '开放题主题' | '开班建议' | '局限';
  /** Id of the item, and its number; empty where it is of no item. */
  readonly item: string;
  readonly number: string;
  readonly text: string;
  /** Such as 层级：县处级; empty for all. */
  readonly group: string;
  /** What it counts: an option, 平均分 … */
  readonly name: string;
  readonly count?: number | null;
  readonly share?: number | null;
  readonly value?: number | null;
  readonly words?: string;
}

/** Everything that the report tells in figures, in long form. */
export function figuresOf(analysis: Analysis, questionnaire: Questionnaire): Figure[] {
  const numbers = questionNumbers(questionnaire);
  const at = (item: string) => `${numbers.get(item) ?? ''}`;
  return [
    ...sampleFigures(analysis),
    ...itemFigures(analysis, questionnaire),
    ...analysis.needs.flatMap(({ id, text, ...need }): Figure[] => {
      const of = { part: '差距排序', item: id, number: at(id), text, group: '' } as const;
      return [
        { ...of, name: '位次', value: need.rank },
        { ...of, name: '平均加权差距', value: need.mwds },
        { ...of, name: PAIR_WORDS.need.importance.name, value: need.importance },
        { ...of, name: PAIR_WORDS.need.competence.name, value: need.competence },
        { ...of, name: '人数', count: need.answered },
      ];
    }),
    ...analysis.crossTabs.flatMap((tab) => [
      ...tab.groups.flatMap(({ label, answered, needs }): Figure[] => {
        const of = { part: '分组比较', group: `${tab.text}：${label}` } as const;
        return [
          {
            ...of,
            item: tab.band,
            number: at(tab.band),
            text: tab.text,
            name: '人数',
            count: answered,
          },
          ...needs.map(({ id, text, mwds }) => ({
            ...{ ...of, item: id, number: at(id), text, name: '平均加权差距', value: mwds },
          })),
        ];
      }),
      ...tab.tables.flatMap(({ item, text, options, rows }) =>
        tab.groups.flatMap(({ label }, row) =>
          options.map(
            (option, column): Figure => ({
              ...{ part: '分组比较', item, number: at(item), text, group: `${tab.text}：${label}` },
              ...{ name: option, count: rows[row]?.[column] ?? null },
            }),
          ),
        ),
      ),
    ]),
    ...analysis.items.flatMap(({ id, text, themes }) =>
      themes.map(
        ({ words, people }): Figure => ({
          ...{ part: '开放题主题', item: id, number: at(id), text, group: '' },
          ...{ name: words.join('、'), count: people },
        }),
      ),
    ),
    ...analysis.suggestions.map(
      ({ item, text, audience, reason }): Figure => ({
        ...{
          part: '开班建议',
          item,
          number: at(item),
          text,
          group: audience,
          name: '建议',
          words: reason,
        },
      }),
    ),
    ...analysis.limits.map(
      (words): Figure => ({
        ...{ part: '局限', item: '', number: '', text: '', group: '', name: '说明', words },
      }),
    ),
  ];
}

function sampleFigures({ sample }: Analysis): Figure[] {
  const of = { part: '样本', item: '', number: '', text: '', group: '' } as const;
  return [
    ...(sample.invited === null ? [] : [{ ...of, name: '发放人数', count: sample.invited }]),
    { ...of, name: '有效答卷', count: sample.answered },
    ...(sample.rate === null ? [] : [{ ...of, name: '回收率', share: sample.rate }]),
  ];
}

/** 各题结果 alone. */
export function itemFigures({ items }: Analysis, questionnaire: Questionnaire): Figure[] {
  const numbers = questionNumbers(questionnaire);
  return items.flatMap((item): Figure[] => {
    const of = {
      part: '各题结果' as const,
      ...{ item: item.id, number: `${numbers.get(item.id) ?? ''}` },
      ...{ text: item.text, group: TYPE_NAMES[item.type] },
    };
    const asks = questionnaire.items.find(({ id }) => id === item.id);
    const canBeLeft = asks?.type === 'scale-pair' && asks.hasNotApplicable;
    return [
      { ...of, name: '填答人数', count: item.answered },
      ...(canBeLeft ? [{ ...of, name: '选“不适用”', count: item.notApplicable }] : []),
      ...distributionFigures(item, questionnaire).map((figure) => ({ ...of, ...figure })),
      ...(item.type === 'number' ? [{ ...of, name: '平均数', value: item.mean }] : []),
    ];
  });
}

type Told = Pick<Figure, 'name' | 'count' | 'share' | 'value'>;

function distributionFigures(item: ItemAnalysis, questionnaire: Questionnaire): Told[] {
  const { distribution, pair } = item;
  const source = questionnaire.items.find(({ id }) => id === item.id);
  const words = PAIR_WORDS[source?.type === 'scale-pair' ? source.pair : 'need'];
  const means: Told[] =
    item.type === 'scale-pair'
      ? [
          { name: `${words.importance.name}平均分`, value: pair?.importance ?? null },
          { name: `${words.competence.name}平均分`, value: pair?.competence ?? null },
        ]
      : [];
  if (distribution === null) return means;
  switch (distribution.kind) {
    case 'options':
    case 'bands':
      return distribution.cells.map(({ label, count, share }: Cell) => ({
        ...{ name: label, count, share },
      }));
    case 'ranking':
      return distribution.places.map(({ option, mean }) => ({
        ...{ name: `${option}（平均位次）`, value: mean },
      }));
    case 'pair':
      return [
        ...means,
        ...(['importance', 'competence'] as const).flatMap((side): Told[] => {
          const counts = distribution[side];
          const { name } = words[side];
          // Hidden whole: a row a mark would say the same five times.
          if (counts === null) return [{ name: `${name}各分的人数`, count: null }];
          return SCALE.map((mark, at) => ({ name: `${name}${mark}分`, count: counts[at] ?? null }));
        }),
      ];
    default:
      return distribution satisfies never;
  }
}
