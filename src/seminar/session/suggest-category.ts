import { CAUSE_CATEGORIES, type Category } from './cause-categories.ts';

/** Words that speak for a category; where several do, the longest word counts most. */
const WORDS: Readonly<Record<Category, readonly string[]>> = {
  人员: [
    ...['人员', '人手', '教师', '师资', '老师', '讲师', '领导', '干部', '学员', '队伍', '骨干'],
    ...['意识', '观念', '思想', '认识', '重视', '能力', '素质', '水平', '态度', '责任心'],
    ...['积极性', '主动性', '责任感', '本领', '懈怠', '兼职', '专职', '理念', '畏难'],
  ],
  制度: [
    ...['制度', '机制', '规定', '办法', '考核', '评价', '激励', '奖惩', '问责', '监督', '标准'],
    ...['规范', '政策', '约束', '刚性', '权责', '职责', '体制', '指标', '评估体系', '督查'],
  ],
  流程: [
    ...['流程', '程序', '环节', '步骤', '衔接', '沟通', '协调', '反馈', '对接', '调研', '计划'],
    ...['安排', '组织', '审批', '时间', '方式', '方法', '形式', '分析', '统筹', '跟踪', '问卷'],
    ...[
      '报名',
      '选调',
      '落实',
      '执行',
      '前期',
      '走过场',
      '提前',
      '仓促',
      '信息不对称',
      '共享',
      '分层分类',
    ],
  ],
  资源: [
    ...['资源', '经费', '资金', '预算', '投入', '场地', '设备', '设施', '教材', '课程', '课件'],
    ...['案例', '平台', '系统', '数据', '技术', '信息化', '基地', '编制', '物资', '财力'],
  ],
  环境: [
    ...['环境', '氛围', '风气', '文化', '地域', '偏远', '交通', '工学矛盾', '社会', '形势'],
    ...['基层负担', '负担', '任务重', '上级', '外部', '大环境', '任务繁重', '事务', '脱不开身'],
    ...['惯性', '经济', '区域', '山区'],
  ],
};

/**
 * Where a cause belongs by its words; empty where none of them says. The trainer decides.
 *
 * @param topic of the seminar, whose words stand in every cause and say nothing
 */
export function suggestCategory(text: string, topic: string): Category | '' {
  let best: { readonly category: Category; readonly weight: number } | null = null;
  for (const category of CAUSE_CATEGORIES) {
    const found = WORDS[category].filter((word) => text.includes(word) && !topic.includes(word));
    const weight = found.reduce((total, word) => total + word.length ** 2, 0);
    if (weight > (best?.weight ?? 0)) best = { category, weight };
  }
  return best?.category ?? '';
}
