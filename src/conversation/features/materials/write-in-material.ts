import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import type { MaterialWords } from '../../state.ts';
import { takeReturnReason } from './give-back.ts';
import { takeField } from './register.ts';
import { takeRetireReason } from './retire.ts';

const NOTHING_ASKED = '现在没有等待填写的内容。发送“资料管理”可以打开资料。';

/** The next text, where words of a material were asked for. */
export async function takeWordsOfMaterial(
  text: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const asked = on.pending.materialWords;
  if (asked === null) return say(NOTHING_ASKED);
  if (isQuestionMeanwhile(text, asked)) {
    return on.perform({ kind: 'intent', intent: 'ask', text }, on);
  }
  const { what, rest, ...named } = asked;
  switch (what) {
    case 'return':
      return takeReturnReason(named, text, on);
    case 'retire':
      return takeRetireReason(named, text, on);
    default:
      return takeField(named, { field: what, rest }, text, on);
  }
}

/** A reason may well end with a question mark; what is registered does not. */
function isQuestionMeanwhile(text: string, { what }: MaterialWords): boolean {
  return what !== 'return' && what !== 'retire' && /[？?]\s*$/u.test(text);
}
