import { orderProblems } from '../../../../questionnaire/drafting/check-order.ts';
import type { QuestionnaireOrder } from '../../../../questionnaire/drafting/order.ts';
import { KIND_NAMES, type QuestionnaireKind } from '../../../../questionnaire/questionnaire.ts';
import type { DraftQuestionnaireOrder } from '../../../state.ts';

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
  const leavesOpen = text === '' || LEAVES_OPEN.test(text);
  const value = leavesOpen ? usual : piece === 'topics' ? topicsIn(words) : text;
  const next = { ...order, [piece]: value };
  const problem = problemOfPiece(piece, next);
  return problem === null ? { ok: true, order: next } : { ok: false, problem };
}

function topicsIn(words: string): readonly string[] {
  const topics = words.split(/[、,，;；\n]/u).map((one) => one.trim());
  return [...new Set(topics)].filter((one) => one !== '');
}

/** Null where a piece can be drafted from, whatever the others are. */
export function problemOfPiece(piece: OrderPiece, order: DraftQuestionnaireOrder): string | null {
  const alone = { ...emptyOrder(order.kind), [piece]: order[piece] };
  const problems = orderProblems(wholeOrder(alone));
  return problems.length === 0 ? null : problems.join('\n');
}

/** What is asked for amid an order, so that a question meanwhile does not lose it. */
export function waitedForInOrder({ kind, asked }: DraftQuestionnaireOrder): string {
  return `${KIND_NAMES[kind]}还没有填完，下一项是${ORDER_PIECE_NAMES[asked ?? 'audience']}`;
}
