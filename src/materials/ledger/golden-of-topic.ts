import type { Answer } from '../../answering/answer.ts';
import type { GoldenQuestion } from '../../corpus/golden.ts';
import { phrasesOf } from '../../text/sentences.ts';
import { sliceOf } from '../../text/span.ts';

/** More of a quote than this would be altered by any new edition. */
const LONGEST_HELD = 60;

/** A golden question that wants the answer of a pair: from its places, with what tells it from others. */
export function goldenOfTopic(pair: string, { question, quotes }: Answer): GoldenQuestion {
  const places = quotes.map(({ material, place }) => ({ material, place }));
  return {
    ...{ id: pair, question, outcome: 'answered', absent: [] },
    places: places.filter(
      (one, at) =>
        places.findIndex(
          ({ material, place }) => material === one.material && place === one.place,
        ) === at,
    ),
    contains: quotes.slice(0, 1).map(({ text }) => tellingPart(text)),
  };
}

/** The whole where it is short; else its first phrase with a figure, or its first. */
function tellingPart(text: string): string {
  if ([...text].length <= LONGEST_HELD) return text;
  const phrases = phrasesOf(text, { start: 0, end: text.length }).map((span) =>
    sliceOf(text, span).replace(/[，；：。、,;]$/u, ''),
  );
  const chosen = phrases.find((one) => /\d/u.test(one)) ?? phrases[0] ?? text;
  return [...chosen].slice(0, LONGEST_HELD).join('');
}
