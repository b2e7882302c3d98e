import type { ContentChapter } from './content-item.ts';

/** For those who train others: what chapters 五 to 七 ask of training itself. */
const TRAINERS =
  /党校|行政学院|干部学院|干训|教育培训|培训(?:管理|工作|机构|师资|教师|者)|组织人事|组织(?:部|系统)/u;

/** Topics and audiences: those who train others, and what is said of one side of it. */
function trainersOr(side: RegExp): RegExp {
  return new RegExp(`${TRAINERS.source}|${side.source}`, 'u');
}

/** Chapters 五 to 七, asked of those alone whose work is training. */
export const TRAINING: ContentChapter = {
  items: [
    {
      id: 'training-needs',
      text: '培训需求调研方法',
      anchor: '完善需求调研、计划生成会商机制',
      about: trainersOr(/需求调研|训前调研|计划生成|班次计划/u),
    },
    {
      id: 'training-methods',
      text: '研究式学习的组织方法',
      anchor: '推行结构化研讨、行动学习等研究式学习',
      about: trainersOr(/研讨|行动学习|教学方法|教学方式|培训方法|培训方式/u),
    },
    {
      id: 'training-cases',
      text: '案例课程开发',
      anchor: '大力推进案例课程建设，及时把工作实践中的最新成果、新鲜经验运用到教学中',
      about: trainersOr(/案例|课程(?:开发|建设|设计)|教材/u),
    },
    {
      id: 'training-quality',
      text: '培训质量评估方法',
      anchor: '加强对干部教育培训机构、班次、课程的质量评估',
      about: trainersOr(/质量评估|培训评估|教学评估|训后|考核评价/u),
    },
    {
      id: 'training-data',
      text: '培训数据的分析运用',
      anchor: '用好培训记录、培训需求、参训表现等数据',
      about: trainersOr(/学习图谱|培训数据|培训档案|培训管理数字化/u),
    },
    {
      id: 'training-online',
      text: '网络课程制作',
      anchor: '提高制作水平，丰富呈现形式，提升课程质量',
      about: trainersOr(/网络培训|网络课程|线上培训|网络教学/u),
    },
    {
      id: 'training-teachers',
      text: '师资库建设',
      anchor: '分级建设师资库',
      about: trainersOr(/师资/u),
    },
    {
      id: 'training-learners',
      text: '学员管理规定',
      anchor: '严格执行学员管理相关规定',
      about: trainersOr(/学员管理|学风|班主任/u),
    },
  ],
  usual: { general: [], leading: [], young: [], grassroots: [], professional: [] },
};
