import { speakingOf } from '../../../answering/gates/alignment.ts';
import { type BoundPhrase, bindingsOf } from '../../../answering/gates/force/binding.ts';
import { sliceOf } from '../../../text/span.ts';
import type { Held } from '../held.ts';
import { quotedIn } from '../quoted.ts';
import { asks, type Check, cut, type Finding, piecesOf } from './check.ts';

/** Words that bind by themselves, in whatever sentence they stand. */
const BINDS =
  /必须|务必|务须|一律|不得|严禁|禁止|不准|不许|不允许|应当|强制|硬性|硬任务|刚性|有义务|红线|底线要求|明文|限期|责令|责成|勒令/gu;
/** 得 before a verb, as people say 必须. */
const MUST = /(?<=[都就只总还也])得(?=[\u4e00-\u9fff])(?!到|出|了|以|意|失|分|知|票|奖)/gu;
/** Takes back what a text states. */
const TAKES_BACK =
  /取消|停止|停办|废止|不再|无需|无须|不必|免除|放宽|放开|放松|可以不|不要求|不追究|不处理|自愿参加|自选动作|可做可不做|可有可无|软任务|看着办/u;
/** Everybody is told to do something: 各县还要. */
const TELLS_ALL = /(?:^|，)(?:各|每|全|所有|有关)[^，。；？]{0,8}要(?![求点素是不害领])/u;
/** Characters behind such a word that tell what it binds to. */
const BEHIND = 2;
/** What is only supposed is required of nobody. */
const SUPPOSES = /如果|假如|假设|设想|倘若|要是/u;
/** 要让, 要想: what somebody wishes, not what is required. */
const WISHES = /^(?:如果|若|假如|想)?要(?:让|想|使|是)|[只想快将]要|要(?:花|等|占)/u;

/**
 * A question requires nothing of its own: what binds in it binds in its basis too, and what the basis
 * leaves open is not told as required, nor the other way round.
 */
export const checkForce: Check = (rewritten, _, held) =>
  piecesOf(rewritten).flatMap((piece) => {
    // What is quoted keeps its room, so that a phrase is found again with it.
    const { spoken } = quotedIn(piece);
    const isSupposed = SUPPOSES.test(spoken);
    return bindingsOf(spoken, false).flatMap((phrase) =>
      problemsOf(phrase, sliceOf(piece, phrase.span), isSupposed, held),
    );
  });

/** @param whole the phrase with what it quotes */
function problemsOf(
  { text, isTopic, ...phrase }: BoundPhrase,
  whole: string,
  isSupposed: boolean,
  { own, phrases, weightOf }: Held,
): Finding[] {
  // What is only named takes its force from what is said of it, and is judged there.
  const binding = isTopic ? null : phrase.binding;
  const bare = whole.replace(/[，。；：？]$/u, '');
  if (own.some((one) => one.includes(bare))) return [];
  const like = speakingOf(whole, phrases, weightOf);
  const isOpen = like.length > 0 && like.every((one) => one.binding === 'leaves-open');
  const hard = [BINDS, MUST]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .filter(({ 0: word, index }) => {
      const bound = text.slice(index, index + word.length + BEHIND);
      const isThere = own.some((one) => one.includes(asks(text) ? word : bound));
      return !isThere && !like.some((one) => one.text.includes(word));
    })
    .map(([word]) => word);
  if (hard.length > 0) {
    const words = `“${hard[0]}”：题目不提要求，依据中也没有这样的话。改为提问。`;
    return [{ rule: '要求不实', words }];
  }
  if (TAKES_BACK.test(text) && (like.length > 0 || !asks(text))) {
    return [{ rule: '力度不符', words: `“${cut(bare)}”否定了依据所说的。去掉。` }];
  }
  const wants = TELLS_ALL.test(text) || (binding === 'binds' && !WISHES.test(text));
  if (wants && isOpen) {
    const words = `“${cut(bare)}”：依据只是探索、鼓励或者允许，不能写成要求。`;
    return [{ rule: '力度不符', words }];
  }
  if (asks(text)) return [];
  if (wants && like.length === 0 && !isSupposed) {
    return [{ rule: '要求不实', words: `“${cut(bare)}”是依据中没有的要求。去掉，或者改为提问。` }];
  }
  const isSoftened = binding === 'leaves-open' && like.length > 0;
  return isSoftened && like.every((one) => one.binding === 'binds')
    ? [{ rule: '力度不符', words: `“${cut(bare)}”：依据是要求，不能写成鼓励、探索或者可以。` }]
    : [];
}
