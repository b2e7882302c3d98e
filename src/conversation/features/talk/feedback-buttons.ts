import { type Concluded, entersUnhelped } from '../../../materials/ledger/enters.ts';
import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import type { Occasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { isInSeminar, openMaterialsOf } from './enter-ledger.ts';

/** 有用 and 没帮助 under an answer, with what the latter puts into the ledger. */
export function feedbackButtons(
  concluded: Concluded,
  index: Pick<CorpusIndex, 'store'>,
  on: Pick<Occasion, 'turn' | 'state'>,
): DraftBlock {
  const { turn } = on;
  const entering = isInSeminar(on) ? null : entersUnhelped(concluded, openMaterialsOf(index));
  const asked =
    entering === null ? {} : { asked: { question: entering.text, near: entering.near } };
  return {
    kind: 'buttons',
    role: 'feedback',
    label: '这次答复有没有帮助',
    buttons: [
      { label: '有用', deed: { kind: 'rate', turn, verdict: 'useful', ...asked } },
      { label: '没帮助', deed: { kind: 'rate', turn, verdict: 'not-useful', ...asked } },
    ],
  };
}
