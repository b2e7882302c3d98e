import type { Questionnaire } from '../questionnaire.ts';
import { FEWEST } from '../survey.ts';
import type { Analysis, ItemAnalysis } from './analysis.ts';
import type { Column } from './columns.ts';

/** Lower rates are told as low. */
const ENOUGH_RESPONSE = 0.6;
/** Smaller samples are told as small. */
const ENOUGH_RESPONSES = 30;
/** Items that fewer than this share answered are named. */
const ENOUGH_ANSWERED = 0.9;
const MOST_NAMED = 8;

export type Found = Pick<Analysis, 'sample' | 'items' | 'needs' | 'changes' | 'crossTabs'>;

/** What the figures cannot tell, each a sentence. */
export function nameLimits(
  { items }: Questionnaire,
  columns: readonly Column[],
  found: Found,
): readonly string[] {
  const { sample } = found;
  if (sample.answered < FEWEST) {
    return [
      `有效答卷只有${sample.answered}份，不足${FEWEST}份。为保护填写人，只列总数，不作分析；可以延长填写时间或者扩大范围后重新调研。`,
    ];
  }
  const isPair = (pair: 'need' | 'change') =>
    columns.some(({ item }) => item.type === 'scale-pair' && item.pair === pair);
  return [
    ...rateLimits(sample),
    ...when(
      sample.answered < ENOUGH_RESPONSES,
      `样本较小（${sample.answered}份），个别人的回答对平均分影响较大，得分相近的内容不宜区分先后。`,
    ),
    ...when(
      isPair('need'),
      '重要程度和掌握程度由填写人自评，可能偏高或者偏低，应当结合组织需求和岗位需求一并研究。',
    ),
    ...when(
      isPair('change'),
      '训前和现在的掌握程度都是训后回忆评定，容易高估变化，不能单独作为培训成效的依据。',
    ),
    ...missingLimits(items, columns, found.items, sample.answered),
    ...when(
      columns.some(({ kind }) => kind === 'scale-pair'),
      '选择“不适用”或者只评了一项的，不计入该内容的平均分和加权差距。',
    ),
    ...when(
      isSomethingHidden(found),
      `不足${FEWEST}人的选项和群体，以及相减可以得出它们的数字，没有列出；没有列出不等于没有人选。`,
    ),
    ...when(
      columns.some(({ kind }) => kind === 'text'),
      `简答题只列${FEWEST}人以上共同提到的词语，不列原话，少数人的意见没有反映。`,
    ),
    ...when(
      found.crossTabs.some(({ groups }) => groups.length > 0),
      '分群体的结果人数较少，只反映差别的大致方向；各种分法的结果不能相互叠加。',
    ),
  ];
}

function rateLimits({ invited, rate }: Analysis['sample']): string[] {
  if (rate === null || invited === null) {
    return [
      '发放人数不详，无法计算回收率，结果只反映填写人的情况，不能推及未填写的人。通过链接填写的，每个账号只能提交一次，但不能排除一人使用几个账号。',
    ];
  }
  if (rate >= ENOUGH_RESPONSE) return [];
  return [
    `回收率${(rate * 100).toFixed(1)}%，偏低，未填写的人可能有不同看法，结论推及全体时应当慎重。`,
  ];
}

function missingLimits(
  items: Questionnaire['items'],
  columns: readonly Column[],
  results: readonly ItemAnalysis[],
  responses: number,
): string[] {
  const always = new Set(
    columns
      .filter(({ item }) => item.showIf === null && item.type !== 'text')
      .map((one) => one.item.id),
  );
  const asking = items.filter(({ type }) => type !== 'section').map(({ id }) => id);
  const short = results.filter(
    ({ id, answered }) =>
      always.has(id) && answered !== null && answered < responses * ENOUGH_ANSWERED,
  );
  if (short.length === 0) return [];
  const named = short.slice(0, MOST_NAMED).map(({ id }) => asking.indexOf(id) + 1);
  const more = short.length > MOST_NAMED ? '等' : '';
  return [
    `第${named.join('、')}${more}题有一成以上的人没有作答或者选择不适用，这些题的结果只代表作答的人。`,
  ];
}

function isSomethingHidden({ items, crossTabs }: Found): boolean {
  return (
    items.some(({ answered, distribution, type, mean }) => {
      if (answered === null || (type === 'number' && mean === null)) return true;
      if (distribution === null) return false;
      if (distribution.kind === 'pair') {
        return distribution.importance === null || distribution.competence === null;
      }
      if (distribution.kind === 'ranking') {
        return distribution.places.some(({ mean }) => mean === null);
      }
      return distribution.cells.some(({ count }) => count === null);
    }) ||
    crossTabs.some(
      ({ groups, tables }) =>
        groups.some(({ answered }) => answered === null) ||
        tables.some(({ rows }) => rows.some((row) => row.includes(null))),
    )
  );
}

function when(is: boolean, limit: string): string[] {
  return is ? [limit] : [];
}
