import { excludesOthers, isOther } from '../../questionnaire.ts';
import type { Asked } from '../asked.ts';
import type { Fault, ItemRule } from '../rule.ts';
import { type Band, readBands } from './read-bands.ts';
import { readSteps, type Steps } from './read-ordinal.ts';

/** What happened, of which nothing may have happened. */
const COUNTS_THE_PAST =
  /(?:近|过去|去年|上一?年|以往|今年|本年|以来|上半年)[^。?]{0,16}(?:参加|接受|学习|参训|经历|组织|授课|讲课|脱产|外出|听)|(?:参加|接受|经历|组织)过/u;
const ENDS_OPEN = /年龄|周岁|几岁|多大|工龄|年限|工作.{0,6}年|任职.{0,4}(?:时间|年)/u;
const YOUNGEST = 20;

export const OVERLAPPING_OPTIONS: ItemRule = {
  name: '选项重叠或有缺口',
  check: (asked) => {
    if (asked.type === 'section' || asked.type === 'text' || asked.type === 'number') return [];
    const same = sameOptions(asked);
    if (same.length > 0) return same.slice(0, 2);
    const bands = readBands(asked.options);
    if (bands !== null) return bandFaults(bands, asked).slice(0, 2);
    if (asked.scale !== null) return [];
    return [...ladderFaults(asked), ...umbrellaFaults(asked), ...frequencyFaults(asked)].slice(
      0,
      2,
    );
  },
};

const OTHER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/网上|网络|在线|互联网/gu, '线上'],
  [/面对面|线下集中|集中面授|面授/gu, '线下'],
  [/老师|讲师/gu, '教师'],
  [/授课|讲课|讲授/gu, '讲授'],
  [/实地/gu, '现场'],
  [/课堂/gu, ''],
  [/学习(?!强国)/gu, '培训'],
  [/太忙|繁忙|繁重|太重|任务重|较重|紧张/gu, '忙'],
  [/课程内容|教学内容|培训内容/gu, '内容'],
  [/缺乏|缺少|不足|不够|没有足够的?/gu, '缺'],
];

function normal(option: string): string {
  let plain = option.replace(/\([^()]*\)|[^\p{L}\p{N}]/gu, '').replace(/[的了和与及等]/gu, '');
  for (const [words, one] of OTHER_WORDS) plain = plain.replace(words, one);
  return plain.replace(/(?:教学法|授课法|法|方式|方法|形式|类|式教学|教学|方面)$/u, '');
}

function sameOptions({ options, scale }: Asked): Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<string, string>();
  for (const option of options) {
    const exact = option.replace(/\s/gu, '');
    // Degrees and quantities differ by little; the rest may differ in words alone.
    const isShort = scale !== null || /\d/u.test(option) || exact.length < 3;
    const key = isShort ? exact : [...(normal(option) || exact)].sort().join('');
    const earlier = seen.get(key);
    if (earlier !== undefined && exact !== '') {
      faults.push({
        message:
          earlier === option
            ? `选项“${option}”出现了两次。`
            : `选项“${earlier}”和“${option}”是一个意思。`,
        mend: `删去“${option}”，只留一个。`,
      });
    }
    if (earlier === undefined) seen.set(key, option);
  }
  return faults;
}

function bandFaults(all: readonly Band[], { bare, options, type }: Asked): Fault[] {
  const bands = all
    .filter(({ isNothing }) => !isNothing)
    .sort((one, other) => one.low - other.low || one.high - other.high);
  const units = new Set(bands.map(({ unit }) => unitOf(unit)).filter((unit) => unit !== ''));
  if (units.size > 1) return [];
  const faults: Fault[] = [];
  const step = bands.some(({ low, high }) => low % 1 !== 0 && high === low) ? 0.5 : 1;
  const isOpenToOthers = options.some(isOther);
  // Readers must take these without their number, or it stands in two options.
  const mustBeOut = { below: 0, above: 0 };
  for (const [at, next] of bands.entries()) {
    const before = bands[at - 1];
    if (before === undefined) continue;
    if (before.high > next.low) {
      faults.push(overlap(before, next));
    } else if (before.high === next.low) {
      const isShared = before.holdsHigh && next.holdsLow;
      const isVague = (before.isVague && Number.isFinite(before.high)) || next.isVague;
      if (isShared && next.isVague) mustBeOut.above += 1;
      else if (isShared && isVague) mustBeOut.below += 1;
      if (isShared && !isVague) faults.push(overlap(before, next));
      if (!before.holdsHigh && !next.holdsLow) faults.push(gap(before, next));
    } else if (before.isSpan || next.isSpan) {
      if (next.low - before.high > step && !isOpenToOthers) faults.push(gap(before, next));
      else if (next.low - before.high === step && (!before.holdsHigh || !next.holdsLow)) {
        faults.push(gap(before, next));
      }
    }
  }
  if (mustBeOut.below > 0 && mustBeOut.above > 0 && faults.length === 0) {
    const [first, last] = [bands[0] as Band, bands.at(-1) as Band];
    faults.push({
      message: `“${first.option}”“${last.option}”与相邻的档都含同一个数，正好是这个数的人有两个选项可选。`,
      mend: '写明含不含，例如“不满3年”“3—5年”“6—9年”“10年及以上”。',
    });
  }
  const hasNothing = all.some(({ isNothing }) => isNothing);
  return [...faults, ...endFaults(bands, bare, isOpenToOthers, type, hasNothing)];
}

function overlap(before: Band, next: Band): Fault {
  const shared = Number.isFinite(next.low) ? next.low : before.high;
  const mended =
    next.holdsLow && Number.isFinite(next.high)
      ? `“${next.option}”改成从 ${shared + 1}${next.unit} 开始`
      : `其中一档写明不含 ${shared}${next.unit}`;
  return {
    message: `“${before.option}”和“${next.option}”重叠，正好 ${shared}${next.unit} 的人两个都能选。`,
    mend: `让每个数只落在一档里：${mended}，后面各档依次顺延。`,
  };
}

function gap(before: Band, next: Band): Fault {
  return {
    message: `“${before.option}”和“${next.option}”之间有缺口，落在中间的人没有选项可选。`,
    mend: '把两档接上，使每个数都落在一档里。',
  };
}

function endFaults(
  bands: readonly Band[],
  bare: string,
  isOpenToOthers: boolean,
  type: Asked['type'],
  hasNothing: boolean,
): Fault[] {
  const [first, last] = [bands[0], bands.at(-1)];
  if (first === undefined || last === undefined || isOpenToOthers || type === 'ranking') return [];
  if (!bands.some(({ isSpan }) => isSpan)) return [];
  const faults: Fault[] = [];
  const isAge = /年龄|岁/u.test(bare) || first.unit.includes('岁');
  if (isAge && Number.isFinite(first.low) && first.low > YOUNGEST) {
    faults.push({
      message: `最小的一档从“${first.option}”开始，更小的人没有选项可选。`,
      mend: `在最前面加一档“${first.low - 1}岁及以下”，或者改成“${first.high}岁及以下”。`,
    });
  }
  const isCount = /^(?:次|门|期|场|个班|个班次|个|学时|课时|天|小时)$/u.test(first.unit);
  if (
    !hasNothing &&
    !isAge &&
    isCount &&
    first.low >= 1 &&
    Number.isFinite(first.low) &&
    COUNTS_THE_PAST.test(bare)
  ) {
    faults.push({
      message: `没有“0${first.unit}”，一次也没有的人无从选择。`,
      mend: `在最前面加上选项“没有”。`,
    });
  }
  const isFact = isAge || ENDS_OPEN.test(bare) || COUNTS_THE_PAST.test(bare);
  if (isFact && last.isSpan && Number.isFinite(last.high) && !/%|％/u.test(last.option)) {
    faults.push({
      message: `最大的一档到“${last.option}”为止，更多的人没有选项可选。`,
      mend: `在最后加一档“${last.high + 1}${last.unit}及以上”。`,
    });
  }
  return faults;
}

function unitOf(unit: string): string {
  return unit.replace(/^个/u, '').replace('周岁', '岁').replace('工作日', '天');
}

function ladderFaults({ options }: Asked): Fault[] {
  const steps = options.flatMap((option) => {
    const read = readSteps(option);
    return read === null ? [] : [{ option, ...read }];
  });
  const pairs = steps.flatMap((one, at) =>
    steps
      .slice(at + 1)
      .filter((other) => overlaps(one, other))
      .map((other) => [one, other] as const),
  );
  return pairs.slice(0, 1).map(([one, other]) => ({
    message: `“${one.option}”和“${other.option}”重叠，有人两个都能选。`,
    mend: '去掉“及以上”“及以下”，或者删去被包含的一个。',
  }));
}

/** Only where one of them reaches beyond its own step: 县处级及以上 and 厅局级. */
function overlaps(
  one: Steps & { readonly option: string },
  other: Steps & { readonly option: string },
) {
  const isReaching = /以上|以下/u.test(one.option) || /以上|以下/u.test(other.option);
  return isReaching && one.ladder === other.ladder && one.from <= other.to && other.from <= one.to;
}

/** An option that takes in all of another, or all of the others. */
function umbrellaFaults({ options, type, shape }: Asked): Fault[] {
  if (shape === 'yes-no') return [];
  const told = options.filter((option) => !isOther(option) && !excludesOthers(option));
  const all =
    type === 'multiple' || type === 'single' ? told.filter((option) => ALL.test(option)) : [];
  const faults: Fault[] = all.map((option) => ({
    message: `选项“${option}”与其他选项重叠，统计时分不开。`,
    mend: `删去“${option}”${type === 'multiple' ? '，全部同意的人逐个勾选' : ''}。`,
  }));
  const plain = told.map((option) => option.replace(/\([^()]*\)/gu, ''));
  for (const head of plain) {
    if (head.length < 2 || head.length > 8) continue;
    const part = plain.find((option) => option !== head && isPartOf(option, head));
    if (part === undefined) continue;
    faults.push({
      message: `选项“${head}”已经包含了“${part}”，两个都选得上。`,
      mend: `删去“${head}”，或者改成不含“${part}”的说法，例如“其他${head}”。`,
    });
  }
  for (const [whole, parts] of WHOLES) {
    const one = plain.find((option) => whole.test(option));
    const other = plain.find((option) => parts.test(option));
    if (one === undefined || other === undefined || one === other) continue;
    faults.push({
      message: `选项“${one}”已经包含了“${other}”，两个都选得上。`,
      mend: `删去“${one}”，或者改成不含“${other}”的说法。`,
    });
  }
  return faults;
}

const ALL =
  /^(?:以上|上述)(?:所有|全部|各项|几项|都|均|皆)?(?:都?是|全部|都有|均有|都需要|所有|内容|皆是|均可|都包括)?$|^(?:全部|全选|所有|都需要|都想学|全都)$/u;
const WHOLES: readonly (readonly [RegExp, RegExp])[] = [
  [/^线上(?:培训|学习|课程|教学)?$/u, /网络(?:学院|直播|课程)|直播课?|录播课?|慕课/u],
  [/^线下(?:培训|学习|集中培训)?$/u, /^(?:集中面授|面授|现场教学|专题讲座)$/u],
  [/^党政机关$/u, /^(?:党委|政府|党的)(?:机关|部门)/u],
  [/^企业$/u, /^(?:国有|民营|私营).{0,2}企业?$|^国企$/u],
  [/^互动式?(?:教学|培训)$/u, /^(?:小组|分组)(?:讨论|研讨)$/u],
];

/** 县处级领导干部 is part of 领导干部; 不满意 is no part of 满意. */
function isPartOf(option: string, head: string): boolean {
  if (!option.endsWith(head)) return false;
  const before = option.slice(0, -head.length);
  return (
    before.length >= 2 &&
    !/[不没未无非和与及、或]|其他|比较|非常|基本|较|两者|结合|各类|线上线下/u.test(before)
  );
}

const OFTEN = /^(?:总是|经常|时常|常常|有时|偶尔)/u;
const NEVER = /^(?:从不|从未|从来|没有|不|几乎不|几乎没|很少|极少|未|无)/u;

/** 经常、有时、偶尔: whoever never does it has no answer. */
function frequencyFaults({ options, shape }: Asked): Fault[] {
  if (shape !== 'frequency' || options.filter((option) => OFTEN.test(option)).length < 2) return [];
  if (options.some((option) => NEVER.test(option))) return [];
  return [
    {
      message: `“${options.join('、')}”里没有“从不”，从来不做的人无从选择。`,
      mend: `在最后加上“从不”；最好写明次数，例如“每月一次及以上”。`,
    },
  ];
}
