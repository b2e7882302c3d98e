import type { Asked } from '../asked.ts';
import type { Fault, ItemRule } from '../rule.ts';
import { readScale, type Scale } from './read-scale.ts';

/** 优、良、中、差 and the like are grades that everybody knows, whatever stands on each side. */
const GRADES = /^优/u;
const GRADES_END = /^(?:差|较差|不合格|不及格|待改进|需改进)$/u;

/** Steps of a ladder that say little is there. */
const LOW = /(?<!大)部分|一点|少量|一些|听说|有点|略|不/u;
const LITTLE = /一点|一些|有些|少许|少量|有点|略有|稍有|(?<!大)部分/u;
const NONE_OF_IT = /^(?:完全|根本|基本)?(?:没有?|毫无|无|不)/u;
/** Stands at the end as often as in the middle. */
const UNDECIDED = /说不清|不好说|难说|无所谓|不置可否/u;

export const UNBALANCED_SCALE: ItemRule = {
  name: '量表不平衡',
  check: (asked) => {
    const scale = asked.scale ?? labelledMarks(asked);
    if (scale === null) return onlyOneSide(asked);
    const why = faultIn(scale, asked);
    if (why === null) return [];
    const steps = scale.steps.map(({ option }) => option).join('、');
    return [
      {
        message: `量表“${steps}”${why}，结果会偏向一边。`,
        mend: `改成两边对称的五档：${balanced(scale.base)}。`,
      },
    ];
  },
};

function faultIn({ steps, family }: Scale, asked: Asked): string | null {
  const good = steps.filter(({ side }) => side === 1);
  const bad = steps.filter(({ side }) => side === -1);
  const middle = steps.length - good.length - bad.length;
  if (bad.length === 0) {
    // 明显提高, 有所提高, 没有变化: steps up from nothing.
    if (steps.some(({ option }) => /变化|不变/u.test(option))) return null;
    const hasLow =
      (middle > 0 && good.every(({ strength }) => strength < 3)) ||
      good.some(({ option }) => LOW.test(option));
    if (family === 'ladder' && hasLow) return null;
    return `只有正面的档，没有反面的档`;
  }
  if (good.length === 0) return '只有反面的档，没有正面的档';
  if (!isInOrder(steps)) return '没有从一端到另一端依次排列';
  if (family === 'ladder') return null;
  const first = steps[0]?.option ?? '';
  if (GRADES.test(first) && GRADES_END.test(steps.at(-1)?.option ?? '')) return null;
  if (bad.length === 1 && isFromNothing(steps)) return null;
  if (endsInNothing(asked) && good.length - bad.length === 1) return null;
  const allowed = family === 'amount' ? 1 : 0;
  if (Math.abs(good.length - bad.length) > allowed) {
    return `正面 ${good.length} 档，反面 ${bad.length} 档`;
  }
  const most = Math.max(...good.map(({ strength }) => strength));
  const least = Math.max(...bad.map(({ strength }) => strength));
  if (Math.abs(most - least) > 1) return '两端的轻重不对称';
  return null;
}

/** 没有、一点、一些、较大、很大: up from nothing, and no fewer steps below than above. */
function isFromNothing(steps: Scale['steps']): boolean {
  const isLow = ({ option, side }: Scale['steps'][number]) => side === -1 || LITTLE.test(option);
  const low = steps.filter(isLow).length;
  const high = steps.filter((step) => step.side === 1 && !isLow(step)).length;
  return low >= 2 && low >= high && steps.some(({ option }) => NONE_OF_IT.test(option));
}

/** 没有参与 ends 非常积极 to 不太积极, though it stands beside other scales. */
function endsInNothing({ options, bare }: Asked): boolean {
  const [first = '', last = ''] = [options[0], options.at(-1)];
  return [first, last].some(
    (end) => /^(?:没有?|从?未|从不)[^过适]{2}$/u.test(end) && bare.includes(end.slice(-2)),
  );
}

function isInOrder(steps: Scale['steps']): boolean {
  const sides = steps.filter(({ option }) => !UNDECIDED.test(option)).map(({ side }) => side);
  const down = sides.every((side, at) => at === 0 || side <= (sides[at - 1] as number));
  const up = sides.every((side, at) => at === 0 || side >= (sides[at - 1] as number));
  return down || up;
}

/** Marks that the words name: 5分非常满意，4分满意…. */
function labelledMarks({ text, hint, type }: Asked): Scale | null {
  if (type === 'text' || type === 'section' || type === 'multiple') return null;
  const named = [
    ...`${text} ${hint}`.matchAll(
      /(?<!\d)\d分?(?:=|:|表示|代表|为|是)?([^\d\s,、;。()=:.~—-]{1,8})(?=[,、;。()\s]|$)/gu,
    ),
  ];
  const labels = named.map(([, label = '']) => label);
  return labels.length < 3 ? null : readScale(labels);
}

const ONLY_GOOD =
  /^(?:非常|很|十分|比较|基本|完全)?(?:满意|同意|赞成|支持|好|需要|愿意|认可|重要)$/u;

/** Two options, both in favour. */
function onlyOneSide({ options, type }: Asked): Fault[] {
  const isFit = type === 'single' && options.length === 2;
  if (!isFit || !options.every((option) => ONLY_GOOD.test(option))) return [];
  return [
    {
      message: `选项“${options.join('、')}”只有正面的，没有反面的。`,
      mend: `改成两边对称的五档：${balanced(/(满意|同意|赞成|支持|好|需要|愿意|认可|重要)$/u.exec(options[0] ?? '')?.[1] ?? '')}。`,
    },
  ];
}

const FIVE: Readonly<Record<string, string>> = {
  好: '很好、较好、一般、较差、很差',
  高: '很高、较高、一般、较低、很低',
  大: '很大、较大、一般、较小、很小',
  强: '很强、较强、一般、较弱、很弱',
  多: '很多、较多、一般、较少、很少',
  帮助: '帮助很大、帮助较大、一般、帮助较小、没有帮助',
  收获: '收获很大、收获较大、一般、收获较小、没有收获',
  影响: '影响很大、影响较大、一般、影响较小、没有影响',
  作用: '作用很大、作用较大、一般、作用较小、没有作用',
};

function balanced(base: string): string {
  if (base === '') return '一端到另一端各两档，中间一档';
  return FIVE[base] ?? `非常${base}、比较${base}、一般、不太${base}、很不${base}`;
}
