/** Number words of English up to a hundred; one alone is more often a pronoun than a number. */
const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/\s*-?(?:years?)\b/giu, '年'],
  [/\s*-?(?:months?)\b/giu, '个月'],
  [/\s*-?(?:quarters?)\b/giu, '季度'],
  [/\s*-?(?:weeks?)\b/giu, '周'],
  [/\s*-?(?:days?)\b/giu, '天'],
  // Of study or of the clock: the word does not tell.
  [/\s*-?(?:hours?)\b/giu, '时'],
  [/\s*-?(?:times?)\b/giu, '次'],
  [/\s*-?(?:per\s?cent|percent)\b/giu, '%'],
];

const NUMBER_WORD = new RegExp(
  `\\b(?:(${TENS.join('|')})(?:[- ](${ONES.slice(1, 10).join('|')}))?|(${ONES.join('|')}))(?:[- ](hundred|thousand))?\\b`,
  'giu',
);
const SPANS: Readonly<Record<string, string>> = {
  ...{ year: '年', month: '月', week: '周', day: '天', quarter: '季度' },
  ...{ annually: '年', yearly: '年', quarterly: '季度', monthly: '月', weekly: '周', daily: '天' },
};
const EACH = /\b(?:every|each|a|per)\s+(year|quarter|month|week|day)\b/giu;
const ADVERB = /\b(?:annually|yearly|quarterly|monthly|weekly|daily)\b/giu;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** A month beside a number; May alone is more often a verb. */
const MONTH =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?=\s+[0-9])|(?<=[0-9]\s)\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/giu;
const PART = /\b(one|two|three|[0-9]+)[- ](thirds?|quarters?|halves|half|fifths?)\b/giu;
const PARTS: Readonly<Record<string, number>> = { third: 3, quarter: 4, half: 2, fifth: 5 };

/** Writes the number words of an English text in digits and its units in Chinese. */
export function inDigits(text: string): string {
  if (!/[a-z]{3}/iu.test(text)) return text;
  const digits = text
    .replace(/\bonce\b/giu, '1次')
    .replace(/\btwice\b/giu, '2次')
    .replace(EACH, (_, span: string) => `每${SPANS[span.toLowerCase()] ?? ''}`)
    .replace(ADVERB, (word: string) => `每${SPANS[word.toLowerCase()] ?? ''}`)
    .replace(MONTH, (name: string) => `${MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1}月`)
    .replace(/\bhalf a year\b/giu, '半年')
    .replace(PART, (_, count: string, part: string) => {
      const name = part.toLowerCase().replace(/s$/u, '').replace('halve', 'half');
      return `${amountOf(count)}/${PARTS[name] ?? 2}`;
    })
    .replace(/\bhalf\b/giu, '1/2')
    .replace(/\bevery\s+(?=[0-9]|two|three|four|five|six)/giu, '每')
    .replace(NUMBER_WORD, (words, tens?: string, one?: string, small?: string, large?: string) => {
      if (words.toLowerCase() === 'one') return words;
      const value = amountOf(tens ?? '') + amountOf(one ?? '') + amountOf(small ?? '');
      const factor = large === undefined ? 1 : large.toLowerCase() === 'hundred' ? 100 : 1000;
      return String(value * factor);
    })
    .replace(/([0-9])\s+to\s+(?=[0-9])/giu, '$1至');
  return UNITS.reduce(
    (whole, [name, unit]) => whole.replace(new RegExp(`(?<=[0-9])${name.source}`, 'giu'), unit),
    digits,
  );
}

function amountOf(word: string): number {
  const plain = word.toLowerCase();
  if (/^[0-9]+$/u.test(plain)) return Number(plain);
  const tens = TENS.indexOf(plain);
  return tens >= 0 ? (tens + 2) * 10 : Math.max(ONES.indexOf(plain), 0);
}
