import { isOther } from '../../questionnaire.ts';
import type { Asked } from '../asked.ts';
import type { Fault } from '../rule.ts';
import { areAllRead, type Band } from './read-bands.ts';

/** What happened, of which nothing may have happened. */
const COUNTS_THE_PAST =
  /(?:近|过去|去年|上一?年|以往|今年|本年|以来|上半年)[^。?]{0,16}(?:参加|接受|学习|参训|经历|组织|授课|讲课|脱产|外出|听)|(?:参加|接受|经历|组织)过/u;
/** 您一年参加几次培训: as it is, and not as it is wished. */
const USUAL = /(?:每年|一年|全年|年均|每月|每周)[^。?]{0,10}(?:参加|接受|参训)/u;
const WISHED = /希望|期望|愿意|认为|合适|适宜|为宜|接受的|应|可以|能/u;
const ENDS_OPEN = /年龄|周岁|几岁|多大|工龄|年限|工作.{0,6}年|任职.{0,4}(?:时间|年)/u;
/** 没有参加, 不住校: whoever has no number says so. */
const NOTHING = /^(?:从|还|尚)?(?:没|未|无|不(?![满到足超]))/u;
const YOUNGEST = 20;

/** Bands that share a number, or leave one out. */
export function bandFaults(
  all: readonly Band[],
  { bare, options, type }: Asked,
  isOfYoung: boolean,
): Fault[] {
  const bands = all
    .filter(({ isNothing }) => !isNothing)
    .sort((one, other) => one.low - other.low || one.high - other.high);
  const units = new Set(bands.map(({ unit }) => unitOf(unit)).filter((unit) => unit !== ''));
  if (units.size > 1) return [];
  const faults: Fault[] = [];
  const step = 1;
  // What is not read may fill what looks like a gap.
  const isOpenToOthers = options.some(isOther) || !areAllRead(options, all);
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
      if (!before.holdsHigh && !next.holdsLow && !isOpenToOthers) faults.push(gap(before, next));
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
  const hasNothing =
    all.some(({ isNothing }) => isNothing) || options.some((option) => NOTHING.test(option));
  return [...faults, ...endFaults(bands, bare, isOpenToOthers, type, hasNothing, isOfYoung)];
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
  isOfYoung: boolean,
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
    (COUNTS_THE_PAST.test(bare) || (USUAL.test(bare) && !WISHED.test(bare)))
  ) {
    faults.push({
      message: `没有“0${first.unit}”，一次也没有的人无从选择。`,
      mend: `在最前面加上选项“没有”。`,
    });
  }
  const isFact = isAge || ENDS_OPEN.test(bare) || COUNTS_THE_PAST.test(bare);
  if (isAge && isOfYoung) return faults;
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
