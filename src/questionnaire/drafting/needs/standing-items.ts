import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import type { Item, ShowIf } from '../../questionnaire.ts';
import { findBasis } from '../find-basis.ts';
import { multiple, openText, section, single } from '../new-item.ts';
import type { Variant } from '../order.ts';

const OTHER = '其他（请注明）';
const NONE = '以上都没有';

/** 近两年参训情况. */
export function pastTraining(): Item[] {
  const options = ['没有参加过', '1次', '2次', '3次及以上'];
  return [
    section('part-past', '近两年参训情况'),
    single('past', '近两年，您参加过几次集中培训？', options, {
      hint: '集中培训是指离开岗位、集中一段时间参加的培训，网络学习不计。',
    }),
  ];
}

/** 组织需求 and 岗位需求, asked of heads of units alone; nothing where there are none. */
export function unitNeeds(index: CorpusIndex, heads: ShowIf | null, variant: Variant): Item[] {
  if (heads === null) return [];
  return [
    { ...section('part-unit', '单位与岗位需求', '本部分只请负责人填写。'), showIf: heads },
    multiple(
      'unit-gaps',
      `对照今后一个时期的重点任务，您负责的${TEAM[variant]}在哪些方面还有短板？`,
      [...GAPS[variant], OTHER, NONE],
      3,
      {
        showIf: heads,
        basis: findBasis(index, '引导干部及时填知识空白、补素质短板、强能力弱项'),
      },
    ),
    openText('unit-posts', '哪一类岗位最需要先安排培训？', {
      hint: '请写岗位类别，不写人名和单位名称。',
      showIf: heads,
      basis: findBasis(index, '加强与岗位职责相匹配的通识教育培训'),
    }),
  ];
}

const TEAM: Readonly<Record<Variant, string>> = {
  ...{ general: '干部队伍', leading: '干部队伍', young: '干部队伍', grassroots: '干部队伍' },
  professional: '专业技术队伍',
};

const GAPS: Readonly<Record<Variant, readonly string[]>> = {
  general: ['理论素养', '政治能力', '专业知识', '依法办事', '群众工作', '数字技能'],
  leading: ['理论素养', '政治能力', '推动发展', '依法办事', '群众工作', '防范风险', '数字技能'],
  young: ['理论素养', '党性修养', '专业知识', '群众工作', '文字能力', '应对复杂局面'],
  grassroots: ['政策掌握', '群众工作', '化解矛盾', '依法办事', '应急处置', '数字技能'],
  professional: ['政治素养', '专业理论', '实践技能', '创新能力', '职业道德', '数字技能'],
};

/** 障碍 and 建议. */
export function obstaclesAndAdvice(variant: Variant): Item[] {
  return [
    section('part-last', '困难与建议'),
    multiple(
      'obstacles',
      '您在参加培训方面，主要有哪些困难？',
      [...OBSTACLES[variant], OTHER, NONE],
      3,
    ),
    openText('advice', '您对干部教育培训工作还有什么建议？', {
      hint: '选答。请不要写姓名、单位等能看出身份的内容。',
    }),
  ];
}

const USUAL_OBSTACLES = ['工作任务重，难以脱身', '参训机会少', '培训内容不贴近岗位'];
const OBSTACLES: Readonly<Record<Variant, readonly string[]>> = {
  general: [...USUAL_OBSTACLES, '培训方式单一', '参训通知太晚'],
  leading: [...USUAL_OBSTACLES, '培训方式单一', '不同班次内容重复'],
  young: [...USUAL_OBSTACLES, '缺少实践锻炼', '缺少指导帮带'],
  grassroots: [...USUAL_OBSTACLES, '培训地点太远', '讲授内容偏理论'],
  professional: [...USUAL_OBSTACLES, '培训内容更新慢', '实训条件不足'],
};
