import type { SeminarMethod } from '../order.ts';
import { namesAudience } from './clauses.ts';
import type { Mention } from './piece.ts';
import { findMethods } from './read-method.ts';
import { findMinutes } from './read-minutes.ts';
import { findPeople } from './read-people.ts';

export interface Mentions {
  readonly people: readonly Mention<number>[];
  readonly minutes: readonly Mention<number>[];
  readonly method: readonly Mention<SeminarMethod>[];
}

/** What is longer tells something, whatever numbers are in it. */
const LONGEST_CLAUSE = 200;

const NONE: Mentions = { people: [], minutes: [], method: [] };

const FILLERS =
  /约|大概|左右|上下|总共|一共|共计|共|合计|参加|参训|人数|规模|时长|用时(?!间)|时间|安排|采用|运用|研讨|方法|方式|形式|进行|[用按以做为的和跟在式法，,、。；;：:·()（）[\]【】"“”\s]/gu;
/** 用世界咖啡研讨经费保障 says how and what. */
const BY_METHOD =
  /^(?:采用|运用|[用以按])\S{2,6}?(?:法|式)?(?:的)?(?:方法|方式|形式)?(?:来|开展|进行)?(?:研讨|讨论)(\S{2,})$/u;
const LONGEST_BEFORE_METHOD = 2;
/** Left of a clause once its numbers are out: 的科级干部, 县处级任职班共. */
const EDGES = /^[的，,、·(（\s]+|(?:共|约|大约|一共|总共|参加|[，,、·()（）\s])+$/gu;

/**
 * Takes numbers of people, times and methods out of a clause that is made of them, or ends with
 * several; a clause that tells something else is left whole (每年培训2000人的任务怎么落实).
 */
export function takeMentions(text: string): { readonly rest: string; readonly mentions: Mentions } {
  if (text.length > LONGEST_CLAUSE) return { rest: text, mentions: NONE };
  const found = { people: findPeople(text), minutes: findMinutes(text), method: findMethods(text) };
  const all = [...found.people, ...found.minutes, ...found.method];
  if (all.length === 0) return { rest: text, mentions: NONE };
  const rest = without(text, all);
  if (isFiller(rest)) return { rest: '', mentions: found };
  const [, spoken] = BY_METHOD.exec(text) ?? [];
  const by = found.method[0];
  if (spoken !== undefined && by !== undefined && by.start <= LONGEST_BEFORE_METHOD) {
    return { rest: spoken, mentions: { ...NONE, method: [by] } };
  }
  const trimmed = rest.replace(EDGES, '').replace(EDGES, '');
  if (namesAudience(trimmed, true)) return { rest: trimmed, mentions: found };
  return takeEnd(text, found, all);
}

/** Numbers that a clause ends with, where they are of several kinds: 网络培训怎么办实40人3小时. */
function takeEnd(text: string, found: Mentions, all: readonly Mention<unknown>[]) {
  const from = all
    .map(({ start }) => start)
    .sort((one, other) => one - other)
    .find((start) => isFiller(without(text.slice(start), after(all, start))));
  const whole = { rest: text, mentions: NONE };
  if (from === undefined) return whole;
  const isAfter = ({ start }: Mention<unknown>) => start >= from;
  const mentions = {
    people: found.people.filter(isAfter),
    minutes: found.minutes.filter(isAfter),
    method: found.method.filter(isAfter),
  };
  const kinds = Object.values(mentions).filter(({ length }) => length > 0).length;
  return kinds > 1 ? { rest: text.slice(0, from).replace(EDGES, ''), mentions } : whole;
}

/** The mentions from a place on, as they stand in the text from there. */
function after(all: readonly Mention<unknown>[], from: number): Mention<unknown>[] {
  return all
    .filter(({ start }) => start >= from)
    .map((one) => ({ ...one, start: one.start - from, end: one.end - from }));
}

function without(text: string, mentions: readonly Mention<unknown>[]): string {
  return mentions
    .toSorted((one, other) => other.start - one.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
}

function isFiller(text: string): boolean {
  return text.replace(FILLERS, '') === '';
}
