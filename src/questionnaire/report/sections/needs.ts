import {
  type Analysis,
  adviceFor,
  type NeedRank,
  QUADRANT_NAMES,
} from '../../analysis/analysis.ts';
import { FEWEST } from '../../survey.ts';
import type { Block } from '../outline.ts';
import { centered, left, quoted, score, tableOf } from '../report-words.ts';

const METHOD =
  '每项内容请填答者分别评出重要程度和掌握程度（1至5分）。差距按博里奇法用平均加权差距计算：个人差距等于重要程度减掌握程度，乘以该项内容的平均重要程度，再对填答者求平均。数值越大，需求越突出；接近零或者为负，说明大体够用。掌握程度是自我评价，不是考试成绩。';

/** 需求排序: the gaps as bars, the plot, and the figures that the numbers of both stand for. */
export function needsRanking(analysis: Analysis): Block[] {
  const { needs } = analysis;
  return [
    { kind: 'note', text: METHOD },
    gaps(needs),
    ...(needs.length < 2 ? [] : [plot(needs)]),
    { kind: 'table', table: needsTable(needs) },
    ...tooFew(analysis),
  ];
}

function meansOf(needs: readonly NeedRank[]) {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    importance: mean(needs.map(({ importance }) => importance)),
    competence: mean(needs.map(({ competence }) => competence)),
  };
}

function plot(needs: readonly NeedRank[]): Block {
  const means = meansOf(needs);
  const points = needs.map(({ text, importance, competence, quadrant }, at) => ({
    ...{ number: at + 1, label: text, importance, competence, quadrant },
  }));
  const told = Object.entries(QUADRANT_NAMES).flatMap(([quadrant, name]) => {
    const inIt = points.filter((point) => point.quadrant === quadrant);
    return inIt.length === 0
      ? []
      : [`${name}：${inIt.map(({ number, label }) => `${number} ${label}`).join('、')}`];
  });
  return {
    kind: 'chart',
    caption: '重要程度与掌握程度（图中数字是下表的序号）',
    chart: { kind: 'quadrants', points, means },
    alt: `以掌握程度为横轴、重要程度为纵轴，以各项平均值（重要程度${score(means.importance)}，掌握程度${score(means.competence)}）分成四个区。${told.join('；')}。`,
    table: null,
  };
}

function needsTable(needs: readonly NeedRank[]) {
  const hasTies = new Set(needs.map(({ rank }) => rank)).size < needs.length;
  const columns = [
    centered('序号', 12),
    left('内容', hasTies ? 47 : 59),
    centered('重要\n程度', 15),
    centered('掌握\n程度', 15),
    centered('加权\n差距', 15),
    ...(hasTies ? [centered('位次', 12)] : []),
    centered('人数', 13),
    centered('建议', 27),
  ];
  const rows = needs.map((need, at) => [
    ...[`${at + 1}`, need.text, score(need.importance), score(need.competence), score(need.mwds)],
    ...(hasTies ? [`${need.rank}`] : []),
    ...[`${need.answered}`, adviceFor(need)],
  ]);
  const note =
    '“建议”一栏按重要程度、掌握程度与各项平均值相比划分：优先安排（重要程度较高、掌握程度较低）、保持巩固（两项都较高）、酌情安排（两项都较低）、不必单独安排（重要程度较低、掌握程度较高）。高低是各项内容之间比较，不是说掌握程度已经够用。';
  const PRESCRIBED_NOTE =
    '党的创新理论教育和政治训练是规划规定的内容，标“按规定安排”；评分高低只用来改进教学，不作为安排与否的依据。';
  const told = needs.some(({ isPrescribed }) => isPrescribed) ? note + PRESCRIBED_NOTE : note;
  return tableOf('各项内容的差距排序', columns, rows, told);
}

function gaps(needs: readonly NeedRank[]): Block {
  const bars = needs.map(({ text, mwds, quadrant }, at) => ({
    label: `${at + 1} ${text}`,
    value: Math.max(0, mwds),
    shown: score(mwds),
    isStrong: quadrant === 'focus',
  }));
  const order = needs.map(({ text, mwds }) => `${text}${score(mwds)}`).join('，');
  return {
    kind: 'chart',
    caption: '平均加权差距（实心条为“优先安排”的内容，数字是序号）',
    chart: { kind: 'bars', bars },
    alt: `平均加权差距从大到小：${order}。`,
    table: null,
  };
}

/** Content items that nothing may be told of. */
function tooFew({ items, needs }: Analysis): Block[] {
  const ranked = new Set(needs.map(({ id }) => id));
  const left = items.filter(
    ({ id, type, pair }) => type === 'scale-pair' && pair === null && !ranked.has(id),
  );
  if (left.length === 0) return [];
  const names = quoted(left.map(({ text }) => text));
  return [{ kind: 'note', text: `${names}的填答者不足${FEWEST}人，没有列入排序。` }];
}
