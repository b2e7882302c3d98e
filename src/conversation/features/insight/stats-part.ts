import { timeIn } from '../../../clock.ts';
import { drawDays } from '../../../insight/draw-days.ts';
import { gatherInsight } from '../../../insight/gather.ts';
import type { Insight, Span, TimesOf } from '../../../insight/insight.ts';
import { inFigures, spaced, type Told, withUnit } from '../../../insight/told.ts';
import {
  bandInWords,
  daysInWords,
  TIMES_NOTE,
  VERDICT_NAMES,
  WAY_NAMES,
  withinInWords,
} from '../../../insight/words.ts';
import { withoutTitleMarks } from '../../../text/title-marks.ts';
import { type Button, choices, heading, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock, TableBlock, TextBlock } from '../../reply.ts';
import { DESKS } from './desks.ts';
import { untoldNote } from './stats-page.ts';

/** Materials that are listed; the workbook has all of them. */
const MOST_LISTED = 10;

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

interface Part {
  readonly title: string;
  readonly blocks: readonly (TextBlock | TableBlock)[];
  readonly desks: readonly Button[];
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

function materialsPart({ materials }: Insight): Part {
  const { inForce, cited, uncited } = materials;
  const listed = uncited.slice(0, MOST_LISTED);
  const rest = uncited.length - listed.length;
  return {
    title: '资料引用',
    blocks: [
      plain(
        inForce === 0
          ? '没有现行资料。'
          : `现行资料 ${inForce} 份，其中 ${uncited.length} 份没有被引用。`,
      ),
      ...(listed.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: '没有被引用的现行资料',
              columns: ['资料', '生效日期', '上次引用'],
              rows: listed.map(({ title, since, lastCited }) => [
                named(title),
                since === null ? '未登记' : since,
                lastCited ?? '没有',
              ]),
            },
          ]),
      ...(rest === 0 ? [] : [plain(`另有 ${rest} 份，见导出的表格。`)]),
      ...(cited.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: '引用较多的资料',
              columns: ['资料', '次数'],
              rows: cited
                .slice(0, MOST_LISTED)
                .map(({ title, count }) => [named(title), inFigures(count)]),
            },
          ]),
      ...(uncited.length === 0 ? [] : [remark(UNCITED_NOTE)]),
      ...untoldNote(cited.slice(0, MOST_LISTED).map(({ count }) => count)),
    ],
    desks: [DESKS.materials],
  };
}

const UNCITED_NOTE =
  '没有被引用，可能是没有人问到，也可能是内容与其他资料重复或者读取有误，请打开核对。';

function named(title: string): string {
  return `《${withoutTitleMarks(title)}》`;
}

function messagesPart({ messages }: Insight): Part {
  const { sent, failed, failedBy, uncertain, skipped, skippedBy } = messages;
  const { waiting, late, optedIn, ignored } = messages;
  const lines = [
    `已发出${inMessages(sent)}`,
    `未送达${inMessages(failed)}${reasons(failedBy)}`,
    ...(uncertain === 0
      ? []
      : [`不确定${inMessages(uncertain)}，发送途中中断，可能已经收到，系统不再重发`]),
    `没有发送${inMessages(skipped)}${reasons(skippedBy)}`,
    `等待发送${inMessages(waiting)}${
      late === 0 ? '' : `，其中超过发送时间 1 小时的${inMessages(late)}`
    }`,
    `开启学习提醒${inPeople(optedIn)}，其中连续三次没有回应、自动暂停的${inPeople(ignored)}`,
  ];
  const all = [sent, failed, uncertain, skipped, waiting, late, optedIn, ignored];
  const parts = [...failedBy, ...skippedBy].map(({ count }) => count);
  return {
    title: '消息发送',
    blocks: [
      plain(lines.map((line) => `· ${line}`).join('\n')),
      remark('学习提醒、班务通知和服务消息合计。'),
      ...untoldNote([...all, ...parts]),
    ],
    desks: [DESKS.reminders],
  };
}

function inMessages(count: Told): string {
  return spaced(count, '条');
}

function inPeople(count: Told): string {
  return spaced(count, '人');
}

/** Reasons that are not told are left out. */
function reasons(groups: Insight['messages']['failedBy']): string {
  const told = groups
    .filter(({ count }) => typeof count === 'number')
    .map(({ reason, count }) => `${reason}${inMessages(count)}`);
  return told.length === 0 ? '' : `：${told.join('，')}`;
}

function loopPart({ ledger, releases, suggestions }: Insight, zone: string): Part {
  const { open, assigned, submitted, answered, setAside, large } = ledger;
  const states = `待分派 ${open} 个，答复中 ${assigned} 个，待审核 ${submitted} 个，已答复 ${answered} 个，不答复 ${setAside} 个。`;
  const suggested = suggestions.map(({ name, count }) => `${name} ${count} 条`).join('，');
  return {
    title: '问题和把关',
    blocks: [
      plain(`待答问题：${states}`),
      ...(large.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: '5 人以上问过、还没有答复的问题',
              columns: ['问题', '人数'],
              rows: large
                .slice(0, MOST_LISTED)
                .map(({ question, people }) => [question, `${people} 人`]),
            },
          ]),
      ...(releases.length === 0
        ? [plain('把关：还没有资料更新的记录。')]
        : [
            {
              kind: 'table' as const,
              caption: '最近的资料更新',
              columns: ['时间', '把关结果', '把关题'],
              rows: releases.map((release) => [
                timeIn(zone, new Date(release.at)),
                VERDICT_NAMES[release.verdict],
                gateInWords(release),
              ]),
            },
          ]),
      ...(suggested === '' ? [] : [plain(`意见建议：${suggested}。`)]),
    ],
    desks: [DESKS.ledger, DESKS.gate, DESKS.suggestions],
  };
}

function gateInWords({ asked, worse, better, withoutBasis }: Insight['releases'][number]): string {
  if (asked === 0) return '没有比对';
  return [
    `${asked} 道`,
    ...(worse === 0 ? [] : [`变差 ${worse}`]),
    ...(better === 0 ? [] : [`变好 ${better}`]),
    ...(withoutBasis === 0 ? [] : [`没有依据 ${withoutBasis}`]),
  ].join('，');
}
