import { speakingOf } from './alignment.ts';
import { type Binding, type BoundPhrase, bindingsOf } from './binding.ts';
import type { CitedSpan, Finding, ForceOutcome } from './gate.ts';

/** 对师资队伍，names what is spoken of and states nothing. */
const OPENS_ONLY = /^(?:对于?|关于|至于|就|在|为了?|从|按照?|根据|依据)[^，。；]{0,24}[，：,:]$/u;

/**
 * The obligation that a claim states is the one of the source: what 要, 严控, 推行, 出台 and 完善 require
 * is not stated as left open, and what 探索, 鼓励 and 可以 leave open is not stated as required. Each
 * phrase of the claim is held against the phrases of the source that speak of the same.
 */
export function forceGate(
  claim: string,
  cited: readonly CitedSpan[],
  weightOf: (term: string) => number,
): Finding[] {
  const sources = cited.flatMap((span) => sourcePhrases(span));
  const stating = bindingsOf(claim, false).filter(({ text }) => !OPENS_ONLY.test(text));
  return stating.flatMap((phrase): Finding[] => {
    const like = sources.length === 1 ? sources : speakingOf(phrase.text, sources, weightOf);
    if (like.length === 0) return [];
    const outcomes = like.map((source) => differenceOf(phrase, source));
    const outcome = outcomes.includes(null) ? null : (outcomes[0] ?? null);
    return outcome === null ? [] : [{ gate: 'force', outcome, words: phrase.text }];
  });
}

/** The phrases of a quote, bound as in their passage: what governs them may stand before the quote. */
function sourcePhrases({ text, around }: CitedSpan): BoundPhrase[] {
  const quoted = bindingsOf(text, true);
  const inPassage = bindingsOf(around, true);
  return quoted.map(
    (phrase) => inPassage.find((one) => trimmed(one.text).endsWith(trimmed(phrase.text))) ?? phrase,
  );
}

function trimmed(phrase: string): string {
  return phrase.replace(/[，。；：、！？,;:\s]+$/u, '');
}

function differenceOf(claim: BoundPhrase, source: BoundPhrase): ForceOutcome | null {
  if (claim.bans && !source.bans) return 'ban';
  if (source.restrains && !claim.restrains && !isNegated(claim.text)) return 'ban';
  if (source.binding === 'leaves-open' && claim.binding !== 'leaves-open') return 'strengthened';
  if (isRequired(source.binding) && claim.binding === 'leaves-open') return 'weakened';
  return null;
}

/** A statement of a source that has no word for it directs all the same. */
function isRequired(binding: Binding): boolean {
  return binding !== 'leaves-open';
}

function isNegated(text: string): boolean {
  return /不|无|未|没有|\bnot?\b/iu.test(text);
}
