import { gatherInsight } from '../../../insight/gather.ts';
import { type Insight, SPANS, type Span } from '../../../insight/insight.ts';
import { inFigures, spaced, withUnit } from '../../../insight/told.ts';
import { daysInWords, OUTCOME_NAMES, openTopics, percent } from '../../../insight/words.ts';
import { dateInWords } from '../../../text/date-in-words.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { TableBlock, TextBlock } from '../../reply.ts';
import { DESKS } from './desks.ts';
import { untoldNote } from './untold-note.ts';

/** Days that are shown unless others are asked for. */
export const USUAL_SPAN: Span = 30;

const NOTHING_TO_DO = '没有需要办理的事项。';
const ONLY_TOTALS = '只有合计数，不涉及任何个人，不作排名。';

/**
 * 运行情况: how much was asked and answered, and before all figures what wants to be done; the rest
 * is a tap away.
 */
export async function openStats(span: Span, on: PersonalOccasion): Promise<FeatureReply> {
  const insight = await gatherInsight(on.insight, span, on.today, on.now);
  return {
    placement: 'turn',
    blocks: [
      ...overview(insight),
      choices('去办理', ...Object.values(DESKS)),
      ...outcomeBlocks(insight),
      choices(
        '运行情况',
        ...PARTS.map(([label, part]): Button => [label, { kind: 'open-stats-part', span, part }]),
        ...SPANS.filter((one) => one !== span).map(
          (one): Button => [`近${one}天`, { kind: 'open-stats', span: one }],
        ),
        ['导出表格', { kind: 'export-stats', span }],
      ),
    ],
  };
}

/** What is looked at first. */
export function overview(insight: Insight): TextBlock[] {
  const waiting = waitingFor(insight);
  return [
    heading(`运行情况（近 ${insight.span} 天）`),
    lead(summaryOf(insight)),
    ...sinceWhen(insight),
    heading('需要办理'),
    plain(waiting.length === 0 ? NOTHING_TO_DO : waiting.map((line) => `· ${line}`).join('\n')),
  ];
}

const PARTS = [
  ['提问走势', 'questions'],
  ['资料引用', 'materials'],
  ['消息发送', 'messages'],
  ['问题和把关', 'loop'],
] as const;

function summaryOf({ from, to, asked, before, outcomes, span }: Insight): string {
  const days = `${daysInWords(from, to)}，`;
  const earlier = before === null ? '' : `；此前 ${span} 天提问${spaced(before, '次')}`;
  if (asked === 0) return `${days}没有提问${earlier}。`;
  const answered = outcomes.find(({ outcome }) => outcome === 'answered');
  const share = answered?.share ?? null;
  const told =
    answered === undefined || answered.count === 'hidden'
      ? ''
      : `，已作答${spaced(answered.count, '次')}${share === null ? '' : `，占 ${percent(share)}`}`;
  return `${days}提问${spaced(asked, '次')}${told}${earlier}。`;
}

function sinceWhen({ since, from }: Insight): TextBlock[] {
  if (since === null) return [remark('升级以后的提问才计入，目前还没有数据。')];
  return since > from ? [remark(`自${dateInWords(since)}起计数，以前的提问没有计入。`)] : [];
}

/** What somebody has to do, the most urgent first. */
function waitingFor({
  ledger,
  releases,
  isHeld,
  suggestions,
  messages,
  materials,
}: Insight): string[] {
  const topics = openTopics(ledger);
  const large = ledger.large.length;
  const suggested = suggestions.filter(({ isOpen }) => isOpen);
  const latest = releases.find(({ verdict }) => verdict === 'held');
  return [
    ...(isHeld
      ? [
          `资料更新没有启用${latest === undefined ? '' : `：${latest.worse} 道把关题变差`}，仍按原来的资料答复`,
        ]
      : []),
    ...(messages.late === 0
      ? []
      : [`${withUnit(messages.late, '条')}消息超过发送时间 1 小时仍未发出`]),
    ...(materials.submitted === 0 ? [] : [`资料待审核 ${materials.submitted} 份`]),
    ...(ledger.submitted === 0 ? [] : [`待答问题的答复待审核 ${ledger.submitted} 条`]),
    ...(topics === 0
      ? []
      : [`待答问题 ${topics} 个${large === 0 ? '' : `，其中 5 人以上问过的 ${large} 个`}`]),
    ...suggested
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => `意见建议${name} ${count} 条`),
  ];
}

/** How questions ended; nothing where there were none. */
export function outcomeBlocks({ asked, outcomes, ratings }: Insight): (TextBlock | TableBlock)[] {
  if (asked === 0) return [];
  const rated = `评价：有用${spaced(ratings.useful, '次')}，没帮助${spaced(ratings.notUseful, '次')}。`;
  return [
    {
      kind: 'table',
      caption: '提问结果',
      columns: ['结果', '次数', '占比'],
      rows: outcomes.map(({ outcome, count, share }) => [
        OUTCOME_NAMES[outcome] ?? outcome,
        inFigures(count),
        share === null ? '' : percent(share),
      ]),
    },
    plain(rated),
    ...untoldNote([
      ...outcomes.map(({ count }) => count),
      asked,
      ratings.useful,
      ratings.notUseful,
    ]),
    remark(ONLY_TOTALS),
  ];
}
