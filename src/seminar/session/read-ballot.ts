import { type Contribution, POINTS } from './session.ts';
import { standing } from './standing.ts';

export type ReadBallot =
  /** Ids, the first choice first. */
  | { readonly ok: true; readonly choices: readonly string[] }
  | { readonly ok: false; readonly problem: string };

const DIGITS = '零一二三四五六七八九';
/** Numbers and what stands between them; each character for itself, so that no text takes long. */
const BALLOT = /^[\d零一二三四五六七八九十百第条号项个\s,，、;；.。和与及/|-]+$/u;
const VOTING = /^我?(?:投给|投|选择|选)[:：]?/u;
const NUMBER = /\d+|[零一二三四五六七八九十百]+/gu;

/** Whether a text says nothing but numbers, with a word of voting before them or none. */
function isBallot(text: string): boolean {
  const numbers = text.normalize('NFKC').trim().replace(VOTING, '');
  return BALLOT.test(numbers) && /[\d零一二三四五六七八九十百]/u.test(numbers);
}

/** How many choices a ballot has: three, or all where there are fewer. */
export function choicesWanted(contributions: readonly Contribution[]): number {
  return Math.min(POINTS.length, standing(contributions).length);
}

/**
 * Reads `3 7 12`, `3，7，12`, `第3条、第7条、第12条`: the first gets 3 points, the second 2, the third 1.
 *
 * @param contributions of the round, merged ones too
 */
export function readBallot(raw: string, contributions: readonly Contribution[]): ReadBallot {
  const text = raw.normalize('NFKC').trim();
  const wanted = choicesWanted(contributions);
  const numbers = isBallot(text) ? [...text.matchAll(NUMBER)].map(([one]) => numberOf(one)) : [];
  if (numbers.length === 0) {
    return problem(`没有看懂。请按先后顺序发送 ${wanted} 个编号，例如“${EXAMPLES[wanted - 1]}”。`);
  }
  const byNumber = new Map(contributions.map((one) => [one.number, one]));
  const choices: string[] = [];
  for (const number of numbers) {
    const found = byNumber.get(number);
    if (found === undefined) {
      const hint = number > 999 || numbers.length === 1 ? '编号之间请用空格隔开。' : '';
      return problem(`清单上没有第 ${number} 条，没有计票。${hint}请核对编号后重新发送。`);
    }
    if (found.mergedInto !== null) {
      const into = contributions.find(({ id }) => id === found.mergedInto)?.number;
      return problem(
        `第 ${number} 条已归并到第 ${into} 条，没有计票。要选它的，请写第 ${into} 条，重新发送。`,
      );
    }
    if (choices.includes(found.id)) {
      return problem(`第 ${number} 条写了两次，没有计票。请选 ${wanted} 条不同的，重新发送。`);
    }
    choices.push(found.id);
  }
  if (choices.length !== wanted) {
    return problem(
      `要按先后顺序选 ${wanted} 条，现在是 ${choices.length} 条，没有计票。请重新发送，例如“${EXAMPLES[wanted - 1]}”。`,
    );
  }
  return { ok: true, choices };
}

const EXAMPLES = ['3', '3 7', '3 7 12'] as const;

function problem(text: string): ReadBallot {
  return { ok: false, problem: text };
}

/** 12, 十二, 二十, 一百零三. */
function numberOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const character of text) {
    if (character === '十' || character === '百') {
      total += (digit === 0 ? 1 : digit) * (character === '十' ? 10 : 100);
      digit = 0;
    } else {
      digit = DIGITS.indexOf(character);
    }
  }
  return total + digit;
}
