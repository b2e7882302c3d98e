import { cleanWords } from '../../text/clean-words.ts';
import { ORDER_LIMITS } from '../order.ts';
import { isEitherOr, NUMBER, readNumber, TO } from './numbers.ts';
import { type Mention, type PieceReading, read, unread } from './piece.ts';
import { settle } from './settle.ts';

const UNIT = '\\s*(?:个人|人次|号人|人|名|位)';
/** 每组8人, 8人一组, 分5组 say how groups are formed, not how many come. */
const NOT_OF_GROUPS = '(?<!每组|每桌|各组|每小组|[几数\\d])';
const NO_GROUP_AFTER = '(?!\\s*(?:一组|1组|每组|/组|一桌|左右一组))';
const RANGE = `(?<from>${NUMBER})(?:${UNIT})?${TO}(?<to>${NUMBER})`;
const ONE = `(?<one>${NUMBER})(?<more>多|来|几|余)?`;
const ROUND = '(?<round>上百|百余|百来|百十来|近百)';
const MENTION = new RegExp(
  `${NOT_OF_GROUPS}(?:${RANGE}|${ROUND}|${ONE})${UNIT}${NO_GROUP_AFTER}`,
  'gu',
);
/** An answer may be a bare number: 40, 大概四十来个. */
const BARE = new RegExp(
  `^(?:我们|一共|总共|共计|大概|大约|约|差不多|共|有|计|来|\\s)*(?:${RANGE}|${ROUND}|${ONE})\\s*个?(?:左右|上下|吧|了|的|样子|。|\\s)*$`,
  'u',
);

/** Whoever was asked for a number says it within so many characters. */
const LONGEST_ANSWER = 200;

const UNCLEAR = '没有看出人数。请写一个数，例如“40人”。';

/** Every number of people in a text. */
export function findPeople(text: string): readonly Mention<number>[] {
  return [...text.matchAll(MENTION)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    words: found[0].trim(),
    reading: meant(found.groups ?? {}, found[0].trim()),
    isVague: false,
  }));
}

/** A number of people as somebody says it who was asked for it. */
export function readPeople(raw: string): PieceReading<number> {
  const text = cleanWords(raw)
    .slice(0, LONGEST_ANSWER)
    .replace(/(\d),(?=\d{3}(?!\d))/gu, '$1');
  const mentions = findPeople(text);
  if (mentions.length > 0) return settle(mentions, PEOPLE_WORDS);
  const bare = BARE.exec(text);
  return bare === null ? unread(UNCLEAR) : meant(bare.groups ?? {}, text);
}

export const PEOPLE_WORDS = { piece: '人数', inWords: (people: number) => `${people}人` };

function meant(groups: Readonly<Record<string, string | undefined>>, words: string) {
  const { from, to, one, more, round } = groups;
  if (round !== undefined) return checkPeople(100, `“${words}”按 100 人准备。`);
  if (from !== undefined && to !== undefined) {
    const [low, high] = [readNumber(from), readNumber(to)];
    if (low === null || high === null) return unread<number>(UNCLEAR);
    const most = Math.max(low, high);
    return checkPeople(most, `人数写的是“${words}”，按 ${most} 人准备。`);
  }
  const number = readNumber(one ?? '');
  if (number === null) return unread<number>(UNCLEAR);
  if (more === '多' || more === '余' || more === '几') return upwards(number, words);
  const isOpen = isEitherOr(one ?? '');
  return checkPeople(number, isOpen ? `人数写的是“${words}”，按 ${number} 人准备。` : null);
}

/** 30多人 is seated as 40; 100多人 may be nearly two hundred, so it is asked. */
function upwards(number: number, words: string): PieceReading<number> {
  const isRound = number >= 100 && number % 100 === 0;
  if (isRound || number < 10) {
    return unread(`“${words}”说不准是多少人。请写一个确定的数，人数多时分组和桌椅都要按它准备。`);
  }
  const seats = (Math.floor(number / 10) + 1) * 10;
  return checkPeople(seats, `人数写的是“${words}”，按 ${seats} 人准备。`);
}

/** Whether a kit can be made for so many. */
export function checkPeople(people: number, note: string | null = null): PieceReading<number> {
  const { least, most } = ORDER_LIMITS.people;
  if (!Number.isInteger(people)) return unread(`人数应当是整数，现在是“${people}”。请重新填写。`);
  if (people < least) {
    const problem = `${people} 人不能开展分组研讨：至少要 ${least} 人，才能分成两个小组互相交流。人少的，可以与其他班次合并，或者改为座谈。请重新填写人数。`;
    return unread(problem);
  }
  if (people > most) {
    const times = Math.ceil(people / most);
    const problem = `${people} 人太多：一次研讨最多 ${most} 人，再多就难以收集和汇总意见。建议分期分批，分 ${times} 期，每期约 ${Math.ceil(people / times)} 人。请填写一期的人数。`;
    return unread(problem, times <= 50 ? [Math.ceil(people / times)] : []);
  }
  return read(people, note);
}
