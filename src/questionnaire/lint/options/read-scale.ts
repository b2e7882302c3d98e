import { readContraries } from './read-contraries.ts';
import type { Step } from './step.ts';
import { isUndecided, isWayOut } from './ways-out.ts';

/** Degrees of one thing, such as 非常满意 to 很不满意. */
export interface Scale {
  readonly steps: readonly Step[];
  /** What the degrees are of, such as 满意; empty where the steps name different things. */
  readonly base: string;
  readonly family: ScaleFamily;
}

/**
 * `two-sided`: 满意, 合理, 好, between a good and a bad end. `amount`: 重要, 有帮助, between much and
 * none. `ladder`: 了解, 掌握, steps up from nothing, of which one stands for nothing.
 */
export type ScaleFamily = 'two-sided' | 'amount' | 'ladder';

const STRONG =
  /^(?:非常|很|十分|极其|极为|极|特别|最|完全|绝对|相当|高度|强烈|毫|根本|一点也?|全)/u;
const MILD =
  /比较|较为|较|基本|大体|总体|还算|有点|有些|有所|有一[些点定]|稍|略|部分|一定|不太|不大|不够|不怎么|不很|不甚|不算|有待|[了知]解一些|一点点|听说/u;
const BASES: Readonly<Record<ScaleFamily, RegExp>> = {
  ladder: /了解|熟悉|掌握|理解|清楚|知道|熟练|胜任|会用|能用|运用|会操作|做得到|做到|关注|听说过?/u,
  amount:
    /重要|需要|必要|帮助|有用|用处|收获|作用|感?兴趣|启发|启示|触动|压力|意愿|动力|把握|价值|益处|变化|机会|信心|迫切|紧迫|影响|相关|明显|提高|提升|改善|进步|增强|有效|成效|深刻|期待|愿意|大|多|深|强/u,
  'two-sided':
    /满意|同意|赞成|赞同|支持|认同|认可|合理|合适|适合|适当|恰当|适宜|符合|一致|实用|清晰|充分|充足|丰富|喜欢|重视|流畅|便利|方便|及时|紧密|全面|自信|信心|匹配|优秀|良好|优|良|好|高|准确|规范|周到|生动|到位|够用|够|好用|好听|活跃|接近|贴近|贴合|吻合|对口|方便|舒适|顺畅|热情|科学|紧凑|快|公平|公正|公开|新颖|扎实|先进/u,
};
const NEGATIVE =
  /不|没|未|无|毫|缺乏|缺少|欠缺|反对|差|低|弱|少|小|糟|抵触|薄弱|枯燥|混乱|松散|陈旧|有限|下降|退步|失望|有待|浅|劣|冷淡|慢/u;
const NEUTRAL =
  /^(?:一般般?|一般(?:满意|重要|了解|掌握|需要|熟悉|同意|程度|水平)|普通|中等|中立|中性|中|说不清楚?|不好说|难说|尚可|还行|还可以|无所谓|差不多|持平|没有?(?:明显)?变化|基本?不变|合格|及格|不置可否|适中)$/u;
const LONGEST_STEP = 14;

/** Null where the options are not degrees of one thing. */
export function readScale(options: readonly string[]): Scale | null {
  const told = withoutPrefix(
    options.map((option) => option.replace(/\([^()]*\)|[。,,;\s]|^\d+分?[=:]?/gu, '')),
  );
  const contraries = readContraries(told);
  if (contraries !== null) return { steps: contraries, base: '', family: 'two-sided' };
  const base = commonBase(told);
  const inside = told.filter((option) => !isBeside(option, base));
  if (inside.length < 3) return null;
  const steps = withNothing(
    inside,
    inside.map((option) => readStep(option, base)),
  );
  if (steps.length < inside.length * 0.75 || steps.length < 3) return null;
  const graded = steps.filter(({ side, strength }) => side === 0 || strength !== 2).length;
  if (graded === 0) return null;
  return { steps, base, family: familyOf(inside) };
}

/** Not a degree: 不适用, 没有参加过, 不确定. 不了解 is a step of its own scale, and beside any other. */
function isBeside(option: string, base: string): boolean {
  if (/了解|清楚|听说/u.test(base) && /不(?:了解|清楚)|听/u.test(option)) return false;
  if (/^其[他它]/u.test(option)) return true;
  if (NEUTRAL.test(option)) return false;
  return (
    isUndecided(option) || (isWayOut(option) && (/过$/u.test(option) || !isDegree(option, base)))
  );
}

/** 时间太长, 时间合适, 时间太短 are degrees of the same. */
function withoutPrefix(options: readonly string[]): readonly string[] {
  const [first = ''] = options;
  let length = 0;
  while (length < 4 && length < first.length - 1) {
    const character = first[length];
    if (!options.every((option) => option[length] === character)) break;
    length += 1;
  }
  const isName = options.length > 2 && length >= 2 && !DEGREE.test(first);
  return isName ? options.map((option) => option.slice(length)) : options;
}

function readStep(option: string, base: string): Step | null {
  if (option === '' || option.length > LONGEST_STEP) return null;
  if (NEUTRAL.test(option)) return { option, side: 0, strength: 2 };
  const strength = STRONG.test(option) ? 3 : MILD.test(option) ? 1 : 2;
  if (NEGATIVE.test(option) && isDegree(option, base)) {
    return { option, side: -1, strength: strengthOfNegative(option) };
  }
  return isDegree(option, base) ? { option, side: 1, strength } : null;
}

/** 很不满意, 没有帮助 and 差 are ends; 不太满意 is mild. */
function strengthOfNegative(option: string): 1 | 2 | 3 {
  if (MILD.test(option) && !/没有|毫无/u.test(option)) return 1;
  return STRONG.test(option) || /没有|毫无|无(?!所)/u.test(option) ? 3 : 2;
}

/** A word of degree and a base, with little else: 对工作很有帮助, not 教师水平高. */
function isDegree(option: string, base: string): boolean {
  if (base !== '' && option.endsWith(base) && DEGREE.test(option)) return true;
  if (isShortened(option, base)) return true;
  if (option === base || !HAS_BASE.test(option)) return option !== '' && option === base;
  const rest = option
    .replace(
      /非常|十分|极其|极为|特别|完全|绝对|相当|高度|强烈|根本|一点也?|比较|较为|基本上?|大体上?|总体上?|还算|有点|有些|有所|有一[些点定]|稍微?|略微?|部分|一定的?|有待|怎么|很|极|最|较|太|够|不|没有?|未|毫无?|无|有|能够?|可以|会|更|全|过|大|的|了|程度|地|度|得|是|人|都|缺乏|缺少|欠缺?|甚|并/gu,
      '',
    )
    .replace(EVERY_BASE, '');
  return rest.length <= 2 && rest.length < option.length;
}

/** 十分不便 beside 十分方便: one character of the base stands for it. */
function isShortened(option: string, base: string): boolean {
  const said = /^(?:很|十分|非常|极|极其|极为|比较|较|有些|有点|完全|特别)?不(.)$/u.exec(
    option,
  )?.[1];
  return said !== undefined && base.length === 2 && base.includes(said);
}

const ALL_BASES = Object.values(BASES)
  .map(({ source }) => source)
  .join('|');
const FIRST_BASE = new RegExp(ALL_BASES, 'u');
const EVERY_BASE = new RegExp(`${ALL_BASES}|${NEGATIVE.source}`, 'gu');
/** 没有 alone says nothing of what is not there. */
const HAS_BASE = new RegExp(`${ALL_BASES}|${NEGATIVE.source.replace('不|没|未|无|毫|', '')}`, 'u');

/** 没有意愿 at the end of 非常强烈 to 不太强烈: the one that is left stands for nothing. */
function withNothing(options: readonly string[], read: readonly (Step | null)[]): Step[] {
  const unread = options.filter((_, at) => read[at] === null);
  const [one = ''] = unread;
  const isNothing =
    unread.length === 1 &&
    /^(?:(?:完全|根本)?(?:没有?|毫无|无|不).{1,4}|(?:几乎|基本上?)(?:没有?|不|无).{0,3})$/u.test(
      one,
    );
  return options.flatMap((option, at): Step[] => {
    const step = read[at] ?? null;
    if (step !== null) return [step];
    return isNothing ? [{ option, side: -1, strength: 3 }] : [];
  });
}

const DEGREE =
  /^(?:非常|十分|极其|极为|特别|完全|绝对|相当|高度|强烈|根本|一点也?|比较|较为|基本上?|大体上?|总体上?|还算|有点儿?|有些|稍微?|略微?|部分|不太|不大|不够|不怎么|不是?很|很|极|最|较|太|不|没有?|未|毫)+/u;

/** What the degrees are of: what most options end with after a word of degree, or a word of the lists. */
function commonBase(options: readonly string[]): string {
  const shared = mostFrequent(options.map((option) => option.replace(DEGREE, '')));
  const graded = options.filter((option) => DEGREE.test(option) && option.endsWith(shared));
  const named = options.filter((option) => option.endsWith(shared));
  const isShared = graded.length >= 3 || (graded.length === 2 && named.length >= 3);
  if (shared !== '' && shared.length <= 6 && isShared) return shared;
  return mostFrequent(options.flatMap((option) => FIRST_BASE.exec(option)?.[0] ?? []));
}

function mostFrequent(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? '';
}

function familyOf(options: readonly string[]): ScaleFamily {
  const count = (family: ScaleFamily) =>
    options.filter((option) => BASES[family].test(option)).length;
  if (count('two-sided') >= count('amount') && count('two-sided') >= count('ladder')) {
    return 'two-sided';
  }
  return count('amount') >= count('ladder') ? 'amount' : 'ladder';
}
