import { type Category, readCategory } from './cause-categories.ts';
import { ROUND_NAMES, type Round } from './session.ts';

/** What a trainer writes to steer a session, as it is understood. */
export type Steering =
  /** The first number is what the others are merged into. */
  | { readonly kind: 'merge'; readonly numbers: readonly number[] }
  | { readonly kind: 'take-out'; readonly numbers: readonly number[] }
  | { readonly kind: 'focus'; readonly text: string }
  | { readonly kind: 'note'; readonly of: 'disagreement' | 'report-point'; readonly text: string }
  | { readonly kind: 'categorise'; readonly number: number; readonly category: Category }
  | { readonly kind: 'measure'; readonly number: number; readonly fields: MeasureFields }
  | { readonly kind: 'start-timer'; readonly minutes: number }
  /** It begins like one of these, and cannot be read to its end. */
  | { readonly kind: 'unclear'; readonly problem: string };

/** 责任主体, 时限, 可行性; those that are given. */
export interface MeasureFields {
  readonly responsible?: string;
  readonly deadline?: string;
  readonly feasibility?: string;
}

/** No order is longer; what is can only be a question. */
const LONGEST_ORDER = 1000;
/** Each character for itself, so that no text takes long. */
const NUMBERS = '[\\d第条号\\s,，、和与及]*\\d[\\d第条号\\s,，、和与及]*';
const MERGE = new RegExp(`^(?:合并|归并)[:：\\s]*(${NUMBERS})$`, 'u');
const MERGE_INTO = new RegExp(
  `^(?:把|将)?(${NUMBERS})(?:合并|归并|并)(?:入|到|进)?\\s*第?\\s*(\\d+)\\s*[条号]?$`,
  'u',
);
const TAKE_OUT = new RegExp(
  `^(?:拆出|拆开|取出|拆分|取消归并|取消合并)[:：\\s]*(${NUMBERS})$`,
  'u',
);
const LABELLED = /^(聚焦(?:问题)?|分歧|(?:汇报)?要点)\s*[:：]\s*([\s\S]+)$/u;
const TIMER = /^(?:计时|倒计时)\s*(\d{1,3})\s*分?钟?$/u;
const ITEM = /^(原因|对策)\s*第?\s*(\d+)\s*[条号]?[\s,，、:：]*([\s\S]*)$/u;
/** 归 制度, 类别：制度, 属于制度类. */
const CATEGORY = /^(?:归入?|属于?|类别)\s*[:：]?\s*(\S+)$/u;
const FIELD =
  /(责任(?:主体|单位|部门|人)?|牵头(?:单位|部门)?|时限|完成时限|期限|可行性)\s*[:：]\s*/gu;

const HOW_TO_CAUSE = '请写成“原因4 归 制度”，类别有人员、制度、流程、资源、环境。';
const HOW_TO_MEASURE =
  '请写成“对策3 责任：县委组织部 时限：2027年3月 可行性：高”，可以只写其中几项。';

/** What a text asks for; null where it is no order, but a question or anything else. */
export function readSteering(raw: string): Steering | null {
  if (raw.length > LONGEST_ORDER) return null;
  // Wide digits alone: what is filled in keeps its marks as they were written.
  const text = raw.trim().replace(/[０-９]/gu, (digit) => digit.normalize('NFKC'));
  const merged = MERGE.exec(text);
  if (merged !== null) return merging(numbersIn(merged[1] ?? ''));
  const into = MERGE_INTO.exec(text);
  if (into !== null) return merging([Number(into[2]), ...numbersIn(into[1] ?? '')]);
  const out = TAKE_OUT.exec(text);
  if (out !== null) return { kind: 'take-out', numbers: numbersIn(out[1] ?? '') };
  const timer = TIMER.exec(text);
  if (timer !== null) return { kind: 'start-timer', minutes: Number(timer[1]) };
  const labelled = LABELLED.exec(text);
  if (labelled !== null) return ofLabel(labelled[1] ?? '', labelled[2] ?? '');
  const item = ITEM.exec(text);
  if (item === null || item[3] === '') return null;
  const number = Number(item[2]);
  return item[1] === '原因' ? causeOf(number, item[3] ?? '') : measureOf(number, item[3] ?? '');
}

/** What a round's contribution is called where it is filled in: 原因4, 对策3. */
export function itemName(round: Round, number: number): string {
  return `${ROUND_NAMES[round]}${number}`;
}

function merging(numbers: readonly number[]): Steering {
  const different = [...new Set(numbers)];
  return different.length < 2
    ? { kind: 'unclear', problem: '要归并的至少两条，请写成“合并 3 7 12”，后面的并入第一个编号。' }
    : { kind: 'merge', numbers: different };
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d+/gu)].map(([one]) => Number(one));
}

function ofLabel(label: string, text: string): Steering {
  if (label.startsWith('聚焦')) return { kind: 'focus', text };
  return { kind: 'note', of: label === '分歧' ? 'disagreement' : 'report-point', text };
}

function causeOf(number: number, rest: string): Steering | null {
  const named = CATEGORY.exec(rest)?.[1];
  if (named === undefined) return null;
  const category = readCategory(named);
  return category === null
    ? { kind: 'unclear', problem: `没有“${named}”这一类，没有改动。${HOW_TO_CAUSE}` }
    : { kind: 'categorise', number, category };
}

function measureOf(number: number, rest: string): Steering | null {
  const found = [...rest.matchAll(FIELD)];
  if (found.length === 0) return null;
  const fields: Record<string, string> = {};
  for (const [at, one] of found.entries()) {
    const value = rest
      .slice(one.index + one[0].length, found[at + 1]?.index)
      .replace(/[\s,，;；。]+$/u, '');
    if (value === '') continue;
    fields[fieldOf(one[1] ?? '')] = value;
  }
  const isRead = Object.keys(fields).length > 0 && (found[0]?.index ?? 0) === 0;
  return isRead
    ? { kind: 'measure', number, fields }
    : { kind: 'unclear', problem: `没有看懂要补充什么，没有改动。${HOW_TO_MEASURE}` };
}

function fieldOf(label: string): keyof MeasureFields {
  if (label === '可行性') return 'feasibility';
  return /限/u.test(label) ? 'deadline' : 'responsible';
}
