import type { QuestionnaireOrder } from '../../../questionnaire/drafting/order.ts';
import { KIND_NAMES, type QuestionnaireKind } from '../../../questionnaire/questionnaire.ts';
import type { DraftQuestionnaireOrder } from '../../state.ts';

export type OrderPiece = NonNullable<DraftQuestionnaireOrder['asked']>;

export const ORDER_PIECES: readonly OrderPiece[] = ['audience', 'purpose', 'period', 'topics'];

export const ORDER_PIECE_NAMES: Readonly<Record<OrderPiece, string>> = {
  audience: '对象',
  purpose: '目的',
  period: '时段',
  topics: '主题',
};

const USUAL_AUDIENCE: Readonly<Record<QuestionnaireKind, string>> = {
  needs: '各级干部',
  evaluation: '参训学员',
};

export function emptyOrder(
  kind: QuestionnaireKind,
  classId: string | null = null,
): DraftQuestionnaireOrder {
  return { kind, classId, audience: null, purpose: null, period: null, topics: null, asked: null };
}

export function missingPiece(order: DraftQuestionnaireOrder): OrderPiece | null {
  return ORDER_PIECES.find((piece) => order[piece] === null) ?? null;
}

/** What nobody has said is as it usually is. */
export function wholeOrder(order: DraftQuestionnaireOrder): QuestionnaireOrder {
  const { kind, audience, purpose, period, topics } = order;
  return {
    kind,
    audience: audience ?? USUAL_AUDIENCE[kind],
    ...{ purpose: purpose ?? '', period: period ?? '', topics: topics ?? [] },
  };
}

/** What has been said of an order, in a line; empty where nothing has. */
export function orderSoFar(order: DraftQuestionnaireOrder): string {
  const { audience, purpose, period, topics } = order;
  const said = [
    ...(audience === null ? [] : [`对象“${audience}”`]),
    ...(purpose === null || purpose === '' ? [] : [`目的“${purpose}”`]),
    ...(period === null || period === '' ? [] : [`时段“${period}”`]),
    ...(topics === null || topics.length === 0 ? [] : [`主题“${topics.join('、')}”`]),
  ];
  return said.length === 0 ? '' : `${KIND_NAMES[order.kind]}，${said.join('，')}`;
}

const MOST_TOPICS = 12;
const LONGEST_PIECE = 60;
const LEAVES_OPEN =
  /^(?:不限|随便|都行|都可以|默认|通常|按通常(?:情况)?|没有|无|不用|跳过|您定|你定)$/u;

/** A piece as a person answers it. */
export function readPiece(
  piece: OrderPiece,
  words: string,
  order: DraftQuestionnaireOrder,
):
  | { readonly ok: true; readonly order: DraftQuestionnaireOrder }
  | { readonly ok: false; readonly problem: string } {
  const text = words.replace(/\s+/gu, ' ').trim();
  const usual = wholeOrder({ ...order, [piece]: null })[piece];
  if (text === '' || LEAVES_OPEN.test(text))
    return { ok: true, order: { ...order, [piece]: usual } };
  if (piece === 'topics') {
    const topics = [...new Set(words.split(/[、,，;；\n]/u).map((one) => one.trim()))].filter(
      (one) => one !== '',
    );
    if (topics.length > MOST_TOPICS) {
      return {
        ok: false,
        problem: `主题最多 ${MOST_TOPICS} 个，现在有 ${topics.length} 个。请只写最要紧的。`,
      };
    }
    const long = topics.find((one) => [...one].length > LONGEST_PIECE);
    if (long !== undefined) return { ok: false, problem: tooLong('每个主题') };
    return { ok: true, order: { ...order, topics } };
  }
  if ([...text].length > LONGEST_PIECE) {
    return { ok: false, problem: tooLong(ORDER_PIECE_NAMES[piece]) };
  }
  return { ok: true, order: { ...order, [piece]: text } };
}

function tooLong(what: string): string {
  return `${what}最多 ${LONGEST_PIECE} 个字，请写短一些。`;
}

/** What is asked for amid an order, so that a question meanwhile does not lose it. */
export function waitedForInOrder({ kind, asked }: DraftQuestionnaireOrder): string {
  return `${KIND_NAMES[kind]}还没有填完，下一项是${ORDER_PIECE_NAMES[asked ?? 'audience']}`;
}
