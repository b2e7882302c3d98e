import type { GoldenQuestion } from '../../corpus/golden.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { GoldenState } from './findings.ts';
import type { Standards } from './judge-golden.ts';
import { runGate } from './run-gate.ts';

/** How a golden question fares with one index. */
export interface JudgedNow {
  readonly state: GoldenState;
  /** See `Judgement`. */
  readonly problem: string | null;
}

const HOLDS: JudgedNow = { state: 'holds', problem: null };

/** Asks an index golden questions beside nothing; by their ids. The index stays open until it has ended. */
export async function judgeNow(
  golden: readonly GoldenQuestion[],
  index: CorpusIndex,
  inForce: Standards['inForce'],
): Promise<ReadonlyMap<string, JudgedNow>> {
  const findings = await runGate({ golden, candidate: index, serving: null, inForce });
  const others = [...findings.failing, ...findings.withoutBasis];
  const judged = new Map<string, JudgedNow>(golden.map(({ id }) => [id, HOLDS]));
  for (const { id, state, problem } of others) judged.set(id, { state, problem });
  return judged;
}
