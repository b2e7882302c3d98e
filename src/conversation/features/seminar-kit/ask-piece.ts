import { METHODS, ORDER_LIMITS, USUAL_ORDER } from '../../../seminar/order.ts';
import { missingPieces } from '../../../seminar/reading/missing-pieces.ts';
import { PIECE_NAMES, type PieceName } from '../../../seminar/reading/piece.ts';
import type { OrderProblem } from '../../../seminar/reading/read-order.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import type { DraftOrder } from '../../state.ts';
import { saidSoFar } from './draft-order.ts';
import { ownClasses } from './own-classes.ts';

/** Classes offered for an audience. */
const MOST_CLASSES = 4;

/** What is said before the next piece is asked for. */
export interface Preface {
  readonly problems?: readonly OrderProblem[];
  readonly notes?: readonly string[];
}

/** Asks for the piece that is wanted next: one that was a problem, else the first that is missing. */
export async function askPiece(
  draft: DraftOrder,
  on: PersonalOccasion,
  { problems = [], notes = [] }: Preface = {},
): Promise<FeatureReply> {
  const piece = problems[0]?.piece ?? missingPieces(draft)[0] ?? 'topic';
  const said = saidSoFar(draft);
  return {
    placement: 'turn',
    state: {
      ...on.state,
      expecting: 'order-piece',
      seminarOrder: { ...draft, asked: piece },
    },
    blocks: [
      ...(notes.length === 0 ? [] : [remark(notes.join('\n'))]),
      ...(said === '' ? [] : [remark(`已填：${said}`)]),
      ...(problems.length === 0
        ? questionFor(piece)
        : [lead(problems.map((one) => one.problem).join('\n'))]),
      choices(
        PIECE_NAMES[piece],
        ...(await buttonsFor(piece, draft, problems[0]?.options ?? [], on)),
        ...(piece === 'topic' ? [] : ([['其余用默认值', { kind: 'use-usual' }]] as Button[])),
      ),
    ],
  };
}

function questionFor(piece: PieceName): DraftBlock[] {
  switch (piece) {
    case 'topic':
      return [
        lead('请写研讨主题。'),
        plain(
          '用一句话写明要解决的问题，也可以一次写全，例如：\n训前需求调研走过场，各县干训干部班，40人，半天',
        ),
        remark(
          '方案只有您本人和您共享的教师能看到。请不要写涉密内容和他人姓名。发送“取消”不做了。',
        ),
      ];
    case 'audience':
      return [lead('参训对象是谁？'), remark('例如“县处级任职班”“各县干训干部班”。')];
    case 'people':
      return [
        lead('多少人参加？'),
        remark(`${ORDER_LIMITS.people.least} 至 ${ORDER_LIMITS.people.most} 人。`),
      ];
    case 'minutes':
      return [
        lead('用多长时间？'),
        remark(`${ORDER_LIMITS.minutes.least} 至 ${ORDER_LIMITS.minutes.most} 分钟。`),
      ];
    case 'method':
      return [lead('用哪种研讨方法？'), remark('“三段式”按问题、原因、对策逐步研讨，最为常用。')];
    case 'situation':
      return [
        lead('有没有要补充的本地情况？'),
        remark(
          `写实际做法、难处和数字，题目会结合它来出，最多 ${ORDER_LIMITS.situation.most} 个字。请不要写涉密内容和他人姓名。`,
        ),
      ];
    default:
      return piece satisfies never;
  }
}

async function buttonsFor(
  piece: PieceName,
  draft: DraftOrder,
  options: readonly (string | number)[],
  on: PersonalOccasion,
): Promise<Button[]> {
  const answer = (value: string, label = value): Button => [
    label,
    { kind: 'answer-piece', piece, value },
  ];
  if (options.length > 0) return options.map((one) => answer(inWords(piece, one)));
  switch (piece) {
    case 'topic':
      return [
        ['从资料中选', { kind: 'choose-topic', material: null, chapter: null }],
        ['我的研讨方案', { kind: 'list-kits', from: 0 }],
      ];
    case 'audience': {
      const classes = (await ownClasses(on)).slice(0, MOST_CLASSES);
      return [
        ...classes.map(({ id, name }): Button => [name, { kind: 'order-for-class', classId: id }]),
        answer(USUAL_ORDER.audience),
      ];
    }
    case 'people': {
      const learners = await learnersOf(draft.classId, on);
      const usual = [30, USUAL_ORDER.people, 50, 60].filter((one) => one !== learners);
      return [
        ...(learners === null ? [] : [answer(`${learners}人`, `本班${learners}人`)]),
        ...usual.map((one) => answer(`${one}人`)),
      ];
    }
    case 'minutes':
      return [
        answer('180分钟', '半天180分钟'),
        answer('90分钟'),
        answer('120分钟'),
        answer('360分钟', '一天360分钟'),
      ];
    case 'method':
      return METHODS.map((method) => answer(method));
    case 'situation':
      return [answer('没有补充')];
    default:
      return piece satisfies never;
  }
}

function inWords(piece: PieceName, value: string | number): string {
  return piece === 'people' ? `${value}人` : piece === 'minutes' ? `${value}分钟` : String(value);
}

/** How many learn in the class; null where no kit can be made for so many. */
async function learnersOf(classId: string | null, on: PersonalOccasion): Promise<number | null> {
  if (classId === null) return null;
  const members = await on.people.members(classId);
  const learners = members.filter(({ part }) => part === 'learner').length;
  const { least, most } = ORDER_LIMITS.people;
  return learners >= least && learners <= most ? learners : null;
}
