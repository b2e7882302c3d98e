import { type Answer, NOT_OUTRIGHT } from '../../answering/answer.ts';
import { checkClaim } from '../../answering/gates/check-claim.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';

/**
 * What an answer says that its quotes do not, by the gates that a model's sentences pass too; null
 * where they hold all of it. An approved pair is no more than a sentence with quotes: whoever edits the
 * file by hand may put the wrong sentence to them.
 */
export function saysBeyondQuotes(index: CorpusIndex, answer: Answer): string | null {
  const { question, outcome, lead, quotes } = answer;
  if (outcome !== 'answered') return null;
  const text = lead.startsWith(NOT_OUTRIGHT) ? lead.slice(NOT_OUTRIGHT.length) : lead;
  if (quotes.some((quote) => quote.text.includes(text.replace(/。$/u, '')))) return null;
  const passages = quotes.flatMap(({ material, start, end }) =>
    index.store.passagesCovering(material, { start, end }),
  );
  const shown = new Map(passages.map((passage) => [`P${passage.ordinal}`, passage]));
  const cited = quotes.map(({ material, start, end, text }) => ({
    passage: `P${index.store.passagesCovering(material, { start, end })[0]?.ordinal}`,
    text,
  }));
  const grounds = { index, question, language: 'zh', shown };
  const { passes, findings } = checkClaim({ text, quotes: cited }, grounds);
  if (passes) return null;
  return findings.find(({ gate }) => gate !== 'quote')?.words ?? text;
}
