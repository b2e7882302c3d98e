import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';

const ANY = { hint: '', showIf: null, basis: null } as const;

/** Every type of item, two parts, and items that hang on earlier ones, one of them on one that hangs. */
export const MIXED: Questionnaire = {
  kind: 'needs',
  title: '2028年县处级领导干部培训需求问卷',
  introduction: '用于编制2028年度培训计划。',
  audience: '县处级领导干部',
  items: [
    { ...ANY, id: 'basic', type: 'section', text: '一、基本信息', hint: '只问类别，不问姓名。' },
    {
      ...{ ...ANY, id: 'level', type: 'single', text: '您的职务层次', isRequired: true },
      ...{ options: ['县处级正职', '县处级副职', '其他（请注明）'], isBand: true },
    },
    {
      ...{ ...ANY, id: 'trained', type: 'single', text: '近两年是否参加过集中培训' },
      ...{ options: ['参加过', '没有参加过'], isBand: false, isRequired: true },
    },
    {
      ...{ ...ANY, id: 'days', type: 'number', text: '近两年共参加集中培训多少天' },
      ...{ showIf: { item: 'trained', is: ['参加过'] }, isRequired: true },
      ...{ least: 0, most: 200, unit: '天', isWhole: true },
    },
    {
      ...{ ...ANY, id: 'barriers', type: 'multiple', text: '影响您参加培训的主要因素' },
      ...{ isRequired: true, least: null, most: 3 },
      options: ['工学矛盾突出', '内容针对性不强', '时间安排不合适', '其他（请注明）', '没有'],
    },
    { ...ANY, id: 'needs', type: 'section', text: '二、内容需求', hint: '' },
    {
      ...{ ...ANY, id: 'economy', type: 'scale-pair', text: '推动高质量发展的本领' },
      ...{ pair: 'need', hasNotApplicable: true, isRequired: true },
      hint: '指经济工作、产业发展、科技创新等方面的能力。',
    },
    {
      ...{ ...ANY, id: 'ways', type: 'ranking', text: '您希望采用的培训方式', isRequired: false },
      ...{ options: ['专题讲授', '案例教学', '现场教学', '结构化研讨', '在线学习'], most: 3 },
    },
    {
      ...{ ...ANY, id: 'online', type: 'single', text: '您希望每年在线学习多少学时' },
      ...{ showIf: { item: 'days-wanted', is: ['更多'] }, isRequired: true },
      ...{ options: ['30学时以下', '30学时以上'], isBand: false },
    },
    {
      ...{ ...ANY, id: 'words', type: 'text', text: '您对培训工作的意见建议', isRequired: false },
      most: 200,
    },
  ],
};
