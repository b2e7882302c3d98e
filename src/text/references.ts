import { foldCharacters } from './fold.ts';
import { NUMERAL_CHARACTERS, parseNumeral, toChineseNumeral } from './numerals.ts';

/** A place that a question names. */
export interface PlaceReference {
  /** Normalised as `placeKey` does: 第三十三条, 五（二）, 五, 第三章第二节, 专栏3, 前言, 标题. */
  readonly key: string;
  /** Where it stands in the question after `foldCharacters`, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const NUMERAL = `[0-9${NUMERAL_CHARACTERS}]{1,9}`;
const STEP = `第\\s*${NUMERAL}\\s*[编章节条](?:之${NUMERAL})?`;
// A part of an outline, named as people name it: 第五部分, 第5大点, 第五大项.
const PART = `第\\s*${NUMERAL}\\s*(?:个?大?部分|大点|大项|大块)`;
const BRACKETED = `[（(]\\s*${NUMERAL}\\s*[）)]`;
const POINT = `第\\s*${NUMERAL}\\s*(?:小?[条点节项]|个?小?部分)`;

// Earlier patterns are more particular; a later one never takes characters of an earlier match.
const PATTERNS: readonly (readonly [RegExp, (found: string) => string | undefined])[] = [
  [new RegExp(`${PART}\\s*的?\\s*(?:${BRACKETED}|${POINT})`, 'g'), outlineKey],
  [new RegExp(`${PART}`, 'g'), outlineKey],
  [new RegExp(`${STEP}(?:\\s*的?\\s*${STEP})*`, 'g'), stepsKey],
  [new RegExp(`(?<![0-9${NUMERAL_CHARACTERS}])${NUMERAL}\\s*${BRACKETED}`, 'g'), outlineKey],
  [new RegExp(`专栏\\s*${NUMERAL}`, 'g'), boxKey],
  [/前言|序言|导语/g, () => '前言'],
];

const LEADING_STEP = new RegExp(`^\\s*(${STEP})`);
const EVERY_STEP = new RegExp(STEP, 'g');
const PARTS_OF_STEP = new RegExp(`^第\\s*(${NUMERAL})\\s*(.)(?:之(${NUMERAL}))?$`);
const EVERY_NUMERAL = new RegExp(NUMERAL, 'g');
const TRAILING_NUMERAL = new RegExp(`${NUMERAL}$`);
const TITLE_WITH_PLACE = new RegExp(`^(.*\\S)\\s+(${STEP})$`);
const ONLY_BOX = new RegExp(`^专栏\\s*${NUMERAL}$`);
const ONLY_STEPS = new RegExp(`^${STEP}(?:\\s*${STEP})*$`);
const ONLY_OUTLINE = new RegExp(`^(?:${NUMERAL}[、.．]?|(?:${NUMERAL})?(?:${BRACKETED})+)$`);

/** The places a question names, in their order; overlapping readings give the most particular. */
export function findPlaceReferences(question: string): PlaceReference[] {
  const found: PlaceReference[] = [];
  let rest = foldCharacters(question);
  for (const [pattern, toKey] of PATTERNS) {
    for (const match of rest.matchAll(pattern)) {
      const key = toKey(match[0]);
      if (key === undefined) continue;
      const start = match.index;
      const end = start + match[0].length;
      found.push({ key, start, end });
      rest = rest.slice(0, start) + '\0'.repeat(end - start) + rest.slice(end);
    }
  }
  return found.sort((left, right) => left.start - right.start);
}

/**
 * The key of a passage's own place: 第33条 → 第三十三条, 五(二) → 五（二）, 一、 → 一, 专栏 3 → 专栏3,
 * 标题 and 前言 as they are. Undefined for what is no place.
 */
export function placeKey(place: string): string | undefined {
  const folded = foldCharacters(place).trim();
  if (folded === '标题' || folded === '前言') return folded;
  if (ONLY_BOX.test(folded)) return boxKey(folded);
  if (ONLY_STEPS.test(folded)) return stepsKey(folded);
  return ONLY_OUTLINE.test(folded) ? outlineKey(folded) : undefined;
}

/** The place named at the end of a title (中华人民共和国刑法 第十三条) and the title without it. */
export function splitTrailingPlace(title: string): { name: string; place: string | undefined } {
  const match = TITLE_WITH_PLACE.exec(title.trim());
  if (!match) return { name: title, place: undefined };
  return { name: match[1] ?? title, place: placeKey(match[2] ?? '') };
}

/**
 * Every key under which a passage is found: its own, its ancestors', and the chapters its headings
 * name. 五（二） is found under 五 too; an article under 第三章, 第二节 and 第三章第二节.
 */
export function placeKeysOf(place: string | undefined, headings: readonly string[]): string[] {
  const keys = new Set<string>();
  const own = place === undefined ? undefined : placeKey(place);
  if (own !== undefined) {
    keys.add(own);
    for (let at = own.indexOf('（', 1); at > 0; at = own.indexOf('（', at + 1)) {
      keys.add(own.slice(0, at));
    }
  }
  const steps: string[] = [];
  for (const heading of headings) {
    const step = LEADING_STEP.exec(foldCharacters(heading))?.[1];
    const key = step === undefined ? undefined : stepsKey(step);
    if (key === undefined) continue;
    steps.push(key);
    // 第一编 第二章 第三节 is named as 第三节, 第二章第三节 or in full.
    for (let from = 0; from < steps.length; from++) keys.add(steps.slice(from).join(''));
  }
  return [...keys];
}

// Articles are counted through a whole document, so 第三章第五条 is 第五条; chapters need their path.
function stepsKey(found: string): string | undefined {
  const steps = [...found.matchAll(EVERY_STEP)].map((match) => stepKey(match[0]));
  if (steps.length === 0 || steps.includes(undefined)) return undefined;
  return steps.find((step) => step?.includes('条')) ?? steps.join('');
}

function stepKey(step: string): string | undefined {
  const match = PARTS_OF_STEP.exec(step);
  const number = chinese(match?.[1]);
  const branch = match?.[3] === undefined ? '' : chinese(match[3]);
  if (!match || number === undefined || branch === undefined) return undefined;
  return `第${number}${match[2]}${branch === '' ? '' : `之${branch}`}`;
}

function outlineKey(found: string): string | undefined {
  const numbers = [...found.matchAll(EVERY_NUMERAL)].map((match) => chinese(match[0]));
  if (numbers.length === 0 || numbers.includes(undefined)) return undefined;
  if (/^[（(]/.test(found)) return numbers.map((number) => `（${number}）`).join('');
  const [part, ...below] = numbers;
  return `${part}${below.map((number) => `（${number}）`).join('')}`;
}

function boxKey(found: string): string | undefined {
  const number = parseNumeral(TRAILING_NUMERAL.exec(found)?.[0] ?? '');
  return number === undefined ? undefined : `专栏${number}`;
}

function chinese(numeral: string | undefined): string | undefined {
  const value = numeral === undefined ? undefined : parseNumeral(numeral);
  return value === undefined ? undefined : toChineseNumeral(value);
}
