import type { Asked } from '../asked.ts';
import type { Fault, ItemRule } from '../rule.ts';
import { bandFaults } from './band-faults.ts';
import { readBands } from './read-bands.ts';
import { readSteps, type Steps } from './read-ordinal.ts';
import { umbrellaFaults } from './umbrella-options.ts';

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
    const plain = normal(option) || exact;
    // 视频课程 and 课程视频; longer ones may say who does what to whom.
    const key = isShort ? exact : plain.length === 4 ? [...plain].sort().join('') : plain;
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
