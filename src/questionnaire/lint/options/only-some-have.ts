import type { Questionnaire } from '../../questionnaire.ts';
import type { Asked } from '../asked.ts';

/**
 * What some have done and others never: 其他 lets nobody out who has not. Each pattern names in
 * `which` what it is, so that a questionnaire for those who have done it may ask without more.
 */
const AWAY =
  '挂职|驻村|援派|援藏|援疆|援青|支教|借调|轮岗|下派|选派|对口支援|跟班学习|脱产进修|结对帮扶|巡察|巡视|督导组';
const POSTS =
  '兼职教师|兼职讲师|内训师|宣讲员|班主任|班长|班委|组长|学习委员|联络员|考官|评委|导师|网格员|第一书记|教研组长|护士长|项目负责人|支部书记|支委|支部委员|党小组长|团干部|值班领导|新闻发言人';
const ABROAD = '境外|国外|海外|省外|外省|外地|异地|高校|干部学院|网络学院';
const DURING = '(?:期间|时|的?过程中|中|以来|以后|之后|后)';

const DUTIES = '承办|主办|举办|主讲|评审|驻外|外派|带队|家访|出差|外出(?:学习|考察|培训|进修)';

const PATTERNS: readonly RegExp[] = [
  new RegExp(`作为[^,。?]{0,4}?(?<which>${POSTS})`, 'u'),
  new RegExp(`(?<which>${DUTIES})[^,。?]{0,8}(?:期间|时(?!间|长|段)|的?过程中)`, 'u'),
  new RegExp(`(?:担任|兼任|当|做)(?:过)?[^,。?]{0,6}(?<which>${POSTS})[^,。?]{0,2}${DURING}`, 'u'),
  /(?:担任|兼任)(?![^,。?]{0,3}(?:现|本|目前|该))(?<which>[^,。?]{2,8}?)期间/u,
  new RegExp(`(?<which>${AWAY})[^,。?]{0,6}${DURING}(?!的?(?:需|要))`, 'u'),
  new RegExp(
    `(?:在|到|赴|去)(?<which>${ABROAD})[^,。?]{0,4}(?:学习|培训|考察|研修|进修|听课|上课|工作|访学)${DURING}`,
    'u',
  ),
  /(?:指导|带|带教)(?<which>徒弟|新人|研究生|实习生|学生|年轻医生|规培生)(?:时|期间|的?过程中)/u,
  /(?:最近|上|前)(?:的)?一?[次回](?<which>(?:参加|申请|报名|在|到|去|赴|向|给|被|因|提|使用|登录|听|学|接受|组织|主持|授|讲|外出|线上|网络|网上|脱产)[^,。?]{1,20})/u,
  /上一?[届期](?<which>[^,。?]{1,10})/u,
  /(?:管理|带领|指导)(?<which>下属|部下|下级|团队|徒弟)(?:时|期间|的?过程中|中)/u,
  /(?:主持|承担|申报)(?:过)?的?(?<which>课题|项目|科研项目|研究项目)[^,。?]{0,4}(?:时|期间|的?过程中|中)/u,
];
const HAS_HAPPENED =
  /(?<!可能|会)遇到|碰到|(?<!最)缺(?:少|乏)?过|困难|问题|原因|收获|感受|帮助|体会|不便|得到|怎样|怎么|如何/u;
/** What has not come yet, or is asked of all. */
const NOT_YET =
  /如果|假如|若|假设|要是|希望|期望|计划|打算|愿意|想|应当|应该|需要|担心|可能|认为[^,。?]{0,12}(?:应|会)|本次|本期|此次|这次|本班|这期/u;
const SAID_WHO = /未参加|没有参加|没有担任|如有|不适用|可跳过|可不填|作答|参加者/u;

/** The words that take it for granted; null where nothing is, or where the questionnaire is for those. */
export function onlySomeHave(
  { bare, text, hint }: Asked,
  { title, introduction, audience }: Questionnaire,
): string | null {
  if (NOT_YET.test(bare) || SAID_WHO.test(text + hint) || !HAS_HAPPENED.test(bare)) return null;
  for (const pattern of PATTERNS) {
    const found = pattern.exec(bare);
    if (found === null) continue;
    const which = found.groups?.which ?? found[0];
    return `${title}${introduction}${audience}`.includes(which) ? null : found[0];
  }
  return null;
}
