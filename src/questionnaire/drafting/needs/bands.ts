import type { ShowIf, SingleItem } from '../../questionnaire.ts';
import { levelOf } from '../audience.ts';
import { band } from '../new-item.ts';
import type { Variant } from '../order.ts';

export interface Bands {
  readonly items: readonly SingleItem[];
  /** Shown to heads of units alone; null where there are none among those asked. */
  readonly heads: ShowIf | null;
}

const OTHER = '其他（请注明）';

interface Post {
  readonly text: string;
  readonly options: readonly string[];
  /** How many of the first options are heads of units. */
  readonly heads: number;
}

/** 基本信息 in few and wide bands, so that together they point at nobody. */
export function bandsFor(audience: string, variant: Variant): Bands {
  const post = postOf(audience, variant);
  return {
    items: [
      levelBand(audience, variant),
      band('base-post', post.text, post.options),
      band('base-age', '您的年龄段是？', agesOf(audience, variant)),
    ],
    heads: post.heads === 0 ? null : { item: 'base-post', is: post.options.slice(0, post.heads) },
  };
}

function levelBand(audience: string, variant: Variant): SingleItem {
  const id = 'base-level';
  const level = levelOf(audience);
  if (isEnterprise(audience)) {
    const kinds = ['中央企业（含所属企业）', '省属企业（含所属企业）', '市县属企业（含所属企业）'];
    return band(id, '您所在企业属于哪一类？', [...kinds, OTHER]);
  }
  if (variant === 'professional') {
    const text = '您的专业技术职称属于哪一级？';
    return band(id, text, ['高级', '中级', '初级', '尚未评定', '不适用']);
  }
  if (isResident(audience)) {
    const levels = ['省级及以上', '市级', '县级', OTHER];
    return band(id, '您的派出单位属于哪个层级？', levels);
  }
  if (isVillage(audience)) {
    return band(id, '您在哪类基层组织工作？', ['村', '社区', OTHER]);
  }
  if (variant === 'grassroots') {
    return band(id, '您在哪类基层单位工作？', ['乡镇', '街道', '村（社区）', OTHER]);
  }
  if (isNew(audience)) {
    return band(id, '您所在单位属于哪个层级？', [
      '省级及以上',
      '市级',
      '县级',
      '乡镇（街道）',
      OTHER,
    ]);
  }
  if (variant === 'young') {
    const years = ['5年及以下', '6年至10年', '11年及以上'];
    return band(id, '您参加工作多少年了？', years);
  }
  if (level !== null) {
    const isLeading = /领导|班子|负责|书记/u.test(audience);
    const none = isLeading ? [OTHER] : ['未担任领导职务', '不适用'];
    const options = [`${level}正职`, `${level}副职`, ...none];
    return band(id, '您的职务属于哪一类？', options);
  }
  const levels =
    variant === 'leading'
      ? ['厅局级及以上', '县处级', '乡科级及以下', '不适用']
      : ['县处级及以上', '乡科级', '科员及以下', '不适用'];
  return band(id, '您的职务层级是？', levels);
}

function postOf(audience: string, variant: Variant): Post {
  const text = '您的岗位属于哪一类？';
  if (isEnterprise(audience)) {
    const options = ['企业领导班子成员', '部门（下属单位）负责人', '一般管理人员', OTHER];
    return { text, options, heads: 2 };
  }
  if (isResident(audience)) {
    return { text: '您承担哪一项驻村工作？', options: ['第一书记', '工作队队员', OTHER], heads: 0 };
  }
  if (isNew(audience)) {
    const options = ['综合文字', '业务管理', '行政执法', '窗口服务', OTHER];
    return { text: '您主要从事哪一类工作？', options, heads: 0 };
  }
  if (/教师|校长/u.test(audience)) {
    const options = ['学校（部门）负责人', '教研组（年级组）负责人', '只承担教学工作', OTHER];
    return { text, options, heads: 1 };
  }
  if (variant === 'professional') {
    const options = ['单位（部门）负责人', '项目（团队）负责人', '只承担专业技术工作', OTHER];
    return { text, options, heads: 1 };
  }
  if (isVillage(audience)) {
    const options = [
      '村（社区）党组织书记',
      '村（社区）“两委”其他成员',
      '村（社区）工作人员',
      OTHER,
    ];
    return { text, options, heads: 1 };
  }
  if (variant === 'grassroots') {
    const options = ['单位领导班子成员', '站所（中心）负责人', '一般工作人员', OTHER];
    return { text, options, heads: 2 };
  }
  if (variant === 'leading') {
    const options = ['单位主要负责人', '单位领导班子其他成员', '内设机构负责人', OTHER];
    return { text, options, heads: 3 };
  }
  const options = ['单位领导班子成员', '内设机构负责人', '一般工作人员', OTHER];
  return { text, options, heads: 2 };
}

function agesOf(audience: string, variant: Variant): readonly string[] {
  if (isNew(audience)) return ['25岁及以下', '26岁至30岁', '31岁及以上'];
  if (variant === 'young') return ['30岁及以下', '31岁至35岁', '36岁及以上'];
  if (variant === 'leading') return ['45岁及以下', '46岁至50岁', '51岁及以上'];
  return ['35岁及以下', '36岁至45岁', '46岁及以上'];
}

function isEnterprise(audience: string): boolean {
  return /企业|国企|央企/u.test(audience);
}

function isVillage(audience: string): boolean {
  return (
    /村(?:干|党|（|两委|“两委”)|社区(?:干|工作|党)/u.test(audience) && !/乡镇|街道/u.test(audience)
  );
}

function isResident(audience: string): boolean {
  return /驻村/u.test(audience);
}

function isNew(audience: string): boolean {
  return /初任|新录用|新入职/u.test(audience);
}
