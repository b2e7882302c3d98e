import type { Answer } from '../answering/answer.ts';
import type { AnswerCase } from './answer-cases.ts';

/** Shares from 0 to 1, null where no question bears on them; lengths in characters. */
export interface AnswerScores {
  readonly questions: number;
  /** Share of required phrases that stand inside the quotes. */
  readonly phrases: number | null;
  /** Share of answerable questions whose first quote stands at a right place. */
  readonly placeFirst: number | null;
  /** Share of unanswerable questions that ended in the refusal wanted. */
  readonly refusals: number | null;
  /** Answerable questions that were refused. */
  readonly falseRefusals: number;
  /** Questions whose answer or quotes hold what must not appear. */
  readonly forbidden: number;
  /** Mean and greatest length of all quotes of an answer together. */
  readonly quotesMean: number | null;
  readonly quotesMost: number | null;
}

export interface AnswerReport {
  readonly all: AnswerScores;
  readonly kinds: Readonly<Record<string, AnswerScores>>;
  /** Ids of the questions that fell short, for whoever improves the corpus. */
  readonly short: readonly string[];
}

/** An answered evaluation question. */
export interface Judged {
  readonly wanted: AnswerCase;
  readonly answer: Answer;
}

export function reportAnswers(judged: readonly Judged[]): AnswerReport {
  const kinds = [...new Set(judged.map(({ wanted }) => wanted.kind))];
  return {
    all: scoresOf(judged),
    kinds: Object.fromEntries(
      kinds.map((kind) => [kind, scoresOf(judged.filter(({ wanted }) => wanted.kind === kind))]),
    ),
    short: judged.filter((one) => !isRight(one)).map(({ wanted }) => wanted.id),
  };
}

function scoresOf(judged: readonly Judged[]): AnswerScores {
  const answerable = judged.filter(({ wanted }) => wanted.answerable);
  const unanswerable = judged.filter(({ wanted }) => !wanted.answerable);
  const phrases = answerable.flatMap(({ wanted, answer }) =>
    wanted.must_contain.map((phrase) => holds(answer, phrase)),
  );
  const lengths = judged
    .filter(({ answer }) => answer.outcome === 'answered')
    .map(({ answer }) => answer.quotes.reduce((sum, { text }) => sum + text.length, 0));
  return {
    questions: judged.length,
    phrases: share(phrases),
    placeFirst: share(answerable.map(isPlaceFirst)),
    refusals: share(unanswerable.map(isRefusedRight)),
    falseRefusals: answerable.filter(({ answer }) => answer.outcome !== 'answered').length,
    forbidden: judged.filter(holdsForbidden).length,
    quotesMean: lengths.length === 0 ? null : Math.round(sum(lengths) / lengths.length),
    quotesMost: lengths.length === 0 ? null : Math.max(...lengths),
  };
}

function isRight(one: Judged): boolean {
  if (holdsForbidden(one)) return false;
  if (!one.wanted.answerable) return isRefusedRight(one);
  return isPlaceFirst(one) && one.wanted.must_contain.every((phrase) => holds(one.answer, phrase));
}

function holds(answer: Answer, phrase: string): boolean {
  return answer.outcome === 'answered' && answer.quotes.some(({ text }) => text.includes(phrase));
}

function isPlaceFirst({ wanted, answer }: Judged): boolean {
  const first = answer.quotes[0];
  return (
    answer.outcome === 'answered' &&
    first !== undefined &&
    wanted.section.split('；').includes(first.place)
  );
}

function isRefusedRight({ wanted, answer }: Judged): boolean {
  return answer.outcome === wanted.refusal;
}

function holdsForbidden({ wanted, answer }: Judged): boolean {
  const shown = [answer.lead, ...answer.quotes.map(({ text }) => text)].join('\n');
  return (wanted.must_not_contain ?? []).some((phrase) => shown.includes(phrase));
}

function share(outcomes: readonly boolean[]): number | null {
  return outcomes.length === 0 ? null : outcomes.filter(Boolean).length / outcomes.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
