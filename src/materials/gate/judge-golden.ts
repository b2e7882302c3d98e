import { type Answer, type Citation, NOT_OUTRIGHT, type Outcome } from '../../answering/answer.ts';
import { loosen } from '../../answering/gates/quote/loose-text.ts';
import type { GoldenQuestion } from '../../corpus/golden.ts';
import { likeness } from '../../text/likeness.ts';
import { withoutTitleMarks } from '../../text/title-marks.ts';
import type { GoldenState, Judgement } from './findings.ts';

/** What weakens an answer that is as wanted otherwise; it counts only where it is new. */
export const WEAKNESSES = ['not-outright', 'unsupported'] as const;
export type Weakness = (typeof WEAKNESSES)[number];

/** An answer with what its lead says beyond its quotes; null where it says nothing beyond them. */
export interface GivenAnswer {
  readonly answer: Answer;
  readonly unsupported: string | null;
}

/** What decides whether an answer is as wanted, beside the answer itself. */
export interface Standards {
  /** By the ids of the materials in force. */
  readonly inForce: ReadonlyMap<string, { readonly title: string }>;
  /** Whether a material comes with the index, so that nothing could be answered from it before. */
  isNew(material: string): boolean;
  /** Weaknesses that the answer had before, with which people live. */
  readonly forgiven: readonly Weakness[];
}

/** Likeness of two quotes from which they are taken for two editions of one text. */
const SAYS_NEARLY_THE_SAME = 0.6;

const OUTCOME_NAMES: Record<Outcome, string> = {
  answered: '有答复',
  'not-in-corpus': '现有资料未载明',
  'not-included': '内容未收录',
  'out-of-scope': '超出范围',
};

/** Pure: whether an index answers a golden question as wanted. */
export function judgeGolden(
  wanted: GoldenQuestion,
  given: GivenAnswer,
  standards: Standards,
): Judgement {
  const { id, question } = wanted;
  const { answer } = given;
  const first = firstOf(answer);
  if (!hasBasis(wanted, standards)) {
    const problem = withoutBasis(wanted);
    return { id, question, state: 'no-basis', problem, outcome: answer.outcome, first };
  }
  const problem = problemOf(wanted, given, standards);
  const state: GoldenState = problem === null ? 'holds' : 'fails';
  return { id, question, state, problem, outcome: answer.outcome, first };
}

function firstOf(answer: Answer): Judgement['first'] {
  const [first] = basisOf(answer);
  if (first === undefined) return null;
  const { title, place, text } = first;
  return { title, place, text };
}

/** The weaknesses of an answer. */
export function weaknessesOf({ answer, unsupported }: GivenAnswer): Weakness[] {
  const isOutright = !answer.lead.startsWith(NOT_OUTRIGHT);
  return [
    ...(isOutright ? [] : (['not-outright'] as const)),
    ...(unsupported === null ? [] : (['unsupported'] as const)),
  ];
}

/** What people read the answer from: its quotes, or where it has none the method beside it. */
function basisOf({ quotes, methods }: Answer): readonly Citation[] {
  return quotes.length > 0 ? quotes : methods;
}

/** A question that names no material speaks of all of them. */
function hasBasis({ places }: GoldenQuestion, { inForce }: Standards): boolean {
  return places.length === 0 || places.some(({ material }) => inForce.has(material));
}

function withoutBasis({ places }: GoldenQuestion): string {
  const ids = [...new Set(places.map(({ material }) => `“${material}”`))].join('、');
  return `所依据的资料${ids}已不再有效或者未收录，请修改或者删除这道把关题`;
}

function problemOf(
  wanted: GoldenQuestion,
  { answer, unsupported }: GivenAnswer,
  standards: Standards,
): string | null {
  const { outcome, lead } = answer;
  if (outcome !== wanted.outcome) {
    if (isAnsweredAnew(wanted, answer, standards)) return null;
    return `应为“${OUTCOME_NAMES[wanted.outcome]}”，现在是“${OUTCOME_NAMES[outcome]}”`;
  }
  const basis = basisOf(answer);
  const misplaced = placeProblem(wanted, basis[0], standards);
  if (misplaced !== null) return misplaced;
  const twin = twinProblem(wanted, basis);
  if (twin !== null) return twin;
  const missing = wanted.contains.filter((phrase) => !holds(basis, phrase));
  if (missing.length > 0) return `引文中缺少${listed(missing)}`;
  const unwanted = wanted.absent.filter((phrase) => lead.includes(phrase) || holds(basis, phrase));
  if (unwanted.length > 0) return `答复中不应出现${listed(unwanted)}`;
  const isForgiven = (weakness: Weakness) => standards.forgiven.includes(weakness);
  if (lead.startsWith(NOT_OUTRIGHT) && !isForgiven('not-outright')) {
    return '不再直接作答，只列出相近的规定';
  }
  if (unsupported !== null && !isForgiven('unsupported')) {
    return `答复中的“${unsupported}”与引文不符`;
  }
  return null;
}

/** What no text said is said by one that has come; the question wants to be edited one day. */
function isAnsweredAnew(
  wanted: GoldenQuestion,
  { outcome, lead, quotes }: Answer,
  { isNew }: Standards,
): boolean {
  if (wanted.outcome !== 'not-in-corpus' || outcome !== 'answered') return false;
  return !lead.startsWith(NOT_OUTRIGHT) && quotes.some(({ material }) => isNew(material));
}

function placeProblem(
  { places }: GoldenQuestion,
  first: Citation | undefined,
  { inForce }: Standards,
): string | null {
  if (places.length === 0) return null;
  if (first !== undefined && places.some((wanted) => standsAt(first, wanted))) return null;
  const ids = new Set([...places.map(({ material }) => material), first?.material ?? '']);
  const isOfOne = first === undefined || ids.size === 1;
  const named = (title: string | undefined, material: string) =>
    isOfOne ? '' : `《${withoutTitleMarks(title ?? material)}》`;
  const wanted = places
    .map(({ material, place }) => `${named(inForce.get(material)?.title, material)}${place}`)
    .join('或者');
  if (first === undefined) return `应引用${wanted}，现在没有引文`;
  return `首条引文应在${wanted}，现在是${named(first.title, first.material)}${first.place}`;
}

/** Of two editions that say nearly the same people would not know which one is in force. */
function twinProblem({ places }: GoldenQuestion, basis: readonly Citation[]): string | null {
  const isNamed = ({ material }: Citation) => places.some((wanted) => wanted.material === material);
  const named = places.length === 0 ? [] : basis.filter(isNamed);
  const twin = basis.find(
    (one) =>
      !isNamed(one) && named.some(({ text }) => likeness(text, one.text) >= SAYS_NEARLY_THE_SAME),
  );
  if (twin === undefined) return null;
  const { title, place } = twin;
  return `同时引用了《${withoutTitleMarks(title)}》${place}几乎相同的文字，可能是同一文件的其他版本`;
}

/** At the place itself or at one below it: 五 holds 五（一） to 五（四）. */
function standsAt(cited: Citation, { material, place }: GoldenQuestion['places'][number]): boolean {
  if (cited.material !== material) return false;
  return cited.place === place || cited.place.startsWith(`${place}（`);
}

/** White space and the width of punctuation do not count: a text that was typed again says the same. */
function holds(basis: readonly Citation[], phrase: string): boolean {
  const words = loosen(phrase).text;
  return basis.some(({ text }) => loosen(text).text.includes(words));
}

function listed(phrases: readonly string[]): string {
  return phrases.map((phrase) => `“${phrase}”`).join('、');
}
