import { drawDays } from '../../../insight/draw-days.ts';
import { gatherInsight } from '../../../insight/gather.ts';
import type { Insight, Span, TimesOf } from '../../../insight/insight.ts';
import { spaced, withUnit } from '../../../insight/told.ts';
import {
  bandInWords,
  daysInWords,
  TIMES_NOTE,
  WAY_NAMES,
  withinInWords,
} from '../../../insight/words.ts';
import { type Button, choices, heading, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock, TableBlock, TextBlock } from '../../reply.ts';
import { loopPart } from './loop-part.ts';
import { materialsPart } from './materials-part.ts';
import { messagesPart } from './messages-part.ts';
import type { Part } from './part.ts';
import { untoldNote } from './untold-note.ts';

/** One side of the totals, with the button that leads to where something can be done. */
export async function openStatsPart(
  { span, part }: DeedOf<'open-stats-part'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const insight = await gatherInsight(on.insight, span, on.today, on.now);
  const { title, blocks, desks } = statsPart(part, insight, on.zone);
  const drawn = part === 'questions' && insight.asked !== 0 ? [await pictureOf(insight)] : [];
  return {
    placement: 'turn',
    blocks: [
      heading(`${title}（近 ${span} 天）`),
      ...drawn,
      ...blocks,
      choices('运行情况', ...desks, ...back(span)),
    ],
  };
}

/** One side in words. */
export function statsPart(
  part: DeedOf<'open-stats-part'>['part'],
  insight: Insight,
  zone: string,
): Part {
  switch (part) {
    case 'questions':
      return questionsPart(insight);
    case 'materials':
      return materialsPart(insight);
    case 'messages':
      return messagesPart(insight);
    case 'loop':
      return loopPart(insight, zone);
    default:
      return part satisfies never;
  }
}

function back(span: Span): Button[] {
  return [
    ['返回', { kind: 'open-stats', span }],
    ['导出表格', { kind: 'export-stats', span }],
  ];
}

async function pictureOf(insight: Insight): Promise<DraftBlock> {
  const { from, to, asked } = insight;
  const { png } = await drawDays(insight);
  return {
    kind: 'picture',
    file: { name: `每日提问-${from}至${to}.png`, mediaType: 'image/png', bytes: png },
    description: `每日提问次数，${daysInWords(from, to)}，共${spaced(asked, '次')}。`,
  };
}

function questionsPart({ times, asked }: Insight): Part {
  const title = '提问走势';
  if (asked === 0) return { title, blocks: [plain('这段时间没有提问。')], desks: [] };
  return {
    title,
    blocks: [
      ...times.map(timesBlock),
      remark(TIMES_NOTE),
      ...untoldNote(times.map((one) => one.asked)),
    ],
    desks: [],
  };
}

function timesBlock({ by, asked, median, most, slowest }: TimesOf): TextBlock | TableBlock {
  const name = `${WAY_NAMES[by]}（${withUnit(asked, '次')}）`;
  if (median === null || most === null || slowest === null) return plain(`${name}：不列出用时。`);
  return {
    kind: 'table',
    caption: `答复用时：${name}`,
    columns: ['答复', '用时'],
    rows: [
      ['一半', withinInWords(median)],
      ['95%', withinInWords(most)],
      ['最慢', bandInWords(slowest)],
    ],
  };
}
