import { numbered } from '../../documents/numbered.ts';
import { printable } from '../../documents/printable.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { toChineseNumeral } from '../../text/numerals.ts';
import type { Kit } from '../kit.ts';
import { CAUSE_CATEGORIES } from '../session/cause-categories.ts';
import type { DocumentHead } from './document-head.ts';
import { type NumberedQuestion, numberedStages, rangeOf } from './numbered-stages.ts';
import { timedSteps, totalMinutes } from './timed-steps.ts';
import {
  basisInWords,
  groundingWarning,
  groupsInWords,
  kindsNote,
  METHOD_LABEL,
  NO_BASIS,
  NO_POLICY,
  PLAN_PARTS,
  policyLabel,
  sourceOf,
} from './words.ts';

/** A whole kit as plain text, to copy or to read in a chat: parts are blocks between empty lines. */
export function kitText(kit: Kit, head: DocumentHead): string {
  const blocks = [...planBlocks(kit, head), ...questionBlocks(kit), ...recordBlocks()];
  return `${printable(blocks.filter((block) => block !== '').join('\n\n'))}\n`;
}

function planBlocks(kit: Kit, { className, date }: DocumentHead): string[] {
  const { order } = kit;
  return [
    '【研讨方案】',
    groundingWarning(kit),
    kindsNote(kit, '列在“选题依据”和“政策依据”中'),
    part(PLAN_PARTS.occasion, [
      ...named('班次', className),
      ...named('日期', dateInWords(date)),
      `研讨对象：${order.audience}`,
      `人数：${order.people}人`,
      `研讨方法：${order.method}`,
      `时长：${order.minutes}分钟`,
    ]),
    part(PLAN_PARTS.subject, [
      `主题：${order.topic}`,
      `聚焦问题：${kit.focus}`,
      ...named('本地情况', order.situation),
    ]),
    part(
      `${PLAN_PARTS.grounds}${kit.basis.length === 0 ? '' : `（${policyLabel(kit)}）`}`,
      grounds(kit),
    ),
    advice(PLAN_PARTS.aims, numbered(kit.aims)),
    advice(PLAN_PARTS.groups, [
      `${groupsInWords(kit)}${kit.grouping}`,
      ...kit.roles.map(({ role, duty }) => `${role}：${duty}`),
    ]),
    advice(PLAN_PARTS.preparation, numbered(kit.preparation)),
    advice(PLAN_PARTS.agenda, agenda(kit)),
    advice(PLAN_PARTS.rules, numbered(kit.rules)),
    advice(PLAN_PARTS.supplies, numbered(kit.supplies)),
    advice(PLAN_PARTS.reporting, numbered(kit.reporting)),
    advice(PLAN_PARTS.outcome, numbered(kit.outcome)),
    advice(
      PLAN_PARTS.risks,
      kit.risks.map(({ risk, response }) => `${risk}：${response}`),
    ),
  ];
}

function questionBlocks(kit: Kit): string[] {
  const stages = numberedStages(kit).flatMap((stage, at) => [
    `${toChineseNumeral(at + 1)}、${stage.stage}（${rangeOf(stage)}）`,
    ...stage.questions.map(questionText),
  ]);
  return ['【题目清单】', ...stages];
}

function questionText(numbered: NumberedQuestion): string {
  const { text, level, followUps, expected } = numbered.question;
  const basis = numbered.basis.map((one) => `政策依据：${basisInWords(one, numbered)}`);
  return [
    `${numbered.number}.${text}`,
    `层次：${level}`,
    ...followUps.map((followUp, at) => `追问${at + 1}：${followUp}`),
    `预期产出：${expected}`,
    ...(basis.length === 0 ? [NO_BASIS] : basis),
  ].join('\n');
}

/** What each group writes down. */
function recordBlocks(): string[] {
  return [
    '【记录表】（每组一份，不写发言人姓名）',
    [
      ...['组别：', '时间：', '人数：', '问题清单及得分：', '聚焦问题：', '原因：'],
      ...CAUSE_CATEGORIES.map((category) => `　　${category}：`),
      ...['对策（责任主体、时限、可行性）：', '分歧意见：', '汇报要点：'],
    ].join('\n'),
  ];
}

function grounds({ basis, grounding, groundingNote }: Kit): string[] {
  const note = grounding === 'full' ? [groundingNote] : [];
  if (basis.length === 0) return [...note, NO_POLICY];
  return [...note, ...basis.map((citation) => `${citation.text}\n——${sourceOf(citation)}`)];
}

function agenda(kit: Kit): string[] {
  const steps = timedSteps(kit).flatMap(({ step, minutes, from, to, tool, guide, output }, at) => [
    `${at + 1}.${step}　${minutes}分钟（${from}—${to}）　工具：${tool}`,
    `　　引导语：${guide}`,
    `　　产出：${output}`,
  ]);
  return [...steps, `合计${totalMinutes(kit)}分钟。`];
}

function advice(heading: string, lines: readonly string[]): string {
  return part(`${heading}（${METHOD_LABEL}）`, lines);
}

function part(heading: string, lines: readonly string[]): string {
  return [heading, ...lines].join('\n');
}

function named(name: string, words: string): string[] {
  return words === '' ? [] : [`${name}：${words}`];
}
