import type { Kind } from '../question.ts';
import { analyses } from './analyse.ts';
import { benefits } from './benefit.ts';
import { creations } from './create.ts';
import { decisions } from './decide.ts';
import { evaluations } from './evaluate.ts';
import { facts } from './fact.ts';
import { feelings } from './feeling.ts';
import { meanings } from './meaning.ts';
import { principlesCarriedOut } from './principles-carried-out.ts';
import { principlesLearnt } from './principles-learnt.ts';
import { processes } from './process.ts';
import { risks } from './risk.ts';
import type { Stem } from './stem.ts';
import { weighings } from './weigh.ts';

const OF_ANY_TOPIC: Readonly<Record<Kind, readonly Stem[]>> = {
  fact: facts,
  feeling: feelings,
  meaning: meanings,
  analyse: analyses,
  evaluate: evaluations,
  weigh: weighings,
  risk: risks,
  benefit: benefits,
  create: creations,
  decide: decisions,
  process: processes,
};

/** The ways to ask of each kind. */
export function stemsFor(kind: Kind): readonly Stem[] {
  return [
    ...OF_ANY_TOPIC[kind],
    ...(principlesLearnt[kind] ?? []),
    ...(principlesCarriedOut[kind] ?? []),
  ];
}
