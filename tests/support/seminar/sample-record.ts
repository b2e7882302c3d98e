import type { RecordedItem, RecordSheet } from '../../../src/seminar/record-sheet.ts';

const item = (text: string, points: number, raised = 1, isTied = false): RecordedItem => ({
  ...{ text, points, raised, isTied },
});

/** What a group of eight left behind; two problems share second place and two causes the first. */
export const SAMPLE_RECORD: RecordSheet = {
  className: '各县干训干部班',
  date: '2026-03-12',
  topic: '训前需求调研走过场',
  group: '第2组',
  people: 8,
  focus: '征求意见表发到单位就停住了，干部本人没有机会说出岗位短板。',
  problems: [
    item('征求意见表只发到单位，由办公室代填，干部本人没有见过。', 17, 3),
    item('课程表沿用上一年，调研结果没有用上。', 9, 2, true),
    item('调研时间太短，三天内就要报回，来不及问人。', 9, 1, true),
    item('问的都是“想学什么”，没有问“工作卡在哪里”。', 8),
    item('填了需求也没有下文，下次就随便填。', 5),
    item('乡镇干部一人多岗，一张表说不清楚。', 0),
  ],
  causes: [
    { ...item('负责调研的同志只有一人，还兼着档案和调训。', 12), category: '人员' },
    { ...item('没有规定调研必须问到干部本人。', 14, 2, true), category: '制度' },
    { ...item('调研、计划、课程由三个科室分头做，中间不碰头。', 14, 1, true), category: '流程' },
    { ...item('往年的培训记录散在几张表里，查起来费时。', 5), category: '资源' },
    { ...item('大家习惯把调研当作走手续。', 3), category: '' },
  ],
  measures: [
    {
      ...item('开班前两周用电话访谈和问卷各问一遍，每班至少访谈十人。', 18, 2),
      ...{
        responsible: '县委组织部干训科',
        deadline: '下一期班次开班前',
        feasibility: '人手够，先在一个班试行',
      },
    },
    {
      ...item('课程表后面附“需求—课程”对照表，没有对应需求的课要说明理由。', 16),
      ...{ responsible: '县委党校教务科', deadline: '2026年6月底前', feasibility: '' },
    },
    {
      ...item('每季度召开一次需求会商会，会后十日内反馈采纳情况。', 14),
      ...{ responsible: '', deadline: '', feasibility: '' },
    },
  ],
  disagreements: ['访谈由组织部门做还是由党校做，两种意见都有人支持。'],
  reportPoints: [
    '问题不在表，在于没有问到人。',
    '先做一件事：下一期班次开班前访谈十名学员，把结果附在课程表后面。',
  ],
};
