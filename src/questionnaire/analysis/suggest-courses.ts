import { type Item, type ItemBasis, isOther, type Questionnaire } from '../questionnaire.ts';
import type { CourseSuggestion, NeedRank } from './analysis.ts';
import { knownBand } from './bands-of.ts';
import { quadrantOf } from './borich.ts';
import type { PairSums } from './count-column.ts';
import type { BandResult } from './cross-tab.ts';
import type { NeedOfGroup } from './group-needs.ts';

const FOR_ALL = '全体调研对象';

/** In marks: a difference of half a step is worth a class of one's own. */
const CLEARLY_LARGER = 0.5;
/** Standard errors; a difference of two is chance in about one case of twenty. */
const STANDARD_ERRORS = 2;

/**
 * What to teach whom: for all, content that is important, little mastered and has a gap; for a group,
 * content that it finds important and whose gap is clearly larger with it than with the others, by
 * half a mark at least and by more than chance would have it (Welch's standard error).
 */
export function suggestCourses(
  { items }: Questionnaire,
  needs: readonly NeedRank[],
  bands: readonly BandResult[],
): readonly CourseSuggestion[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const forAll = needs
    .filter(
      ({ quadrant, importance, competence }) => quadrant === 'focus' && importance > competence,
    )
    .map(
      (need): CourseSuggestion => ({
        ...{ item: need.id, text: need.text, audience: FOR_ALL },
        reason: reasonForAll(need, needs.length),
        basis: basisOf(byId.get(need.id)),
      }),
    );
  const forGroups = bands
    .flatMap(({ tab, needs: own }) =>
      own
        .filter((need) => isClearlyLarger(need) && isImportantTo(need, needs))
        .map((need) => ({ tab, need })),
    )
    .toSorted((one, other) => other.need.mwds - one.need.mwds)
    .map(({ tab, need }): CourseSuggestion => {
      const group = tab.groups[need.group];
      return {
        ...{ item: need.id, text: need.text },
        audience: audienceOf(tab.text, group?.label ?? ''),
        reason: reasonForGroup(need, group?.answered ?? null, forAll),
        basis: basisOf(byId.get(need.id)),
      };
    });
  return [...forAll, ...forGroups];
}

/** Such as 县处级干部; a label that says nothing by itself is given with what it answers. */
function audienceOf(question: string, label: string): string {
  const band = knownBand(question);
  if (band === null) return `“${question.replace(/[？?]$/u, '')}”一题选“${label}”的人员`;
  if (isOther(label)) return `${band}选“其他”的干部`;
  if (/(?:干部|人|人员|成员|者)$/u.test(label)) return label;
  return /^[未没不无]/u.test(label) ? `${label}的干部` : `${label}干部`;
}

function isClearlyLarger({ sums, rest }: NeedOfGroup): boolean {
  if (rest.people < 2 || gapOf(sums) <= 0) return false;
  const more = gapOf(sums) - gapOf(rest);
  const error = Math.sqrt(varianceOf(sums) / sums.people + varianceOf(rest) / rest.people);
  return more >= CLEARLY_LARGER && more > STANDARD_ERRORS * error;
}

/** Held against what divides all content: nothing that a group finds unimportant is suggested to it. */
function isImportantTo({ sums }: NeedOfGroup, needs: readonly NeedRank[]): boolean {
  const mean = needs.reduce((sum, need) => sum + need.importance, 0) / Math.max(1, needs.length);
  const quadrant = quadrantOf(
    { importance: sums.importance / sums.people, competence: 0 },
    { importance: needs.length < 2 ? 3 : mean, competence: 1 },
  );
  return quadrant === 'focus';
}

function gapOf({ people, importance, competence }: PairSums): number {
  return (importance - competence) / people;
}

function varianceOf(sums: PairSums): number {
  return (sums.squaredGap - sums.people * gapOf(sums) ** 2) / (sums.people - 1);
}

function reasonForAll(need: NeedRank, count: number): string {
  const { importance, competence, mwds, rank, answered } = need;
  const means = `重要程度平均${figure(importance)}分，掌握程度平均${figure(competence)}分，相差${figure(importance - competence)}分`;
  const place =
    count > 1
      ? `加权差距得分${figure(mwds)}，在${count}项内容中排第${rank}位`
      : `加权差距得分${figure(mwds)}`;
  return `${answered}人评分，${means}；${place}，重要而掌握不足，建议列入教学计划。`;
}

function reasonForGroup(
  { id, sums, rest, mwds }: NeedOfGroup,
  answered: number | null,
  forAll: readonly CourseSuggestion[],
): string {
  const size = answered === null ? '' : `该群体共${answered}人作答，`;
  const gaps = `差距平均${figure(gapOf(sums))}分，其余人员${figure(gapOf(rest))}分，高出${figure(gapOf(sums) - gapOf(rest))}分`;
  const advice = forAll.some(({ item }) => item === id)
    ? '建议在面向全体的课程之外，为其加深一层或者单独编班'
    : '不必面向全体，建议为其单独编班或者在其班次中增加专题';
  return `${size}${gaps}，加权差距得分${figure(mwds)}；${advice}。`;
}

function basisOf(item: Item | undefined): CourseSuggestion['basis'] {
  const basis: ItemBasis | null = item?.basis ?? null;
  return basis === null ? null : { title: basis.title, place: basis.place, text: basis.text };
}

/** Two decimals, as the report gives them. */
function figure(value: number): string {
  return value.toFixed(2);
}
