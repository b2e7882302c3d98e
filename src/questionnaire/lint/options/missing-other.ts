import { isOther } from '../../questionnaire.ts';
import type { Asked } from '../asked.ts';
import type { Fault, ItemRule } from '../rule.ts';

const TAKES_OTHERS =
  /^其[他它余]|请(?:注明|说明|填写)|另有|自填|以上(?:都|均|皆)|上述(?:都|均)|不在.{0,4}之列/u;
/** The list is all there is: the courses of this class, the groups of this class. */
const OF_THIS_CLASS =
  /(?:本次|本期|此次|这次|本班|这期)[^。?]{0,16}(?:课程|专题|环节|讲座|模块|单元|教学点|小组|场)/u;
const WHICH_OF_THEM = /哪[一几]?[门个场次些节讲]|最|排/u;
const REASONS = /原因|困难|渠道|问题|障碍|因素|不足/u;
/** Steps of what somebody has come to, the last or first of which is nothing. */
const NOTHING = /^(?:不|未|没|尚未|暂不|暂无|从未|还没|无)/u;

const NOT_FOR_ME =
  /不适用|未(?:参加|使用|参与|接触|经历|担任|安排|开展|选|听|住|在|有|曾)|没有?(?:参加|使用|参与|接触|经历|担任|用过|安排|开展|此|这|相关|听|下属|分管)|从未|从没|不(?:清楚|了解|知道|涉及|参加|分管)|无(?:此|相关|下属|法)|尚未/u;

const TRAINING = '(?:培训|班次?|课程?|学习|进修|讲座|研修|调训|轮训)';
const VERDICT =
  '(?:效果|满意|收获|评价|帮助|质量|印象|感受|如何|怎么样|作用|合理|体验|水平|针对性|实用|有用)';

/** Words that take for granted that something befell the respondent. */
const TAKES_FOR_GRANTED: readonly RegExp[] = [
  new RegExp(
    `(?:近.{1,3}年|过去.{0,4}|去年|上一?年度?|往年|以往|曾经?|上一?次|上一?期|最近一次|最近|之前|入职时|初任时)[^。?]{0,12}(?:参加|参训|接受|学习|进行|组织|举办)?[^。?]{0,8}${TRAINING}[^。?]{0,16}${VERDICT}`,
    'u',
  ),
  new RegExp(`(?:您|你)?(?:参加|接受|学习|听|上|报名)过的[^。?]{0,16}${VERDICT}`, 'u'),
  new RegExp(`上(?:一)?[次任届][^。?]{0,20}${VERDICT}`, 'u'),
  new RegExp(`(?:使用|用|学|选修|读)过的?[^。?]{0,14}${VERDICT}`, 'u'),
  new RegExp(
    `(?:挂职|驻村|出国(?:境)?|出境|境外|援派|援藏|援疆|跟班学习|跟班|借调|轮岗|补训|担任(?:班主任|班长|组长|班委|内训师|兼职教师)|带教|导师)[^。?]{0,20}${VERDICT}`,
    'u',
  ),
  new RegExp(
    `(?:您|你)(?:对)?(?:的|所(?:带|管|管理|分管)的?|分管的?|管理的?|带领的?)(?:下属|部下|团队|徒弟|科室人员|分管部门|学生|助手)[^。?]{0,24}(?:${VERDICT}|程度|能力)`,
    'u',
  ),
];
const EVERYBODY_HERE = /本次|本期|此次|这次|本班|这期|今天/u;

export const MISSING_OTHER: ItemRule = {
  name: '缺少其他或不适用',
  check: (asked) => [...lacksOther(asked), ...lacksNotApplicable(asked)],
};

function lacksOther(asked: Asked): Fault[] {
  const { type, options, shape, bare } = asked;
  if (type !== 'single' && type !== 'multiple') return [];
  if (shape !== 'kinds' || options.some((option) => TAKES_OTHERS.test(option))) return [];
  if (options.length < 3 && !REASONS.test(bare)) return [];
  if (OF_THIS_CLASS.test(bare) && WHICH_OF_THEM.test(bare)) return [];
  const ends = [options[0] ?? '', options.at(-1) ?? ''];
  if (type === 'single' && !REASONS.test(bare) && ends.some((end) => NOTHING.test(end))) return [];
  const list = options.slice(0, 8).join('、');
  return [
    {
      message: `选项“${shortList(options)}”列不全所有情况，不在其中的人只能乱选或者不选。`,
      mend: `在最后加上“其他（请注明）”：${list}${options.length > 8 ? '……' : ''}、其他（请注明）。`,
    },
  ];
}

function lacksNotApplicable(asked: Asked): Fault[] {
  const { type, options, bare, text, hint, item } = asked;
  if (type === 'section' || type === 'text' || type === 'ranking' || item.showIf !== null)
    return [];
  if (type === 'scale-pair' || type === 'number' || type === 'multiple') return [];
  if (EVERYBODY_HERE.test(bare) || /未参加|没有参加|如有|不适用|可跳过|可不填/u.test(text + hint))
    return [];
  const found = TAKES_FOR_GRANTED.flatMap((pattern) => pattern.exec(bare)?.[0] ?? [])[0];
  if (found === undefined) return [];
  if (options.some((option) => NOT_FOR_ME.test(option) || isNothing(option))) return [];
  if (asked.shape === 'kinds' && options.some(isOther)) return [];
  return [
    {
      message: `题目认定人人都有“${found}”里的经历，没有的人无从回答。`,
      mend: '加上选项“不适用（没有这项经历）”，或者先问有没有，再用显示条件只问有的人。',
    },
  ];
}

function isNothing(option: string): boolean {
  return /^(?:0|无|没有?)(?:次|$)/u.test(option);
}

function shortList(options: readonly string[]): string {
  const first = options.slice(0, 4).map((option) => option.slice(0, 16));
  return `${first.join('、')}${options.length > 4 ? '等' : ''}`;
}
