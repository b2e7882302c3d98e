/** Number words of English up to a hundred; one alone is more often a pronoun than a number. */
const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/\s*-?(?:years?)\b/giu, '年'],
  [/\s*-?(?:months?)\b/giu, '个月'],
  [/\s*-?(?:weeks?)\b/giu, '周'],
  [/\s*-?(?:days?)\b/giu, '天'],
  [/\s*-?(?:hours?)\b/giu, '小时'],
  [/\s*-?(?:times?)\b/giu, '次'],
  [/\s*-?(?:per\s?cent|percent)\b/giu, '%'],
];

const NUMBER_WORD = new RegExp(
  `\\b(?:(${TENS.join('|')})(?:[- ](${ONES.slice(1, 10).join('|')}))?|(${ONES.join('|')}))(?:[- ](hundred|thousand))?\\b`,
  'giu',
);
const PART = /\b(one|two|three|[0-9]+)[- ](thirds?|quarters?|halves|half|fifths?)\b/giu;
const PARTS: Readonly<Record<string, number>> = { third: 3, quarter: 4, half: 2, fifth: 5 };

/** Writes the number words of an English text in digits and its units in Chinese. */
export function inDigits(text: string): string {
  if (!/[a-z]{3}/iu.test(text)) return text;
  const digits = text
    .replace(/\bonce\b/giu, '1次')
    .replace(/\btwice\b/giu, '2次')
    .replace(PART, (_, count: string, part: string) => {
      const name = part.toLowerCase().replace(/s$/u, '').replace('halve', 'half');
      return `${amountOf(count)}/${PARTS[name] ?? 2}`;
    })
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
