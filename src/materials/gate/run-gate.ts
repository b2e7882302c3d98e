import { setImmediate as giveWay } from 'node:timers/promises';
import { answerQuestion } from '../../answering/answer-question.ts';
import { readQuestion } from '../../answering/question-input.ts';
import type { GoldenQuestion } from '../../corpus/golden.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import { type Compared, compareGolden } from './compare-golden.ts';
import type { GateFindings } from './findings.ts';
import { type GivenAnswer, judgeGolden, type Standards, weaknessesOf } from './judge-golden.ts';
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
 * Asks both indexes the golden questions, as a person without a model is answered, and tells what is
 * other. Questions that people ask meanwhile are answered between two of these.
 */
export async function runGate({
  golden,
  candidate,
  serving,
  inForce,
}: GateParts): Promise<GateFindings> {
  const compared: Compared[] = [];
  for (const wanted of golden) {
    await giveWay();
    const old = serving === null ? null : give(serving, wanted.question);
    const forgiven = old === null ? [] : weaknessesOf(old);
    const standards = { inForce, forgiven };
    compared.push({
      before: old === null ? null : judgeGolden(wanted, old, standards),
      after: judgeGolden(wanted, give(candidate, wanted.question), standards),
    });
  }
  return compareGolden(compared);
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
