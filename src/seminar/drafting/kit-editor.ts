import type { ModelLog } from '../../model/log.ts';
import type { CallLimits, ChatModel } from '../../model/model.ts';
import type { Prompts } from '../../model/prompts.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { Kit } from '../kit.ts';
import { callsFor, improveKit } from './improve-kit.ts';
import type { ImprovedKit } from './improved-kit.ts';

/** Improves kits with a model's help; see `improveKit`. */
export interface KitEditor {
  /** How many answers' worth of tokens a kit may use. */
  answersFor(kit: Kit): number;
  improve(index: CorpusIndex, kit: Kit, limits: CallLimits): Promise<ImprovedKit>;
}

export interface KitEditorParts {
  readonly chat: ChatModel;
  readonly prompts: Prompts;
  readonly log: ModelLog;
  /** Whether a material's text may go to the endpoint. */
  mayLeave(index: CorpusIndex, material: string): boolean;
}

export function createKitEditor({ chat, prompts, log, mayLeave }: KitEditorParts): KitEditor {
  return {
    answersFor: callsFor,
    improve: async (index, kit, limits) => {
      const leaves = (material: string) => mayLeave(index, material);
      const improved = await improveKit(kit, { chat, prompts, index, mayLeave: leaves }, limits);
      const { course, taken, kept, rejected, strangers } = improved;
      // Names of rules and numbers: no word of a trainer's or a model's.
      const rules = countsOf(rejected.flatMap((one) => one.rules));
      log.info({ course, taken, kept, strangers, rules }, 'A seminar kit was rewritten');
      return improved;
    },
  };
}

function countsOf(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
