import type { Plain } from '../plain-item.ts';
import { convertChoices } from './convert-choices.ts';
import { localised } from './localised.ts';

/** A rating as a single choice among its marks, the ends with their words. */
export function convertRating(element: Plain) {
  const [from, to] = [Number(element.rateMin ?? 1), Number(element.rateMax ?? 5)];
  const values = Array.isArray(element.rateValues) ? element.rateValues : [];
  const count =
    Number.isInteger(from) && Number.isInteger(to) && to - from < 40 ? to - from + 1 : 0;
  const marks = Array.from({ length: Math.max(count, 0) }, (_, at) => from + at);
  const choices = values.length > 0 ? values : marks;
  const { options, byValue } = convertChoices({ choices });
  const [low, high] = [
    localised(element.minRateDescription),
    localised(element.maxRateDescription),
  ];
  const worded = options.map((option, at) => {
    const end = at === 0 ? low : at === options.length - 1 ? high : '';
    return end === '' ? option : `${option}（${end}）`;
  });
  const wordedByValue = new Map(
    [...byValue].map(([value, option]) => [value, worded[options.indexOf(option)] ?? option]),
  );
  return {
    item: { type: 'single', options: worded },
    options: wordedByValue,
    note: '评分题改为单选题',
  };
}
