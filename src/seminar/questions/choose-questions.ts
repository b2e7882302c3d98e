import type { Citation } from '../../answering/answer.ts';
import { likeness } from '../../text/likeness.ts';
import { type Grounds, WHOLE } from '../grounding/find-grounds.ts';
import type { KitQuestion } from '../kit.ts';
import type { MethodStage } from '../plan/method.ts';
import { type Kind, LEVELS } from './question.ts';
import type { QuestionWriter, Source, Written } from './question-writer.ts';

/** Never fewer: an hour and a whole day ask as many and as few as these. */
const FEWEST = 12;
const MOST = 18;
/** Minutes from which on there is time for the usual number, and for the most. */
const USUAL_FROM = 120;
const MOST_FROM = 300;
/** Of one stage. More, and the list reads like a catalogue of the plan. */
const MOST_FROM_POLICY = 2;
const MOST_FROM_FIELD = 1;
/** A statement that many questions rest on already gives way to another. */
const WEAR = 0.04;

/** What a kind of question stands in which stage, by the time there is. */
function askedKinds(
  stages: readonly MethodStage[],
  minutes: number,
): { readonly stage: string; readonly kinds: readonly Kind[] }[] {
  const asked = stages.map(({ stage, kinds }) => ({ stage, kinds: [...kinds] }));
  const count = () => asked.reduce((sum, { kinds }) => sum + kinds.length, 0);
  const most = minutes < USUAL_FROM ? FEWEST : minutes < MOST_FROM ? count() : MOST;
  while (count() > most) longest(asked).kinds.pop();
  for (let at = 0; count() < most; at++) {
    const { kinds } = asked[at % asked.length] as (typeof asked)[number];
    kinds.push(kinds[0] as Kind);
  }
  return asked;
}

function longest<T extends { readonly kinds: readonly Kind[] }>(asked: readonly T[]): T {
  return asked.reduce((most, one) => (one.kinds.length > most.kinds.length ? one : most));
}

/** The question list of a kit, stage by stage. */
export function chooseQuestions(
  stages: readonly MethodStage[],
  minutes: number,
  writer: QuestionWriter,
  grounds: Grounds,
): KitQuestion[] {
  const questions: KitQuestion[] = [];
  for (const { stage, kinds } of askedKinds(stages, minutes)) {
    const used: Source[] = [];
    for (const kind of kinds) {
      const earlier = questions.map(({ text }) => text);
      const written = writer.write(kind, wantedAfter(used, questions.length === 0), earlier);
      if (written === null) continue;
      used.push(written.source);
      const id = `q${questions.length + 1}`;
      questions.push(questionOf(written, id, stage, kind, grounds, questions));
    }
  }
  return questions;
}

/** A stage opens with what people lived through; then policy, field and practice take turns. */
function wantedAfter(used: readonly Source[], isFirstOfAll: boolean): Source[] {
  if (isFirstOfAll) return ['situation', 'any'];
  if (used.length === 0) return ['any'];
  const times = (source: Source) => used.filter((one) => one === source).length;
  const wanted: Source[] = [];
  if (times('field') < MOST_FROM_FIELD) wanted.push('field');
  if (times('policy') < MOST_FROM_POLICY && used.at(-1) !== 'policy') wanted.push('policy');
  return [...wanted, 'any'];
}

export function questionOf(
  { text, followUps, expected, cited }: Written,
  id: string,
  stage: string,
  kind: Kind,
  grounds: Grounds,
  others: readonly KitQuestion[],
): KitQuestion {
  const basis = cited.length > 0 ? cited : nearest(text, grounds, others);
  return {
    id,
    stage,
    level: LEVELS[kind],
    text,
    followUps: [...followUps],
    expected,
    basis: [...basis],
  };
}

/**
 * Of the statements that are about the topic as a whole, the one nearest to a question that quotes
 * none; without such a statement the question is advice of method and says so.
 */
function nearest(
  text: string,
  { grounding, grounds }: Grounds,
  others: readonly KitQuestion[],
): Citation[] {
  const telling = grounds.filter(({ isDevoted, coverage }) => isDevoted && coverage >= WHOLE);
  if (grounding !== 'full' || telling.length === 0) return [];
  const worn = (citation: Citation) =>
    others.filter(({ basis }) => basis.some(({ start }) => start === citation.start)).length;
  const scored = telling.map(({ citation, coverage }) => ({
    citation,
    score: likeness(text, citation.text) + coverage * WEAR * 2 - worn(citation) * WEAR,
  }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return [best.citation];
}
