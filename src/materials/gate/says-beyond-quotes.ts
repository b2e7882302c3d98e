import { type Answer, type Citation, NOT_OUTRIGHT } from '../../answering/answer.ts';
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
  if (isCutFrom(text, quotes)) return null;
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

/** Whether it says nothing but phrases of the quotes, each perhaps with the place that it is from. */
function isCutFrom(text: string, quotes: readonly Citation[]): boolean {
  const phrases = text.split(/[；。]/u).filter((phrase) => phrase !== '');
  return phrases.every((phrase) =>
    quotes.some(
      (quote) => quote.text.includes(phrase) || isPhraseAt(phrase, quote.place, quote.text),
    ),
  );
}

function isPhraseAt(phrase: string, place: string, quoted: string): boolean {
  return phrase.startsWith(`${place}：`) && quoted.includes(phrase.slice(place.length + 1));
}
