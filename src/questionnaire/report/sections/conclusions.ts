import type { Analysis, ItemAnalysis } from '../../analysis/analysis.ts';
import { isOther, NOT_APPLICABLE, type Questionnaire } from '../../questionnaire.ts';
import { percent, quoted, score } from '../report-words.ts';
import { opinionItems } from './opinions.ts';
import { answeredSentence } from './overview.ts';
import { sectionsOf } from './parts.ts';

/** What questions are about that a class is arranged by, as their words tell. */
const ARRANGEMENTS: readonly (readonly [name: string, words: RegExp])[] = [
  ['培训方式', /方式|方法/u],
  ['授课师资', /师资|教师|授课|主讲/u],
  ['时间安排', /时间|时长|天数|时段|多久/u],
  ['参训困难', /困难|障碍|影响.{0,6}参/u],
];

/** Three to five sentences that can be taken to a meeting. */
export function conclusions(analysis: Analysis, questionnaire: Questionnaire): string[] {
  return [
    `${answeredSentence(analysis)}以下结论是填答者的意见，不推断到没有填答的干部。`,
    ...largestGaps(analysis),
    ...quadrants(analysis),
    ...groups(analysis),
    ...arrangements(analysis, questionnaire),
  ].slice(0, 5);
}

function largestGaps({ needs }: Analysis): string[] {
  const first = needs.filter(({ mwds }) => mwds > 0).slice(0, 3);
  if (needs.length > 0 && first.length === 0) {
    return ['各项内容的掌握程度都不低于重要程度，没有发现明显的差距。'];
  }
  if (first.length === 0) return [];
  const scores = first.map(({ mwds }) => score(mwds)).join('、');
  const are = first.length === 1 ? '为' : '依次为';
  const top = first[0] as (typeof first)[number];
  return [
    `需求最突出的内容是${quoted(first.map(({ text }) => text))}，平均加权差距${are}${scores}；其中“${top.text}”重要程度平均${score(top.importance)}分，掌握程度平均${score(top.competence)}分。`,
  ];
}

function quadrants({ needs }: Analysis): string[] {
  const focus = needs.filter(({ quadrant }) => quadrant === 'focus').map(({ text }) => text);
  const keep = needs
    .filter(({ quadrant, isPrescribed }) => quadrant === 'keep' && !isPrescribed)
    .map(({ text }) => text);
  const parts = [
    ...(focus.length === 0 ? [] : [`重要而掌握不足、宜优先安排的有${quoted(focus, 4)}`]),
    ...(keep.length === 0
      ? []
      : [`重要、掌握好于其他内容的有${quoted(keep, 4)}，不必面向全体单独开班`]),
  ];
  return parts.length === 0 ? [] : [`${parts.join('；')}。`];
}

/** Of the first band that tells groups apart. */
function groups({ crossTabs }: Analysis): string[] {
  for (const { text, groups } of crossTabs) {
    const firsts = groups.flatMap(({ label, needs }) => {
      const first = needs[0];
      return first === undefined ? [] : [{ label, need: first.text }];
    });
    if (firsts.length < 2) continue;
    const needs = [...new Set(firsts.map(({ need }) => need))];
    if (needs.length === 1) return [`按${text}比较，各组排在首位的需求都是“${needs[0]}”。`];
    const told = needs.slice(0, 4).map((need) => {
      const labels = firsts.filter((one) => one.need === need).map(({ label }) => label);
      return `${labels.join('、')}是“${need}”`;
    });
    return [`按${text}比较，各组的首位需求不同：${told.join('，')}。`];
  }
  return [];
}

function arrangements({ items }: Analysis, questionnaire: Questionnaire): string[] {
  const sections = sectionsOf(questionnaire);
  const candidates = opinionItems(items, questionnaire);
  const told = ARRANGEMENTS.flatMap(([name, words]) => {
    const item =
      candidates.find(({ text }) => words.test(text)) ??
      candidates.find(({ id }) => words.test(sections.get(id) ?? ''));
    const first = item === undefined ? null : firstChoice(item);
    return first === null ? [] : [`${name}以${first}居首`];
  });
  return told.length === 0 ? [] : [`${told.join('，')}。`];
}

/** “案例式”（62.5%）; null where it cannot be told. */
function firstChoice({ distribution }: ItemAnalysis): string | null {
  if (distribution === null) return null;
  if (distribution.kind === 'ranking') {
    const first = distribution.places[0];
    if (first === undefined || first.mean === null) return null;
    return `“${first.option}”（平均位次${score(first.mean)}）`;
  }
  if (distribution.kind === 'pair') return null;
  const shown = distribution.cells.flatMap(({ label, share }) =>
    share === null || share === 0 || isOther(label) || label === NOT_APPLICABLE
      ? []
      : [{ label, share }],
  );
  if (shown.length === 0) return null;
  const most = Math.max(...shown.map(({ share }) => share));
  const first = shown.filter(({ share }) => share === most).map(({ label }) => label);
  return `${quoted(first)}（${first.length > 1 ? '各' : ''}${percent(most)}）`;
}
