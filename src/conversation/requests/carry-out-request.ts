import type { CallLimits } from '../../model/model.ts';
import { decision, lead, plain, remark } from '../blocks.ts';
import type { FeatureReply, Occasion, Settled, Working } from '../feature.ts';
import type { ModelTools } from '../model-tools.ts';
import type { DraftBlock } from '../reply.ts';
import { chooseTools } from './choose-tools.ts';
import type { ToolOutcome } from './request-tool.ts';

const NOT_YET = '点“确认”以后才会办理。';

/**
 * Does what a request in plain speech asks for: shows at once what is only looked at, and asks for a
 * tap before anything is written or sent. Null where no feature does it.
 */
export async function* carryOutRequest(
  request: string,
  on: Occasion,
  model: ModelTools,
  limits: CallLimits,
): AsyncGenerator<DraftBlock | Working, Settled | null> {
  yield { kind: 'working', word: '正在办理…' };
  const outcomes = await chooseTools(request, on, model, limits);
  if (outcomes.length === 0) return null;
  let settled: Settled = {};
  for (const outcome of outcomes) {
    const more = yield* showOutcome(outcome, on);
    settled = {
      ...settled,
      ...more,
      changes: [...(settled.changes ?? []), ...(more.changes ?? [])],
    };
  }
  return settled;
}

async function* showOutcome(
  outcome: ToolOutcome,
  on: Occasion,
): AsyncGenerator<DraftBlock | Working, Settled> {
  switch (outcome.kind) {
    case 'show': {
      const reply = await on.perform(outcome.order, on);
      yield* reply.blocks;
      return settledOf(reply);
    }
    case 'confirm':
      yield lead(`请确认：${outcome.words}`);
      yield remark(NOT_YET);
      yield decision('确认办理', ['确认', outcome.deed], ['取消', { kind: 'cancel' }]);
      return outcome.outcome === undefined ? {} : { outcome: outcome.outcome };
    case 'problem':
      yield plain(outcome.words);
      return {};
    case 'data':
      return {};
    default:
      return outcome satisfies never;
  }
}

function settledOf({ state, outcome, changes, secrets, session, said }: FeatureReply): Settled {
  return {
    ...(state === undefined ? {} : { state }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(changes === undefined ? {} : { changes }),
    ...(secrets === undefined ? {} : { secrets }),
    ...(session === undefined ? {} : { session }),
    ...(said === undefined ? {} : { said }),
  };
}
