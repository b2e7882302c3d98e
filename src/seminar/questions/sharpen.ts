import type { KitQuestion } from '../kit.ts';
import type { Kind } from './question.ts';

/** What narrows a question about what is, and one about what is to be done. */
const ONE_OCCASION = '只说最近一次、亲身经手的：';
const WITHIN_MEANS = '以一个月为限，不增加人和经费：';
const NARROWED = [ONE_OCCASION, WITHIN_MEANS];
const LOOKS_BACK: ReadonlySet<Kind> = new Set([
  'fact',
  'feeling',
  'meaning',
  'analyse',
  'process',
  'benefit',
]);
const FOLLOW_UPS: Readonly<Record<string, string>> = {
  [ONE_OCCASION]: '那一次的时间、场合和经手的环节分别是什么？',
  [WITHIN_MEANS]: '第一个星期做哪一步，由哪个岗位来做？',
};
const MOST_FOLLOW_UPS = 3;
/** As `LONGEST` of the lint. */
const LONGEST = 110;

/** The same question held to one occasion or to the means at hand; null where it is so already. */
export function sharpened(question: KitQuestion, kind: Kind): KitQuestion | null {
  if (NARROWED.some((opening) => question.text.startsWith(opening))) return null;
  const opening = LOOKS_BACK.has(kind) ? ONE_OCCASION : WITHIN_MEANS;
  const text = opening + question.text.replace(/^请每人讲一件经手的事：/u, '');
  if ([...text].length > LONGEST) return null;
  const followUps = [FOLLOW_UPS[opening] as string, ...question.followUps];
  return { ...question, text, followUps: followUps.slice(0, MOST_FOLLOW_UPS) };
}
