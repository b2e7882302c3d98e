import type { Asked } from '../asked.ts';
import type { Fault, ItemRule } from '../rule.ts';
import { bandFaults } from './band-faults.ts';
import { readBands } from './read-bands.ts';
import { readSteps, type Steps } from './read-ordinal.ts';
import { meaningOf } from './same-meaning.ts';
import { umbrellaFaults } from './umbrella-options.ts';
import { isWayOut } from './ways-out.ts';

export const OVERLAPPING_OPTIONS: ItemRule = {
  name: '选项重叠或有缺口',
  check: (asked, { title, introduction, audience }) => {
    if (asked.type === 'section' || asked.type === 'text' || asked.type === 'number') return [];
    const same = sameOptions(asked);
    if (same.length > 0) return same.slice(0, 2);
    const bands = readBands(asked.options);
    if (bands !== null) {
      // 年轻干部 end at an age.
      const isOfYoung = YOUNG.test(`${title} ${introduction} ${audience} ${asked.text}`);
      return bandFaults(bands, asked, isOfYoung).slice(0, 2);
    }
    if (asked.scale !== null) return [];
    return [...ladderFaults(asked), ...umbrellaFaults(asked), ...frequencyFaults(asked)].slice(
      0,
      2,
    );
  },
};

const YOUNG = /年轻|青年|选调生|新入职|初任|新录用|新任|新进/u;

function sameOptions({ options, scale, shape }: Asked): Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<string, string>();
  for (const option of options) {
    const exact = option.replace(/\s/gu, '');
    // Degrees and quantities differ by little; the rest may differ in words alone.
    const isExact = scale !== null || /\d/u.test(option) || exact.length < 2;
    const key = (isExact ? '' : meaningOf(option, shape === 'kinds')) || exact;
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

function ladderFaults({ options, type }: Asked): Fault[] {
  const steps = options.flatMap((option) => {
    const read = readSteps(option);
    return read === null ? [] : [{ option, ...read }];
  });
  const isWhole = options.every((option) => isWayOut(option) || readSteps(option) !== null);
  const gap = type === 'single' && isWhole ? gapOf(steps) : null;
  if (gap !== null) return [gap];
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

/** 本科、硕士、博士 without 大专; 初级、副高 without 中级. */
function gapOf(steps: readonly (Steps & { readonly option: string })[]): Fault | null {
  const [first] = steps;
  if (first === undefined || steps.some(({ ladder }) => ladder !== first.ladder)) return null;
  const { inner, lowest, highest } = EXPECTED[first.ladder] ?? {};
  if (inner !== true || steps.length < 2) return null;
  const covered = new Set(
    steps.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)),
  );
  const [low, high] = [Math.min(...covered), Math.max(...covered)];
  const isBroken = high - low + 1 > covered.size;
  const isCut = low > (lowest ?? low) || high < (highest ?? high);
  if (!isBroken && !isCut) return null;
  const names = steps.map(({ option }) => option).join('、');
  return {
    message: `“${names}”没有接上或者没有到头，不在其中的人没有选项可选。`,
    mend: '补上缺的一档；两头用“及以下”“及以上”收住，例如“大专及以下”。',
  };
}

/** Only where one of them reaches beyond its own step: 县处级及以上 and 厅局级. */
function overlaps(
  one: Steps & { readonly option: string },
  other: Steps & { readonly option: string },
) {
  const isReaching = /以上|以下/u.test(one.option) || /以上|以下/u.test(other.option);
  return isReaching && one.ladder === other.ladder && one.from <= other.to && other.from <= one.to;
}

/** Of the ladders in order: whether steps between may not be left out, and where the ends must reach. */
const EXPECTED: readonly {
  readonly inner?: boolean;
  readonly lowest?: number;
  readonly highest?: number;
}[] = [{ inner: true }, { inner: true, lowest: 3, highest: 6 }, { inner: true }];

const OFTEN = /^(?:总是|经常|时常|常常|有时|偶尔)/u;
/** 每周至少一次 is also 每月至少一次. */
const AT_LEAST =
  /^(?:平均)?每(?:天|日|周|旬|月|个月|季度?|半年|年|学期).{0,4}(?:至少|不少于|以上|及以上|或更多)/u;
const LIMITED = /不到|不足|不满|少于|但/u;
const NEVER = /^(?:从不|从未|从来|没有|不|几乎不|几乎没|很少|极少|未|无)/u;

/** 经常、有时、偶尔: whoever never does it has no answer. */
function frequencyFaults({ options, shape }: Asked): Fault[] {
  const reaching = options.filter((option) => AT_LEAST.test(option) && !LIMITED.test(option));
  if (reaching.length >= 2) {
    return [
      {
        message: `“${reaching[0]}”和“${reaching[1]}”重叠，次数多的人两个都能选。`,
        mend: '写明不到上一档，例如“每月至少一次（不到每周一次）”，或者改成一段时间里的次数。',
      },
    ];
  }
  if (shape !== 'frequency' || options.filter((option) => OFTEN.test(option)).length < 2) return [];
  if (options.some((option) => NEVER.test(option))) return [];
  return [
    {
      message: `“${options.join('、')}”里没有“从不”，从来不做的人无从选择。`,
      mend: `在最后加上“从不”；最好写明次数，例如“每月一次及以上”。`,
    },
  ];
}
