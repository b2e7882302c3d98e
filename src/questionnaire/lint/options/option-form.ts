import type { Asked } from '../asked.ts';
import { optionsOf } from '../asked.ts';
import type { Fault, ItemRule } from '../rule.ts';

/** More are skimmed and not read; own judgement. */
const MOST = 15;
/** A phone shows about 20 characters a line; own judgement. */
const LONGEST = 40;
const MOST_RANKED = 10;
const MOST_PLACES = 7;

function hasOptions({ type }: Asked): boolean {
  return type === 'single' || type === 'multiple' || type === 'ranking';
}

export const TOO_FEW_OPTIONS: ItemRule = {
  name: '选项不足两个',
  check: (asked) => {
    if (!hasOptions(asked)) return [];
    const given = optionsOf(asked.item);
    const written = given.filter((option) => option.trim() !== '');
    if (written.length >= 2 && written.length < given.length) {
      return [
        {
          message: `有 ${given.length - written.length} 个选项是空白的。`,
          mend: '写上选项，或者删去空白的选项。',
        },
      ];
    }
    if (written.length >= 2) return [];
    return [
      {
        message:
          written.length === 0
            ? '没有选项，无从选择。'
            : `只有“${written[0]?.slice(0, 40)}”一个选项，等于没有选择。`,
        mend: '补足选项；想请人写几句话的，改成简答题。',
      },
    ];
  },
};

export const TOO_MANY_OPTIONS: ItemRule = {
  name: '选项过多',
  check: (asked) => {
    if (!hasOptions(asked)) return [];
    const count = optionsOf(asked.item).length;
    const { item } = asked;
    if (item.type === 'ranking') {
      const places = item.most ?? count;
      if (count <= MOST_RANKED && places <= MOST_PLACES + 1) return [];
      return [
        {
          message: `要给 ${count} 个选项排出 ${places} 个位次，排到后面就随意了。`,
          mend: `选项减到 ${MOST_PLACES} 个以内，或者只排前三位。`,
        },
      ];
    }
    if (count <= MOST) return [];
    return [
      {
        message: `有 ${count} 个选项，在手机上要翻几屏，后面的少有人看。`,
        mend: `合并相近的选项，或者按类别分成几道题，每题不超过 ${MOST} 个。`,
      },
    ];
  },
};

export const TOO_LONG_OPTIONS: ItemRule = {
  name: '选项过长',
  check: (asked) => {
    if (!hasOptions(asked)) return [];
    const long = optionsOf(asked.item).filter((option) => [...option.trim()].length > LONGEST);
    return long.slice(0, 2).map((option): Fault => {
      const characters = [...option];
      return {
        message: `选项“${characters.slice(0, 20).join('')}……”有 ${characters.length} 字，难以一眼看清。`,
        mend: `缩到 ${LONGEST} 字以内，说明的话移到提示里。`,
      };
    });
  },
};
