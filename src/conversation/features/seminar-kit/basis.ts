import { policyLabel } from '../../../seminar/documents/words.ts';
import { type Button, choices, heading, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { quoteBlock } from '../talk/answer-blocks.ts';
import { withKit } from './opened-kit.ts';

/** Quotes on a page. */
const PAGE = 4;

/** 选题依据: the policy text that the kit quotes, word for word. */
export function showBasis(
  { kit: id, from }: DeedOf<'show-basis'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withKit(id, on, ({ kit }) => {
    const shown = kit.basis.slice(from, from + PAGE);
    const rest = kit.basis.length - from - shown.length;
    const back: Button = ['返回方案', { kind: 'open-kit', kit: id }];
    const more: Button = ['下一页', { kind: 'show-basis', kit: id, from: from + PAGE }];
    return {
      placement: 'turn',
      blocks: [
        heading(`${policyLabel(kit)}（引文共 ${kit.basis.length} 处）`),
        ...(kit.grounding === 'full' ? [] : [remark(kit.groundingNote)]),
        ...shown.map((citation, at) => quoteBlock('quote', citation, from + at + 1)),
        choices('政策依据', ...(rest > 0 ? [more] : []), back),
      ],
    };
  });
}
