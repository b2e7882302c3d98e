import { BLAME, EFFORT, EMBLEMS, OTHERS, RIGHT_DECISION } from './evaluative-words.ts';
import type { Push } from './pushes.ts';

const JUST_NAME = '删去这些话，只写事情的名称，让答的人自己评价。';
const JUST_ASK = '删去这些话，直接提问。';

const MORE_AND_MORE =
  /越来越多的?[^,。?]{1,8}(?:选择|开始|已经?|加入|采用|认识到|使用|参加|主张|支持|认为|喜欢)/u;
/** 有哪些弊端, 带来的好处: that there are any was not asked. */
const HARM =
  /(?:弊端|弊病|危害|坏处|害处|恶果)(?:主要)?(?:有哪些|是什么|在哪|体现|表现)|有(?:哪些|什么|多少)[^,。?]{0,4}(?:弊端|弊病|危害|坏处|害处)|带来[^,。?]{0,4}(?:好处|益处|实惠|坏处|危害)/u;
const OVERCAME =
  /(?<![您你][^,。?]{0,8})克服(?:了)?[^,。?您你]{0,12}(?:困难|矛盾|难题)[^,。?]{0,10}(?=[,。]|的)/u;
const ONLY_SO = /只有[^,。?]{2,24},?才[能会是可有]/u;
/** 没有调查就没有发言权，……. */
const NO_WAY_WITHOUT =
  /(?:没有|不)[^,。?]{1,10},?就(?:没有|没|不|会|要|难以|是|等于)[^,。?]{1,10}(?=[,。])/u;
/** 您应当积极参加，……: a duty of whoever answers. */
const YOUR_DUTY =
  /[您你](?:应当|应该|必须|理应|理当|务必|有责任|有义务)(?![^,。?]*(?:什么|哪|怎|如何|多[少长久大]|几|吗|是否))[^,。?]{2,}(?=[,。])/u;
const OTHERS_DO = new RegExp(
  `${OTHERS}[^,。?]{0,6}(?:都|均|皆|已|早已|普遍|纷纷|率先)[^?]*[,。][^?]*(?:[您你]|我[县市省区校]|本[县市省区校])`,
  'u',
);
const EMBLEM = new RegExp(
  `(?:作为|身为|做为)(?:一[名位个])?[^,。?]{0,8}?(?:${EMBLEMS})[^,。?]{0,10},[^?]{0,8}(?:愿意|愿不愿意|应|必须|理应|自觉|主动|带头|会不会|能否|难道)`,
  'u',
);
/** 学员们一致要求……, 干部群众普遍反映……. */
const ALL_OF_THEM =
  /(?<![您你贵本][^,。?]*)的(?:同志|干部|学员|人|单位|领导)们?都(?:已|选择|支持|赞成|参加|报名|重视|喜欢)[^,。?]*,|(?:学员|大家|同志|干部|群众|党员|同学|教师|代表)们?(?:一致|纷纷|强烈|普遍|多次|都)(?:要求|呼吁|反映|希望|建议|认为|期盼|表示|称赞)/u;
/** 贡献一份力量: what one gives is good before it is asked. */
const FOR_THE_GOOD =
  /贡献[^,。?]{0,6}力量|尽一份力|[作做]贡献|添砖加瓦|毫不夸张|不夸张地说|按理说|照理说|天经地义|义不容辞|责无旁贷/u;
/** 惠民行动, 民心工程. */
const GOOD_NAME =
  /(?:惠民|利民|便民|暖心|民心|德政|善政)(?:的)?(?:行动|工程|举措|政策|实事|措施|之举)/u;

/** What judges wherever it stands. */
export const STANDING_JUDGEMENTS: readonly Push[] = [
  {
    pattern: new RegExp(`(?<!有没有[^,。?]*|是否[^,。?]*|[您你](?:会|经常)?)(?:${EFFORT})`, 'u'),
    why: '先说了有人多么用心',
    mend: JUST_ASK,
  },
  { pattern: OVERCAME, why: '先说了有人多么不易', mend: JUST_ASK },
  {
    pattern: ONLY_SO,
    why: '先认定了只有一条路',
    mend: '改问“您认为哪些办法合适”，把几种都列为选项。',
  },
  {
    pattern: new RegExp(BLAME, 'u'),
    not: /哪|什么|如何避免|有没有|是否|多不多/u,
    why: '用贬义的话先责备了一方',
    mend: JUST_NAME,
  },
  { pattern: EMBLEM, why: '先给人戴上身份，不好说不', mend: JUST_ASK },
  {
    pattern: HARM,
    why: '先认定了有好处或者坏处',
    mend: '先问有没有，再对认为有的人追问是什么。',
  },
  { pattern: YOUR_DUTY, why: '先认定了该怎样', mend: JUST_ASK },
  { pattern: NO_WAY_WITHOUT, why: '先认定了该怎样', mend: JUST_ASK },
  { pattern: FOR_THE_GOOD, why: '先摆出了好的目的，不好说不', mend: JUST_ASK },
  { pattern: ALL_OF_THEM, why: '拿别人的看法引人跟从', mend: JUST_ASK },
  { pattern: OTHERS_DO, why: '拿别处的做法引人跟从', mend: JUST_ASK },
  { pattern: MORE_AND_MORE, why: '拿别处的做法引人跟从', mend: JUST_ASK },
  {
    pattern: new RegExp(RIGHT_DECISION, 'u'),
    not: /希望|期望|最|哪|什么/u,
    why: '先作了好的评价',
    mend: JUST_NAME,
  },
  { pattern: GOOD_NAME, not: /希望|期望|最|哪|什么/u, why: '先作了好的评价', mend: JUST_NAME },
];
