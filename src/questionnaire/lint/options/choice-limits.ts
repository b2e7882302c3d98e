import { parseNumeral } from '../../../text/numerals.ts';
import type { Asked } from '../asked.ts';
import { optionsOf } from '../asked.ts';
import type { Fault, ItemRule } from '../rule.ts';

const SAYS_MOST =
  /(?:最多|至多|限|不超过|不多于|限选|任选|选出?|选择)(?:可)?(?:选|填|勾选|选择)?(?:出)?([\d一二两三四五六七八九十]{1,2})[项个种门类]/u;
const SAYS_SEVERAL =
  /(?:可)?多选|可选多项|可以选择多项|选择多项|不定项|(?:[选限]|选择|选出|勾选|挑选)[二两三四五六七2-7][项个]/u;
const SAYS_ONE = /[(【]单选(?:题)?[)】]|只能选(?:择)?一[项个]|限选一项|单选/u;

export const CHOICE_LIMITS: ItemRule = {
  name: '多选限数不合理',
  check: (asked) => {
    const { item } = asked;
    if (item.type === 'multiple') return multipleFaults(asked, item.least, item.most);
    if (item.type === 'ranking') return rankingFaults(asked, item.most);
    if (
      item.type === 'number' &&
      item.least !== null &&
      item.most !== null &&
      item.least > item.most
    ) {
      return [
        {
          message: `最小值 ${item.least} 大于最大值 ${item.most}，填什么都不对。`,
          mend: '调换或者改正这两个数。',
        },
      ];
    }
    if (item.type === 'single' && SAYS_SEVERAL.test(asked.text + asked.hint)) {
      const says = SAYS_SEVERAL.exec(asked.text + asked.hint)?.[0];
      return [
        {
          message: `题目写着“${says}”，题型却是单选题，只能选一个。`,
          mend: '题型改成多选题，或者删去题目里的这句话。',
        },
      ];
    }
    return [];
  },
};

function multipleFaults(asked: Asked, least: number | null, most: number | null): Fault[] {
  const count = optionsOf(asked.item).length;
  if (count < 2) return [];
  const said = /[最至]少/u.test(asked.text + asked.hint) ? null : saidMost(asked);
  if (least !== null && most !== null && least > most) {
    return [
      {
        message: `最少选 ${least} 项，最多选 ${most} 项，前后矛盾。`,
        mend: '最少的数不大于最多的数。',
      },
    ];
  }
  if ((most !== null && most > count) || (least !== null && least > count)) {
    return [
      {
        message: `选项只有 ${count} 个，却要选 ${Math.max(most ?? 0, least ?? 0)} 项。`,
        mend: `改成不超过 ${count} 的数，通常最多选 3 项。`,
      },
    ];
  }
  if (most !== null && most < 1) {
    return [{ message: `最多选 ${most} 项，什么也选不了。`, mend: '改成 1 以上的数，或者不限。' }];
  }
  if (most === 1 || SAYS_ONE.test(asked.text + asked.hint)) {
    return [{ message: '多选题只让选一项。', mend: '题型改成单选题，或者放宽能选的项数。' }];
  }
  if (said === null) return [];
  if (said > count) {
    return [
      {
        message: `题目说最多选 ${said} 项，选项只有 ${count} 个。`,
        mend: '改小题目里的数，或者补足选项。',
      },
    ];
  }
  if (most !== null && most !== said) {
    return [
      { message: `题目说选 ${said} 项，设置的却是最多 ${most} 项。`, mend: '让题目和设置一致。' },
    ];
  }
  return [];
}

function rankingFaults(asked: Asked, most: number | null): Fault[] {
  const count = optionsOf(asked.item).length;
  if (count < 2 || most === null || (most <= count && most >= 1)) return [];
  return [
    {
      message: `选项只有 ${count} 个，却要排 ${most} 个位次。`,
      mend: `改成 1 到 ${count} 之间的数。`,
    },
  ];
}

function saidMost({ text, hint }: Asked): number | null {
  const found = SAYS_MOST.exec(`${text} ${hint}`)?.[1];
  return found === undefined ? null : (parseNumeral(found) ?? null);
}
