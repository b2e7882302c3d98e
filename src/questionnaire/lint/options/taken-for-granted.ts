import type { Asked } from '../asked.ts';

/**
 * Words that take for granted that something befell the respondent, or that they hold a position.
 * Those of `BY_ITSELF` say so whatever is asked; those of `ASKED_OF` only where a judgement is asked.
 */
const TRAINING =
  '(?:培训|班次?|课程?|学习|进修|讲座|研修|调训|轮训|集训|参训|跟班|调研|考察|考试|测试|研讨|党校|主体班|论坛|沙龙|读书会|讲堂|竞赛|比武|党课|直播|观摩)';
const VERDICT = [
  '效果|满意|收获|评价|帮助|质量|印象|感受|如何|怎么?样|作用|合理|体验|水平|针对性|实用|有用|启发',
  '深度|难度|进度|节奏|长短|时长|贴合|贴近|衔接|接近|合适|适当|够不够|多不多|难不难|快不快|好不好|好用|有多大|收到|用上|充分|及时|顺利|反响|公平|清楚',
].join('|');
const LAST = '(?:最近|上|前)一?(?:次|期|届|轮|回|个班)';
const BEFORE = `(?:近.{1,3}年|过去.{0,4}|去年|上一?年度?|往年|以往|曾经?|之前|入职时|初任时|${LAST}|最近)`;
const AWAY =
  '挂职|驻村|出国(?:境)?|出境|境外|援派|援藏|援疆|援青|跟班学习|跟班|借调|轮岗|补训|支教|对口支援';
const POSTS = '班主任|班长|组长|支书|班委|学习委员|内训师|兼职教师|小组长|联络员|考官|评委|导师';
const BELOW = '下属|部下|徒弟|助手|学生|分管部门|团队成员';

const BY_ITSELF: readonly RegExp[] = [
  new RegExp(`${LAST}[^,。?]{0,10}${TRAINING}`, 'u'),
  /(?:党校|学院|高校|大学|外地|外省|省外|基层)[^,。?]{0,4}(?:学习|工作|任职|进修)期间/u,
  new RegExp(`(?:参加|参训|${AWAY})[^,。?]{0,6}期间`, 'u'),
  /(?:外出|异地|外地|出省|赴外)(?:考察|学习|参训|培训|进修)(?:回来|归来|返回|结束|以?后|期间)/u,
  /(?:您|你)的(?:导师|带教老师|帮带人|师傅|结对老师)/u,
  new RegExp(`作为(?:${POSTS}|负责人|分管领导|班子成员)`, 'u'),
  /(?:您|你)的(?:结业|毕业|学位)?(?:论文|课题|请假|报销|投诉|开题|挂职)/u,
  new RegExp(`(?:担任|兼任)(?:过)?[^,。?]{0,6}(?:${POSTS})`, 'u'),
  /(?:您|你)所?(?:分管|主管|带领|管理|领导|联系|指导)(?:过)?的?(?:科室|部门|单位|处室|股室|干部|同志|团队|年轻|人员|村|社区|乡镇)/u,
  new RegExp(`(?:您|你)(?:的|所带的?|指导的?|带教的?)(?:直接|直属)?(?:${BELOW})`, 'u'),
  /(?:您|你)(?:提交|提出|主讲|讲授|申报|申请|报名|承担|主持|撰写|选修|选学|订阅|领取|预约|借阅|上传|报送)(?:过)?的/u,
  /(?:您|你)所?(?:辅导|带教|指导|帮带|培养|派出|选派)(?:过)?的(?!课程|教材|内容|资料)[^,。?]{1,8}/u,
  /(?:您|你)的(?:科研|课题|项目|创新)(?:组|团队)/u,
  /使用[^,。?]{0,10}(?:感受|体验|感觉|起来)|用起来/u,
];

const ASKED_OF: readonly RegExp[] = [
  new RegExp(
    `${BEFORE}[^。?]{0,12}(?:参加|参训|接受|学习|进行|组织|举办)?[^。?]{0,8}${TRAINING}[^。?]{0,16}(?:${VERDICT})`,
    'u',
  ),
  new RegExp(`(?:您|你)?(?:参加|接受|学习|听|上|报名)过的[^。?]{0,16}(?:${VERDICT})`, 'u'),
  new RegExp(`(?:您|你)所?参加的[^。?]{0,16}(?:${VERDICT})`, 'u'),
  new RegExp(`上(?:一)?[次任届][^。?]{0,20}(?:${VERDICT})`, 'u'),
  new RegExp(`(?:使用|用|学|选修|读)过的?[^。?]{0,14}(?:${VERDICT})`, 'u'),
  new RegExp(`(?:${AWAY}|担任(?:${POSTS})|带教|导师(?!制))[^。?]{0,20}(?:${VERDICT})`, 'u'),
  new RegExp(
    `(?:您|你)(?:对)?(?:的|所(?:带|管|管理|分管)的?|分管的?|管理的?|带领的?)(?:${BELOW}|团队|科室人员)[^。?]{0,24}(?:${VERDICT}|程度|能力)`,
    'u',
  ),
];

/** Kin that not everybody has, where who or what they are is asked. */
const KIN =
  /(?:孩子|子女|小孩|配偶|爱人|老人)[^,。?]{0,6}(?:主要)?(?:由谁|入学|上学|照看|照料|就读|多大|几岁)/u;

const EVERYBODY_HERE = /本次|本期|此次|这次|本班|这期|今天/u;
const SAID_WHO = /未参加|没有参加|如有|不适用|可跳过|可不填|参加过.{0,12}作答|参加者/u;
/** What has not come yet is nobody's experience; a comparison with last year is no question about it. */
const NOT_YET =
  /如果|假如|若|假设|要是|希望|期望|计划|打算|[您你](?:是否|还|也)?(?:愿意|愿不愿)|更好|应当|应该|需要/u;
const COMPARED =
  /(?:与|和|跟|同|比|较|相比)(?:去年|上一?年|往年|以往|之前|过去)|(?:单位|本市|本县|本区|全县|全市|我[县市区])[^,。?]{0,6}(?:的)?(?:培训|计划)/u;

/** Whether anybody may be without a 孩子: 其他 is then no way out. */
export function asksOfKin({ bare }: Asked): string | null {
  return KIN.exec(bare)?.[0] ?? null;
}

/** The words that take it for granted; null where nothing is. */
export function takenForGranted({ bare: asked, text, hint }: Asked): string | null {
  const bare = asked.replace(/[与和跟同比][^,。?]{0,6}(?:期望|预期|期待)/gu, '');
  if (EVERYBODY_HERE.test(bare) || SAID_WHO.test(text + hint)) return null;
  const patterns =
    NOT_YET.test(bare) || COMPARED.test(bare) ? ASKED_OF : [...BY_ITSELF, ...ASKED_OF];
  if (COMPARED.test(bare)) return null;
  return patterns.flatMap((pattern) => pattern.exec(bare)?.[0] ?? [])[0] ?? null;
}
