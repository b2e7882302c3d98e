import { dateInWords } from '../../../text/date-in-words.ts';
import type { Analysis, ItemAnalysis } from '../../analysis/analysis.ts';
import { KIND_NAMES, type Questionnaire } from '../../questionnaire.ts';
import { FEWEST } from '../../survey.ts';
import type { Block } from '../outline.ts';
import { bandName } from '../plain-labels.ts';
import type { ReportHead } from '../report-head.ts';
import {
  centered,
  left,
  percent,
  questionNumbers,
  shownCount,
  shownPercent,
  tableOf,
} from '../report-words.ts';

/** 调研概况: who were asked, when, how many answered, and who they are by bands. */
export function overview(
  analysis: Analysis,
  questionnaire: Questionnaire,
  head: ReportHead,
): Block[] {
  return [
    { kind: 'paragraph', text: overviewSentence(analysis, questionnaire, head) },
    { kind: 'table', table: facts(analysis, questionnaire, head) },
    ...responseRate(analysis),
    ...bands(analysis, questionnaire),
  ];
}

/** Two or three sentences. */
export function overviewSentence(
  { sample }: Analysis,
  { kind }: Questionnaire,
  head: ReportHead,
): string {
  const whom = head.audience === '' ? '' : `面向${head.audience}，`;
  const when = span(head);
  const what = kind === 'needs' ? '本次培训需求调研' : '本次班次评估';
  const opening = `${what}${whom}用无记名问卷进行${when === '' ? '' : `，填答时间为${when}`}。`;
  return `${opening}${answeredSentence({ sample })}`;
}

export function answeredSentence({ sample }: Pick<Analysis, 'sample'>): string {
  const { invited, answered, rate } = sample;
  const counted =
    invited === null || rate === null
      ? `收到有效答卷${answered}份。问卷凭链接填答，发放人数不明，不计算回收率。`
      : `问卷发给${invited}人，收到有效答卷${answered}份，回收率${percent(rate)}。`;
  const few = `有效答卷不足${FEWEST}份，为保护填答人，不列出各题结果。`;
  return answered < FEWEST ? `${counted}${few}` : counted;
}

function facts({ sample }: Analysis, questionnaire: Questionnaire, head: ReportHead) {
  const questions = questionNumbers(questionnaire).size;
  const rows = [
    ['问卷', `${head.title}（${KIND_NAMES[questionnaire.kind]}，共${questions}题）`],
    ['填答对象', head.audience],
    ['填答时间', span(head)],
    ['发放人数', sample.invited === null ? '凭链接填答，人数不明' : `${sample.invited}人`],
    ['有效答卷', `${sample.answered}份`],
    ['回收率', sample.rate === null ? '不计算' : percent(sample.rate)],
    ['报告日期', dateInWords(head.madeOn)],
  ];
  const known = rows.filter(([, value]) => value !== '');
  return tableOf('基本情况', [left('项目', 36), left('内容', 120)], known);
}

function responseRate({ sample }: Analysis): Block[] {
  const { invited, answered, rate } = sample;
  if (invited === null || rate === null || invited === 0) return [];
  const missing = invited - answered;
  const rows = [
    ['已填答', String(answered), percent(rate)],
    ['未填答', String(missing), percent(1 - rate)],
  ];
  return [
    {
      kind: 'chart',
      caption: '回收情况',
      chart: {
        kind: 'shares',
        parts: ['已填答', '未填答'],
        rows: [{ label: `发给${invited}人`, shares: [rate, 1 - rate] }],
      },
      alt: `发给${invited}人，已填答${answered}人，占${percent(rate)}；未填答${missing}人，占${percent(1 - rate)}。`,
      table: tableOf(
        '回收情况',
        [left('情况', 76), centered('人数', 40), centered('比例', 40)],
        rows,
      ),
    },
  ];
}

function bands({ items }: Analysis, questionnaire: Questionnaire): Block[] {
  const asked = questionnaire.items.filter((item) => item.type === 'single' && item.isBand);
  const found = asked.flatMap(({ id }) => items.filter((item) => item.id === id));
  const rows = found.flatMap(bandRows);
  if (rows.length === 0) return [];
  const columns = [left('项目', 46), left('类别', 58), centered('人数', 26), centered('比例', 26)];
  return [{ kind: 'table', table: tableOf('填答者构成', columns, rows) }];
}

function bandRows({ text, distribution }: ItemAnalysis): string[][] {
  if (distribution === null || !('cells' in distribution)) return [];
  return distribution.cells.map(({ label, count, share }, at) => [
    at === 0 ? bandName(text) : '',
    ...[label, shownCount(count), shownPercent(share)],
  ]);
}

function span({ opened, closed }: ReportHead): string {
  const days = [dateInWords(opened), dateInWords(closed)].filter((words) => words !== '');
  return days.join('至');
}
