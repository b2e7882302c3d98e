import { type Answer, type Citation, NOT_OUTRIGHT, type Outcome } from '../../answering/answer.ts';
import type { GoldenQuestion } from '../../corpus/golden.ts';
import { withoutTitleMarks } from '../../text/title-marks.ts';
import type { GoldenState, Judgement } from './findings.ts';

/** What weakens an answer that is as wanted otherwise; it counts only where it is new. */
export type Weakness = 'not-outright' | 'unsupported';

/** An answer with what its lead says beyond its quotes; null where it says nothing beyond them. */
export interface GivenAnswer {
  readonly answer: Answer;
  readonly unsupported: string | null;
}

/** What decides whether an answer is as wanted, beside the answer itself. */
export interface Standards {
  /** By the ids of the materials in force. */
  readonly inForce: ReadonlyMap<string, { readonly title: string }>;
  /** Weaknesses that the answer had before, with which people live. */
  readonly forgiven: readonly Weakness[];
}

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
  const { answer } = given;
  const { id, question } = wanted;
  const first = basisOf(answer)[0];
  const problem = hasBasis(wanted, standards)
    ? problemOf(wanted, given, standards)
    : withoutBasis(wanted);
  const failed: GoldenState = hasBasis(wanted, standards) ? 'fails' : 'no-basis';
  return {
    ...{ id, question, problem, outcome: answer.outcome },
    state: problem === null ? 'holds' : failed,
    first:
      first === undefined ? null : { title: first.title, place: first.place, text: first.text },
  };
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
    return `应为“${OUTCOME_NAMES[wanted.outcome]}”，现在是“${OUTCOME_NAMES[outcome]}”`;
  }
  const basis = basisOf(answer);
  const misplaced = placeProblem(wanted, basis[0], standards);
  if (misplaced !== null) return misplaced;
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

/** At the place itself or at one below it: 五 holds 五（一） to 五（四）. */
function standsAt(cited: Citation, { material, place }: GoldenQuestion['places'][number]): boolean {
  if (cited.material !== material) return false;
  return cited.place === place || cited.place.startsWith(`${place}（`);
}

function holds(basis: readonly Citation[], phrase: string): boolean {
  return basis.some(({ text }) => text.includes(phrase));
}

function listed(phrases: readonly string[]): string {
  return phrases.map((phrase) => `“${phrase}”`).join('、');
}
