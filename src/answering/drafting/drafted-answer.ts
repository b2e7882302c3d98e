import type { Answer, Citation } from '../answer.ts';
import type { Finding } from '../gates/gate.ts';

/** A sentence of an answer with the quotes that it rests on, by their position in the answer. */
export interface Claim {
  readonly text: string;
  readonly quotes: readonly number[];
}

/** How an answer came about where a model was asked. */
export type Course =
  /** Claims of the model that passed the gates. */
  | 'drafted'
  /** The model found that the passages do not settle it. */
  | 'refused'
  /** The model was not asked: a rule settles the question, or nothing may be shown to it. */
  | 'not-asked'
  /** Nothing of the draft passed. */
  | 'did-not-pass'
  /** The endpoint gave nothing usable. */
  | 'endpoint-failed'
  | 'resting'
  | 'too-slow'
  | 'over-budget'
  /** The person had left. */
  | 'left';

/** An answer of the model path. Without claims it is the one that needs no model. */
export interface DraftedAnswer extends Answer {
  readonly claims: readonly Claim[];
  readonly course: Course;
  /** A line for the person on how it came about; empty where there is nothing to say. */
  readonly remark: string;
  /** What the gates found, in the draft and in its repair. */
  readonly findings: readonly Finding[];
}

const INSTEAD = '以下直接引用原文作答。';

/** What people are told where the model's draft is not what they get. */
const REMARKS: Readonly<Record<Course, string>> = {
  drafted: '',
  refused: '',
  'not-asked': '',
  'did-not-pass': `模型起草的答复没有通过核对，没有采用，${INSTEAD}`,
  'endpoint-failed': `模型接口没有给出可用的答复，${INSTEAD}`,
  resting: '模型接口暂时不可用，恢复以前都直接引用原文作答。',
  'too-slow': `模型没有在规定时间内完成答复，${INSTEAD}`,
  'over-budget': `今天可用的模型用量已经用完，${INSTEAD}`,
  left: '',
};

export const SOME_LEFT_OUT = '模型起草的内容有的没有完成或者没有通过核对，已经略去。';

/** A line below an answer on the model's part in it; empty where it has none. */
export function modelsPart({ claims, quotes }: DraftedAnswer): string {
  if (claims.length === 0) return '';
  return claims.every((claim) => isQuoteItself(claim, quotes))
    ? '以上引文由模型选取，逐字取自原文。'
    : '以上各句由模型起草，已逐句与引文核对；正式引用请以引文为准。';
}

/** The answer that needs no model, with how it came to that. */
export function instead(
  answer: Answer,
  course: Course,
  findings: readonly Finding[],
): DraftedAnswer {
  return { ...answer, claims: [], course, remark: REMARKS[course], findings };
}

/** What a claim says is what its only quote says, so that the quote alone is shown. */
export function isQuoteItself({ text, quotes }: Claim, citations: readonly Citation[]): boolean {
  const [only = -1] = quotes;
  return quotes.length === 1 && citations[only]?.text === text;
}
