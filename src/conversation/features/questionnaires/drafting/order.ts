import { cleanWords } from '../../../../text/clean-words.ts';
import { type Button, choices, lead, remark } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../../feature.ts';
import type { DraftQuestionnaireOrder } from '../../../state.ts';
import { CLASS_GONE } from '../../people/classes.ts';
import { classesWhere } from '../../people/classes-where.ts';
import { shortDay } from '../publishing/publishing-times.ts';
import { makeDrafted } from './make-drafted.ts';
import { answersFor, learnersOf, questionFor } from './order-questions.ts';
import {
  emptyOrder,
  missingPiece,
  ORDER_PIECE_NAMES,
  orderSoFar,
  readPiece,
  wholeOrder,
} from './order-words.ts';

const NOTHING_BEGUN = '没有填写中的问卷要求。发送“新建问卷”可以新做一份。';
const NO_CLASS = '您还没有可以评估的班次。教师只能评估自己的班次；可以先做培训需求问卷。';
const MOST_CLASSES = 10;

/** Which kind; what has been begun can be gone on with. */
export async function newQuestionnaire(on: PersonalOccasion): Promise<FeatureReply> {
  const begun = on.state.questionnaireOrder;
  const said = begun === null ? '' : orderSoFar(begun);
  return {
    placement: 'turn',
    blocks: [
      lead('要做哪一种问卷？'),
      remark(
        '培训需求问卷：定计划以前，问干部需要学什么、怎么学。\n班次评估问卷：办班以后，问课程、师资、效果和保障。',
      ),
      ...(said === '' ? [] : [remark(`有一份要求还没有填完：${said}。`)]),
      choices(
        '问卷',
        ...(said === '' ? [] : [['接着填', { kind: 'resume-questionnaire-order' }] as const]),
        ['培训需求问卷', { kind: 'order-questionnaire', of: 'needs', classId: null }],
        ['班次评估问卷', { kind: 'order-questionnaire', of: 'evaluation', classId: null }],
        ['导入问卷', { kind: 'ask-import-questionnaire' }],
        ['问卷管理', { kind: 'list-questionnaires', from: 0 }],
      ),
    ],
  };
}

export async function orderQuestionnaire(
  { of, classId }: Omit<DeedOf<'order-questionnaire'>, 'kind'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  if (of === 'needs') return askPiece(emptyOrder(of, classId), on);
  return classId === null ? chooseClass(on) : orderForClass(classId, on);
}

async function chooseClass(on: PersonalOccasion): Promise<FeatureReply> {
  const classes = await classesWhere('prepare-questionnaire', on);
  const [only] = classes;
  if (only === undefined) return say(NO_CLASS);
  if (classes.length === 1) return orderForClass(only.id, on);
  const buttons = classes
    .slice(0, MOST_CLASSES)
    .map(
      ({ id, name }): Button => [
        name,
        { kind: 'order-questionnaire', of: 'evaluation', classId: id },
      ],
    );
  return {
    placement: 'turn',
    blocks: [lead('评估哪个班次？'), choices('班次', ...buttons)],
  };
}

/** Whom and when it is about is known with the class; only what was taught is asked for. */
async function orderForClass(classId: string, on: PersonalOccasion): Promise<FeatureReply> {
  const found = await on.people.class(classId);
  if (found === null) return say(CLASS_GONE);
  const { name, startsOn, endsOn } = found;
  return askPiece(
    {
      ...emptyOrder('evaluation', classId),
      ...{ audience: learnersOf(name), purpose: '改进教学和管理' },
      period: daysInWords(startsOn, endsOn),
    },
    on,
  );
}

/** 2027年5月20日至6月10日. */
function daysInWords(startsOn: string, endsOn: string): string {
  const first = `${startsOn.slice(0, 4)}年${shortDay(startsOn)}`;
  if (startsOn === endsOn) return first;
  const isOneYear = startsOn.slice(0, 4) === endsOn.slice(0, 4);
  return isOneYear
    ? `${first}至${shortDay(endsOn)}`
    : `${startsOn.slice(0, 4)}年至${endsOn.slice(0, 4)}年`;
}

/** Asks for the first piece that is missing. */
async function askPiece(
  order: DraftQuestionnaireOrder,
  on: PersonalOccasion,
  problem: string | null = null,
): Promise<FeatureReply> {
  const piece = missingPiece(order) ?? 'topics';
  const said = orderSoFar(order);
  const [question, hint] = questionFor(piece, order.kind);
  return {
    placement: 'turn',
    state: {
      ...on.state,
      expecting: 'questionnaire-piece',
      questionnaireOrder: { ...order, asked: piece },
    },
    blocks: [
      ...(said === '' ? [] : [remark(`已填：${said}`)]),
      lead(problem ?? question),
      remark(hint),
      choices(
        ORDER_PIECE_NAMES[piece],
        ...(await answersFor(piece, order, on)),
        ['其余按通常情况', { kind: 'use-usual-questionnaire' }],
        ['不做了', { kind: 'drop-questionnaire-order' }],
      ),
    ],
  };
}

/** The next text, or a tap, where a piece was asked for. */
export async function takeOrderPiece(text: string, on: PersonalOccasion): Promise<FeatureReply> {
  const order = on.state.questionnaireOrder;
  if (order === null) return say(NOTHING_BEGUN);
  return answerPiece({ piece: order.asked ?? 'audience', value: text }, on);
}

export async function answerPiece(
  { piece, value }: Pick<DeedOf<'answer-questionnaire-piece'>, 'piece' | 'value'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const order = on.state.questionnaireOrder;
  if (order === null) return say(NOTHING_BEGUN);
  const read = readPiece(piece, cleanWords(value), order);
  return read.ok ? goOn(read.order, on) : askPiece({ ...order, [piece]: null }, on, read.problem);
}

/**
 * Asks for what is missing; with nothing missing, the questionnaire is drafted.
 *
 * @param problem with what was said before
 */
export async function goOn(
  order: DraftQuestionnaireOrder,
  on: PersonalOccasion,
  problem: string | null = null,
): Promise<FeatureReply> {
  if (missingPiece(order) !== null) return askPiece(order, on, problem);
  return makeDrafted(wholeOrder(order), order.classId, on);
}

export async function useUsual(on: PersonalOccasion): Promise<FeatureReply> {
  const order = on.state.questionnaireOrder;
  return order === null ? say(NOTHING_BEGUN) : makeDrafted(wholeOrder(order), order.classId, on);
}

export async function resumeOrder(on: PersonalOccasion): Promise<FeatureReply> {
  const order = on.state.questionnaireOrder;
  return order === null ? say(NOTHING_BEGUN) : goOn(order, on);
}

export function dropOrder(on: PersonalOccasion): FeatureReply {
  return {
    ...say('好的，没有做问卷。需要时发送“新建问卷”。'),
    state: { ...on.state, questionnaireOrder: null },
  };
}
