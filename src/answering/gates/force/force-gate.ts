import { speakingOf } from '../alignment.ts';
import type { CitedPhrase } from '../cited-phrases.ts';
import type { Finding, ForceOutcome } from '../gate.ts';
import { type Binding, type BoundPhrase, bindingsOf } from './binding.ts';
import { HEDGES, LIMIT } from './force-words.ts';
import { negatesWordOf } from './negation.ts';
import { isContradicted, splitReply } from './reply.ts';

/** A phrase up to this length that speaks of nothing of the source goes on with the one before it. */
const SHORT = 12;
/** 对师资队伍，names what is spoken of and states nothing. */
const OPENS_ONLY = /^(?:对于?|关于|至于|就|在|为了?|从|按照?|根据|依据)[^，。；]{0,24}[，：,:]$/u;
/** An exception says how far a statement goes, not how strongly it binds. */
const EXCEPTION = /除外[，。；]?$|^除[^，。；]+外[，。；]?$/u;
/** 经批准 is a condition of what is allowed. */
const APPROVAL = /经(?:过)?[^，。；]{0,8}(?:批准|同意|许可|审批|审核)/u;

/**
 * The obligation that a claim states is the one of the source: what 要, 严控, 推行, 出台 and 完善 require
 * is not stated as left open, and what 探索, 鼓励 and 可以 leave open is not stated as required; nothing
 * is forbidden, denied or softened that is not so in the source. Each phrase of the claim is held
 * against the phrases of the source that speak of the same.
 */
export function forceGate(
  claim: string,
  sources: readonly CitedPhrase[],
  weightOf: (term: string) => number,
): Finding[] {
  const quoted = sources.filter(({ isQuoted }) => isQuoted);
  const { reply, rest } = splitReply(claim);
  const stated = heldAgainst(bindingsOf(rest, false), quoted, weightOf);
  const found = stated.flatMap(({ phrase, like }, at): Finding[] => {
    if (phrase.isTopic || OPENS_ONLY.test(phrase.text) || EXCEPTION.test(phrase.text)) return [];
    if (turnsForeign(phrase, quoted)) {
      return [{ gate: 'force', outcome: 'strengthened', words: phrase.text }];
    }
    const binding = phrase.binding ?? bindingBeside(stated, at);
    const whole = { ...phrase, binding };
    const outcome = leastOf(like.map((source) => differenceOf(whole, source, rest)));
    return outcome === null ? [] : [{ gate: 'force', outcome, words: phrase.text }];
  });
  const phrases = stated.map(({ phrase }) => phrase);
  if (found.length > 0 || !isContradicted(reply, phrases)) return found;
  return [{ gate: 'force', outcome: 'reply', words: claim }];
}

/**
 * A phrase in another language cannot be matched with the source phrase that it speaks of: where it
 * says that something is required, nothing of what is cited may be left open.
 */
function turnsForeign({ text, binding }: BoundPhrase, quoted: readonly CitedPhrase[]): boolean {
  const isForeign = !/\p{Script=Han}/u.test(text);
  return isForeign && binding === 'binds' && quoted.some((one) => one.binding === 'leaves-open');
}

interface Held {
  readonly phrase: BoundPhrase;
  /** What of the source speaks of the same, the nearest first. */
  readonly like: readonly CitedPhrase[];
}

function heldAgainst(
  phrases: readonly BoundPhrase[],
  quoted: readonly CitedPhrase[],
  weightOf: (term: string) => number,
): Held[] {
  let like: readonly CitedPhrase[] = [];
  return phrases.map((phrase) => {
    // What another language says cannot be laid beside the words of the source.
    const isOther = quoted.length === 1 || !/\p{Script=Han}/u.test(phrase.text);
    const spokenOf = isOther ? quoted : speakingOf(phrase.text, quoted, weightOf);
    // 必须落实 speaks of what the phrase before it spoke of.
    if (spokenOf.length > 0 || phrase.text.length > SHORT) like = spokenOf;
    return { phrase, like };
  });
}

/**
 * Phrases of a claim that tell one phrase of the source share what they say of its force, unless
 * one begins a directive of its own behind the other.
 */
function bindingBeside(stated: readonly Held[], at: number): Binding {
  const here = stated[at];
  const isBeside = (other: Held | undefined) =>
    here?.like[0] !== undefined && other?.like[0] === here.like[0];
  const [before, next] = [stated[at - 1], stated[at + 1]];
  if (isBeside(next) && next?.phrase.binding) return next.phrase.binding;
  const isOwn = here === undefined || here.phrase.directs;
  return isBeside(before) && !isOwn ? (before?.phrase.binding ?? null) : null;
}

/** A phrase that agrees with one of those that speak of the same agrees. */
function leastOf(outcomes: readonly (ForceOutcome | null)[]): ForceOutcome | null {
  return outcomes.includes(null) ? null : (outcomes[0] ?? null);
}

function differenceOf(
  claim: BoundPhrase,
  source: CitedPhrase,
  wholeClaim: string,
): ForceOutcome | null {
  const negated = negationBetween(claim, source);
  if (negated !== null) return negated;
  if (claim.isHedged && !source.isHedged) return 'weakened';
  if (source.isHedged && !HEDGES.test(wholeClaim)) return 'strengthened';
  if (source.binding === 'leaves-open' && claim.binding !== 'leaves-open') {
    return isAside(claim, source) ? null : 'strengthened';
  }
  // A statement of a source that has no word for it directs all the same.
  if (source.binding !== 'leaves-open' && claim.binding === 'leaves-open') return 'weakened';
  return null;
}

function negationBetween(claim: BoundPhrase, source: CitedPhrase): ForceOutcome | null {
  const isNegative = claim.bans || claim.denies;
  if (negatesWordOf(claim.text, source.text) && !source.restrains) return 'denied';
  if (source.denies && !isNegative && !claim.restrains) return 'denied';
  if (claim.bans && !source.bans) return source.restrains || source.denies ? 'ban' : 'denied';
  if (claim.denies && !source.bans && !source.denies) {
    return source.restrains && !claim.restrains ? null : 'denied';
  }
  if (source.bans && !isNegative) return 'ban';
  if (source.restrains && !claim.restrains && !isNegative) return 'ban';
  return null;
}

/** What limits a permission or names its condition makes no requirement of it. */
function isAside(claim: BoundPhrase, source: BoundPhrase): boolean {
  const isLimit = claim.binding === null && LIMIT.test(claim.text) && LIMIT.test(source.text);
  return isLimit || (APPROVAL.test(claim.text) && APPROVAL.test(source.text));
}
