import { setImmediate as giveWay } from 'node:timers/promises';
import { answerQuestion } from '../../answering/answer-question.ts';
import { readQuestion } from '../../answering/question-input.ts';
import type { GoldenQuestion } from '../../corpus/golden.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import { questionsOfChangedPairs, type Wanted } from './changed-pairs.ts';
import { type Compared, compareGolden } from './compare-golden.ts';
import type { GateFindings } from './findings.ts';
import {
  type GivenAnswer,
  judgeGolden,
  type Standards,
  WEAKNESSES,
  weaknessesOf,
} from './judge-golden.ts';
import { saysBeyondQuotes } from './says-beyond-quotes.ts';

/** What the gate looks at. Both indexes stay open until it has ended. */
export interface GateParts {
  readonly golden: readonly GoldenQuestion[];
  readonly candidate: CorpusIndex;
  /** As it shows itself now, without what is withdrawn; null where none serves yet. */
  readonly serving: CorpusIndex | null;
  /** What the manifest has in force, by the ids of the materials. */
  readonly inForce: Standards['inForce'];
}

/**
 * Asks both indexes the golden questions and those of changed pairs, as a person without a model is
 * answered, and tells what is other. Questions that people ask meanwhile are answered between two of
 * these.
 */
export async function runGate(parts: GateParts): Promise<GateFindings> {
  const compared: Compared[] = [];
  for (const wanted of questionsIn(parts)) {
    await giveWay();
    compared.push(compare(wanted, parts));
  }
  return compareGolden(compared);
}

function* questionsIn({ golden, candidate, serving }: GateParts): Generator<Wanted> {
  for (const one of golden) yield { before: one, after: one };
  if (serving !== null) yield* questionsOfChangedPairs(candidate, serving);
}

function compare({ before, after }: Wanted, { candidate, serving, inForce }: GateParts): Compared {
  if (serving === null) {
    // With nothing before it, no weakness is new, and no material came after a question was written.
    const standards = { inForce, isNew: () => false, forgiven: WEAKNESSES };
    return { before: null, after: judgeGolden(after, give(candidate, after.question), standards) };
  }
  const old = give(serving, before.question);
  const known = new Set(serving.store.materials().map(({ id }) => id));
  const isNew = (material: string) => !known.has(material);
  const standards = { inForce, isNew, forgiven: weaknessesOf(old) };
  return {
    before: judgeGolden(before, old, standards),
    after: judgeGolden(after, give(candidate, after.question), standards),
  };
}

/** An index never answers otherwise: what passed today is asked again beside the next. */
const given = new WeakMap<CorpusIndex, Map<string, GivenAnswer>>();

function give(index: CorpusIndex, question: string): GivenAnswer {
  const known = given.get(index) ?? new Map<string, GivenAnswer>();
  given.set(index, known);
  const found = known.get(question) ?? answerTo(index, question);
  known.set(question, found);
  return found;
}

function answerTo(index: CorpusIndex, question: string): GivenAnswer {
  const input = readQuestion(question);
  const answer = answerQuestion(index, input.ok ? input.text : question);
  return { answer, unsupported: saysBeyondQuotes(index, answer) };
}
