import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import type { Item } from '../../questionnaire.ts';
import { findBasis } from '../find-basis.ts';
import { multiple, section, single } from '../new-item.ts';
import type { Variant } from '../order.ts';

const OTHER = '其他（请注明）';

/** 方式, 师资, 时间时长. */
export function arrangement(index: CorpusIndex, variant: Variant): Item[] {
  const methods = [
    '专题讲授',
    '案例教学',
    '分组研讨',
    '情景模拟',
    '现场教学',
    ...MORE[variant],
    OTHER,
  ];
  const teachers = [
    '党校（行政学院）教师',
    '高校（科研院所）专家',
    '领导干部',
    ...WHO[variant],
    OTHER,
  ];
  return [
    section('part-method', '培训方式与师资'),
    multiple('method', '您希望主要采用哪些培训方式？', methods, 3, {
      basis: findBasis(index, '综合运用研讨式、案例式、模拟式、体验式、访谈式等方法'),
    }),
    multiple('teachers', '您希望主要由哪些人授课？', teachers, 3, {
      basis: findBasis(index, '注重邀请领导干部、专家学者、基层干部、先进典型等授课'),
    }),
    section('part-time', '培训时间'),
    single('length', '您认为一次集中培训安排多长时间比较合适？', LENGTHS[variant]),
    single('when', '怎样安排培训时间，更便于您参加？', TIMES[variant]),
  ];
}

const MORE: Readonly<Record<Variant, readonly string[]>> = {
  general: ['网络学习'],
  leading: ['访谈交流', '网络学习'],
  young: ['实践锻炼', '导师帮带'],
  grassroots: ['网络直播', '送课上门'],
  professional: ['技术实训', '网络学习'],
};

const WHO: Readonly<Record<Variant, readonly string[]>> = {
  general: ['业务部门骨干', '先进典型', '优秀基层干部'],
  leading: ['先进典型', '优秀基层干部'],
  young: ['先进典型', '优秀基层干部'],
  grassroots: ['业务部门骨干', '先进典型', '优秀基层干部'],
  professional: ['行业技术专家', '业务部门骨干', '先进典型'],
};

const LENGTHS: Readonly<Record<Variant, readonly string[]>> = {
  general: ['1天及以下', '2天至3天', '4天至5天', '6天及以上', OTHER],
  leading: ['3天及以下', '4天至5天', '6天至10天', '11天及以上', OTHER],
  young: ['5天及以下', '6天至15天', '16天至30天', '31天及以上', OTHER],
  grassroots: ['半天', '1天', '2天至3天', '4天及以上', OTHER],
  professional: ['1天及以下', '2天至3天', '4天至5天', '6天及以上', OTHER],
};

const TIMES: Readonly<Record<Variant, readonly string[]>> = {
  general: ['集中几天一次学完', '分段进行，每段1天至2天', '平时网络学习为主', '都可以', OTHER],
  leading: ['上半年集中安排', '下半年集中安排', '分段进行，每段2天至3天', '都可以', OTHER],
  young: ['集中一段时间脱产学习', '分段脱产学习', '边工作边学习', '都可以', OTHER],
  grassroots: ['集中几天一次学完', '每月安排半天至1天', '平时网络学习为主', '都可以', OTHER],
  professional: ['集中几天一次学完', '结合项目分段进行', '平时网络学习为主', '都可以', OTHER],
};
