import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type Occasion, say } from '../../feature.ts';
import { askerOf } from './enter-ledger.ts';

/** 不记入: takes a question out of the ledger, with what nobody else asked. */
export function takeBackQuestion({ text, cause }: DeedOf<'unask'>, on: Occasion): FeatureReply {
  return {
    ...say('这个问题已从待答问题中取出，不再记入。'),
    changes: [{ of: 'ledger', change: { kind: 'unask', person: askerOf(on), text, cause } }],
  };
}
