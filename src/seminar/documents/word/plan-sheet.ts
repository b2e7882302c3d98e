import type { FileChild } from 'docx';
import type { Kit } from '../../kit.ts';
import { type DocumentHead, dateInWords, OPEN_DATE } from '../document-head.ts';
import {
  groundingWarning,
  groupsInWords,
  METHOD_LABEL,
  POLICY_LABEL,
  timedSteps,
  totalMinutes,
} from '../words.ts';
import {
  numberedList,
  paragraph,
  partHeading,
  policyBox,
  runs,
  sheetTitle,
  strong,
  warning,
} from './blocks.ts';
import { factTable, headedTable } from './tables.ts';

/** Twentieths of a point. */
const ABOVE_TABLE = { spacing: { after: 120 } };

/** 研讨方案 */
export function planSheet(kit: Kit, head: DocumentHead): FileChild[] {
  return [
    sheetTitle('结构化研讨方案'),
    paragraph('Topic', `主题：${kit.order.topic}`),
    ...warning(groundingWarning(kit)),
    paragraph(
      'Note',
      `本方案中，左侧有竖线、带底色的内容是“${POLICY_LABEL}”，为政策原文，逐字引用；标有“${METHOD_LABEL}”的内容是组织研讨的建议，不是政策要求，可以结合实际调整。`,
    ),
    partHeading('一、班次与对象'),
    facts(kit, head),
    partHeading('二、主题与聚焦问题'),
    ...subject(kit),
    partHeading('三、选题依据', POLICY_LABEL),
    ...grounds(kit),
    ...advice('四、研讨目标', numberedList(kit.aims)),
    ...advice('五、分组与角色', [
      paragraph('BodyText', `${groupsInWords(kit)}${kit.grouping}`, ABOVE_TABLE),
      roles(kit),
    ]),
    ...advice('六、课前准备', numberedList(kit.preparation)),
    ...advice('七、研讨流程', [
      paragraph('Note', '“起止”为开场后的分钟数，按实际开始时间推算。', { keepNext: true }),
      agenda(kit),
    ]),
    ...advice('八、研讨规则', numberedList(kit.rules)),
    ...advice('九、物料准备', numberedList(kit.supplies)),
    ...advice('十、汇报与点评', numberedList(kit.reporting)),
    ...advice('十一、成果去向', numberedList(kit.outcome)),
    ...advice('十二、风险预案', [risks(kit)]),
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
  const named = (name: string, words: string) =>
    paragraph('BodyText', [...strong(`${name}：`), ...runs(words)]);
  return [
    named('主题', order.topic),
    named('聚焦问题', focus),
    ...(order.situation === '' ? [] : [named('本地情况', order.situation)]),
  ];
}

function grounds({ basis, grounding, groundingNote }: Kit): FileChild[] {
  return [
    // Where the grounding falls short it is said at the top already.
    ...(grounding === 'full' ? [paragraph('BodyText', groundingNote)] : []),
    ...(basis.length === 0
      ? [paragraph('BodyText', '本次研讨没有可以引用的政策原文。')]
      : policyBox(basis)),
  ];
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
      { title: '时长\n（起止）', width: 21, isCentered: true },
      { title: '工具', width: 23, isCentered: true },
      { title: '引导语', width: 60 },
      { title: '产出', width: 34 },
    ],
    [...steps, total],
    { isDense: true, isKeptWhole: true },
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
