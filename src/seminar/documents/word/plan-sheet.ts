import type { FileChild } from 'docx';
import {
  lines,
  numberedList,
  type PolicyQuote,
  paragraph,
  partHeading,
  policyBox,
  sheetTitle,
  strong,
  warning,
} from '../../../documents/word/blocks.ts';
import { factTable, headedTable } from '../../../documents/word/tables.ts';
import { dateInWords } from '../../../text/date-in-words.ts';
import type { Kit } from '../../kit.ts';
import { type DocumentHead, OPEN_DATE } from '../document-head.ts';
import { timedSteps, totalMinutes } from '../timed-steps.ts';
import {
  groundingWarning,
  groupsInWords,
  kindsNote,
  METHOD_LABEL,
  NO_POLICY,
  PLAN_PARTS,
  policyLabel,
  sourceOf,
} from '../words.ts';

/** Twentieths of a point. */
const ABOVE_TABLE = { spacing: { after: 120 } };

/** 研讨方案 */
export function planSheet(kit: Kit, head: DocumentHead): FileChild[] {
  return [
    sheetTitle('结构化研讨方案'),
    paragraph('Topic', `主题：${kit.order.topic}`),
    ...warning(groundingWarning(kit)),
    paragraph('Note', `本方案中，${kindsNote(kit, '左侧有竖线、带底色')}`),
    partHeading(PLAN_PARTS.occasion),
    facts(kit, head),
    partHeading(PLAN_PARTS.subject),
    ...subject(kit),
    partHeading(PLAN_PARTS.grounds, kit.basis.length === 0 ? undefined : policyLabel(kit)),
    ...grounds(kit),
    ...advice(PLAN_PARTS.aims, numberedList(kit.aims)),
    ...advice(PLAN_PARTS.groups, [
      paragraph('BodyText', `${groupsInWords(kit)}${kit.grouping}`, ABOVE_TABLE),
      roles(kit),
    ]),
    ...advice(PLAN_PARTS.preparation, numberedList(kit.preparation)),
    ...advice(PLAN_PARTS.agenda, [
      paragraph('Note', '“起止”为开场后的分钟数，按实际开始时间推算。', { keepNext: true }),
      agenda(kit),
    ]),
    ...advice(PLAN_PARTS.rules, numberedList(kit.rules)),
    ...advice(PLAN_PARTS.supplies, numberedList(kit.supplies)),
    ...advice(PLAN_PARTS.reporting, numberedList(kit.reporting)),
    ...advice(PLAN_PARTS.outcome, numberedList(kit.outcome)),
    ...advice(PLAN_PARTS.risks, [risks(kit)]),
  ];
}

function advice(heading: string, content: readonly FileChild[]): FileChild[] {
  return [partHeading(heading, METHOD_LABEL), ...content];
}

function facts({ order, groups }: Kit, { className, date }: DocumentHead): FileChild {
  const name = (words: string) => ({ content: words, isHead: true });
  return factTable(
    [24, 60, 24, 48],
    [
      { cells: [name('班次'), className, name('日期'), dateInWords(date) || OPEN_DATE], height: 9 },
      {
        cells: [
          ...[name('研讨对象'), order.audience],
          ...[name('人数'), `${order.people}人，分${groups.length}组`],
        ],
        height: 9,
      },
      {
        cells: [name('研讨方法'), order.method, name('时长'), `${order.minutes}分钟`],
        height: 9,
      },
    ],
  );
}

function subject({ order, focus }: Kit): FileChild[] {
  const named = (name: string, words: string) => lines('BodyText', words, strong(`${name}：`));
  return [
    ...named('主题', order.topic),
    ...named('聚焦问题', focus),
    ...(order.situation === '' ? [] : named('本地情况', order.situation)),
  ];
}

function grounds(kit: Kit): FileChild[] {
  const { basis, grounding, groundingNote } = kit;
  return [
    // Where the grounding falls short it is said at the top already.
    ...(grounding === 'full' ? [paragraph('BodyText', groundingNote)] : []),
    ...(basis.length === 0
      ? [paragraph('BodyText', NO_POLICY)]
      : policyBox(policyLabel(kit), quotesOf(kit))),
  ];
}

function quotesOf({ basis }: Kit): PolicyQuote[] {
  return basis.map((citation) => ({ text: citation.text, source: sourceOf(citation) }));
}

function roles(kit: Kit): FileChild {
  return headedTable(
    [
      { title: '角色', width: 30, isCentered: true },
      { title: '职责', width: 126 },
    ],
    kit.roles.map(({ role, duty }) => ({ cells: [role, duty] })),
    { isKeptWhole: true },
  );
}

function agenda(kit: Kit): FileChild {
  const steps = timedSteps(kit).map(({ step, minutes, from, to, tool, guide, output }) => ({
    cells: [step, `${minutes}分钟\n${from}—${to}`, tool, guide, output],
  }));
  const total = { cells: ['合计', `${totalMinutes(kit)}分钟`, { content: '', columnSpan: 3 }] };
  return headedTable(
    [
      { title: '环节', width: 18, isCentered: true },
      { title: '时长\n（起止）', width: 20, isCentered: true },
      { title: '工具', width: 22, isCentered: true },
      { title: '引导语', width: 68 },
      { title: '产出', width: 28 },
    ],
    [...steps, total],
    { isDense: true, endsInTotal: true },
  );
}

function risks(kit: Kit): FileChild {
  return headedTable(
    [
      { title: '可能出现的情况', width: 46 },
      { title: '应对办法', width: 110 },
    ],
    kit.risks.map(({ risk, response }) => ({ cells: [risk, response] })),
    { isKeptWhole: true },
  );
}
