import { NO_BASIS, policyLabel } from '../../../seminar/documents/words.ts';
import type { KitQuestion } from '../../../seminar/kit.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { quoteBlock } from '../talk/answer-blocks.ts';
import { type OpenedKit, withKit } from './opened-kit.ts';
import { numbered, stagesOf } from './stages.ts';

const QUESTION_GONE = '这道题已经不在方案里了。以下是现有的题目。';

/** The questions of one stage; a stage is a page. */
export function listQuestions(
  { kit: id, stage }: DeedOf<'list-questions'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withKit(id, on, (opened) => ({ placement: 'turn', blocks: stageBlocks(opened, stage) }));
}

function stageBlocks({ record, kit, right }: OpenedKit, asked: number): DraftBlock[] {
  const { id } = record;
  const stages = stagesOf(kit);
  const at = Math.min(Math.max(asked, 0), Math.max(stages.length - 1, 0));
  const stage = stages[at];
  if (stage === undefined) {
    return [
      lead('方案里没有题目了。'),
      choices('研讨方案', ['返回方案', { kind: 'open-kit', kit: id }]),
    ];
  }
  const shown = numbered(kit).filter(({ question }) => question.stage === stage);
  const next = stages[at + 1];
  const before = stages[at - 1];
  return [
    heading(`题目：${stage}（${at + 1}/${stages.length}）`),
    plain(
      shown
        .map(({ number, question }) => `${number}. ${question.text}（${question.level}）`)
        .join('\n'),
    ),
    choices(
      '题目',
      ...shown.map(
        ({ number, question }): Button => [
          `第${number}题`,
          { kind: 'open-question', kit: id, question: question.id },
        ],
      ),
      ...(right === 'own'
        ? ([['加题', { kind: 'write-in-kit', kit: id, what: 'add', target: stage }]] as Button[])
        : []),
    ),
    choices(
      '其他题目',
      ...(before === undefined
        ? []
        : ([
            [`上一步：${before}`, { kind: 'list-questions', kit: id, stage: at - 1 }],
          ] as Button[])),
      ...(next === undefined
        ? []
        : ([[`下一步：${next}`, { kind: 'list-questions', kit: id, stage: at + 1 }]] as Button[])),
      ['返回方案', { kind: 'open-kit', kit: id }],
    ),
  ];
}

export function openQuestion(
  { kit: id, question }: DeedOf<'open-question'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withKit(id, on, (opened) => ({
    placement: 'turn',
    blocks: questionBlocks(opened, question),
  }));
}

/** A question with its 追问; what is advice and what is policy stand apart. */
export function questionBlocks(opened: OpenedKit, id: string): DraftBlock[] {
  const { record, kit } = opened;
  const found = numbered(kit).find(({ question }) => question.id === id);
  if (found === undefined) return [remark(QUESTION_GONE), ...stageBlocks(opened, 0)];
  const { number, question } = found;
  const stage = stagesOf(kit).indexOf(question.stage);
  return [
    heading(`第${number}题（${question.stage}，${question.level}）`),
    lead(question.text),
    heading('方法建议'),
    plain(adviceOf(question)),
    heading(policyLabel(kit)),
    ...(question.basis.length === 0
      ? [remark(`${NO_BASIS}。`)]
      : question.basis.map((citation, at) => quoteBlock('quote', citation, at + 1))),
    ...(opened.right === 'own' ? [changes(opened, question)] : []),
    choices('题目', ['返回题目', { kind: 'list-questions', kit: record.id, stage }]),
  ];
}

function adviceOf({ followUps, expected }: KitQuestion): string {
  return [
    ...followUps.map((one, at) => `追问${at + 1}：${one}`),
    ...(expected === '' ? [] : [`预期产出：${expected}`]),
  ].join('\n');
}

function changes({ record, kit }: OpenedKit, { id: question }: KitQuestion): DraftBlock {
  const edit = (one: DeedOf<'edit-kit'>['edit']): Deed => ({
    ...{ kind: 'edit-kit', kit: record.id, before: record.version, edit: one },
  });
  const isFirst = kit.questions[0]?.id === question;
  const isLast = kit.questions.at(-1)?.id === question;
  return choices(
    '改这道题',
    ['换一道', edit({ kind: 'replace', question })],
    ['问得更具体', edit({ kind: 'sharpen', question })],
    ['自己改写', { kind: 'write-in-kit', kit: record.id, what: 'rewrite', target: question }],
    ...(isFirst ? [] : ([['上移', edit({ kind: 'move', question, by: -1 })]] as Button[])),
    ...(isLast ? [] : ([['下移', edit({ kind: 'move', question, by: 1 })]] as Button[])),
    ['删除', { kind: 'ask-delete-question', kit: record.id, question }],
  );
}
