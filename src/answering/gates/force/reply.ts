import type { BoundPhrase } from './binding.ts';

/** What the word says with which an answer begins: 不可以，… */
export type Reply = 'refuses' | 'waives' | 'allows' | 'requires' | 'neutral';

const REPLIES: readonly (readonly [RegExp, Reply])[] = [
  [/^(?:不可以?|不能够?|不行|不得|不允许|不准|不应当?|否|no)$/iu, 'refuses'],
  [/^(?:不需要?|不必|不用|无需|无须)$/u, 'waives'],
  [/^(?:可以|能够?|行|允许)(?:的)?$/u, 'allows'],
  [/^(?:需要?|要|必须|应当|应该|须)(?:的)?$/u, 'requires'],
  [/^(?:是|是的|不是|对|不对|有|没有|会|不会|支持|鼓励|yes)(?:的)?$/iu, 'neutral'],
];
const OPENING = /^\s*([\u4e00-\u9fff]{1,4}|yes|no)\s*[，,。；：:;.]\s*/iu;

/** The word with which a claim answers yes or no, and the statement behind it. */
export function splitReply(claim: string): { readonly reply: Reply | null; readonly rest: string } {
  const match = OPENING.exec(claim);
  const found = REPLIES.find(([pattern]) => pattern.test(match?.[1] ?? ''));
  if (match === null || found === undefined) return { reply: null, rest: claim };
  const rest = claim.slice(match[0].length);
  return rest === '' ? { reply: null, rest: claim } : { reply: found[1], rest };
}

/**
 * Whether a reply says another thing than the statement behind it, as 不可以 does before what is
 * only encouraged.
 */
export function isContradicted(reply: Reply | null, stated: readonly BoundPhrase[]): boolean {
  const opens = stated.some(({ binding }) => binding === 'leaves-open');
  const binds = stated.some(({ binding }) => binding === 'binds');
  const holdsBack = stated.some(({ restrains, denies }) => restrains || denies);
  if (reply === 'refuses') return opens && !binds && !holdsBack;
  if (reply === 'allows') return !opens && stated.some(({ bans }) => bans);
  if (reply === 'waives') return binds && !opens;
  return reply === 'requires' && opens && !binds;
}
