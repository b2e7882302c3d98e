import { dateIn } from '../../../clock.ts';
import type { RecordedItem, RecordSheet } from '../../../seminar/record-sheet.ts';
import { fillRecordSheet, type RoundOutcome } from '../../../seminar/session/fill-record-sheet.ts';
import type { Round, SeminarSession } from '../../../seminar/session/session.ts';
import { suggestCategory } from '../../../seminar/session/suggest-category.ts';
import { choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { asOwner, steering } from './access.ts';

/** The 记录表 of a session as far as it has come. */
export async function recordSheetOf(
  session: SeminarSession,
  on: Pick<PersonalOccasion, 'seminars' | 'people' | 'zone'>,
): Promise<RecordSheet> {
  const { id, classId, kitId, openedAt } = session;
  const [problem, cause, measure] = await Promise.all(
    (['problem', 'cause', 'measure'] as const).map((round) => outcomeOf(id, round, on)),
  );
  const held = kitId === null ? null : ((await on.seminars.kit(kitId))?.heldOn ?? null);
  return fillRecordSheet({
    session,
    className: classId === null ? '' : ((await on.people.class(classId))?.name ?? ''),
    date: held ?? dateIn(on.zone, new Date(openedAt)),
    people: await on.seminars.participants(id),
    rounds: {
      problem: problem as RoundOutcome,
      cause: cause as RoundOutcome,
      measure: measure as RoundOutcome,
    },
    notes: await on.seminars.notes(id),
  });
}

async function outcomeOf(
  session: string,
  round: Round,
  { seminars }: Pick<PersonalOccasion, 'seminars'>,
): Promise<RoundOutcome> {
  return {
    contributions: await seminars.contributions(session, round),
    votes: await seminars.votes(session, round),
    ballots: await seminars.ballots(session, round),
  };
}

/** The sheet as words in the chat. */
export async function showRecord(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  return asOwner(id, on, async (session) => {
    const sheet = await recordSheetOf(session, on);
    const notes = await on.seminars.notes(id);
    const dropping = notes.map(({ id: one }, at): readonly [string, Deed] => [
      `删记录${at + 1}`,
      { kind: 'drop-note', session: id, note: one },
    ]);
    const exporting: (readonly [string, Deed])[] = [
      ['导出 Word', { kind: 'export-sheet', session: id, ofAll: false }],
      ...(session.group === ''
        ? []
        : [['导出全部小组', { kind: 'export-sheet', session: id, ofAll: true }] as const]),
    ];
    const listed = notes.map(
      ({ of, text }, at) => `${at + 1}. ${of === 'disagreement' ? '分歧' : '要点'}：${text}`,
    );
    return steering(session, on, {
      blocks: [
        ...sheetBlocks(sheet),
        ...(notes.length === 0
          ? []
          : [plain(`分歧和汇报要点：\n${listed.join('\n')}`), choices('删除', ...dropping)]),
        choices('研讨', ...exporting, ['返回', { kind: 'open-panel', session: id }]),
      ],
    });
  });
}

function sheetBlocks(sheet: RecordSheet): DraftBlock[] {
  const { topic, group, className, date, people, focus } = sheet;
  const head = [
    ...(className === '' ? [] : [`班次：${className}`]),
    `日期：${date}`,
    ...(group === '' ? [] : [`组别：${group}`]),
    `参加：${people ?? 0} 人`,
    `主题：${topic}`,
    `聚焦问题：${focus}`,
  ];
  return [
    heading('结构化研讨记录表'),
    plain(head.join('\n')),
    ...table('问题清单', ['问题', ...COUNTED], sheet.problems.map(countedRow)),
    ...table(
      '原因分析',
      ['原因', '类别', ...COUNTED],
      sheet.causes.map((one) => {
        const [text = '', ...rest] = countedRow(one);
        return [text, categoryCell(one, topic), ...rest];
      }),
    ),
    ...(sheet.causes.some((one) => categoryCell(one, topic).endsWith(SUGGESTED))
      ? [remark(HOW_TO_CONFIRM)]
      : []),
    ...table(
      '对策',
      ['对策', '责任主体', '时限', '可行性', ...COUNTED],
      sheet.measures.map((one) => {
        const [text = '', ...rest] = countedRow(one);
        const fields = [one.responsible, one.deadline, one.feasibility];
        return [text, ...fields.map((field) => field || '未填'), ...rest];
      }),
    ),
  ];
}

const SUGGESTED = '（建议）';
const HOW_TO_CONFIRM =
  '标明“（建议）”的类别是按字面推断的，导出时列入未归类；认可或者另定的，请按清单编号发送，例如“原因4 归 制度”。';

/** A category that its words suggest stays a suggestion until the trainer has named one. */
function categoryCell({ text, category }: RecordSheet['causes'][number], topic: string): string {
  if (category !== '') return category;
  const suggested = suggestCategory(text, topic);
  return suggested === '' ? '未归类' : `${suggested}${SUGGESTED}`;
}

const COUNTED = ['提出', '得分'] as const;

function countedRow({ text, raised, points, isTied }: RecordedItem): string[] {
  const scored = points === null ? '未投票' : `${points} 分${isTied ? '（并列）' : ''}`;
  return [text, `${raised} 条意见`, scored];
}

function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): DraftBlock[] {
  return rows.length === 0
    ? [plain(`${caption}：无`)]
    : [{ kind: 'table', caption, columns, rows }];
}

export async function dropNote(
  { session: id, note }: DeedOf<'drop-note'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return asOwner(id, on, async (session) => {
    const found = (await on.seminars.notes(id)).find((one) => one.id === note);
    const back = choices('研讨', ['记录表', { kind: 'show-record', session: id }]);
    if (found === undefined) return steering(session, on, { blocks: [lead('已经删除。'), back] });
    const change = { kind: 'note', session: id, id: note, of: found.of, text: '' } as const;
    return steering(session, on, {
      changes: [{ of: 'seminar', change }],
      blocks: [lead(`已删除：${found.text}`), back],
    });
  });
}
