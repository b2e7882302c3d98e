import type { Asked } from '../asked.ts';
import {
  BLAME,
  EFFORT,
  EMBLEMS,
  FAINT_BLAME,
  FOUNDATIONS,
  MAJORITY,
  OTHERS,
  PRAISE,
  RIGHT_DECISION,
  THREAT,
} from './evaluative-words.ts';

/** What a question says before it asks: which words, and what they do to whoever answers. */
export interface Beforehand {
  readonly words: string;
  readonly why: string;
  readonly mend: string;
}

const JUST_NAME = '删去这些话，只写事情的名称，让答的人自己评价。';
const JUST_ASK = '删去这些话，直接提问。';

/** 希望、哪些、是否: the word is what is asked or wished for, and no judgement of the asker's. */
const ASKED_FOR =
  /希望|期望|期待|想要|需要|最|哪|什么样|怎样才|如何(?!评价|看待)|是否[具存]?有|有没有|够不够|程度|推荐|评选|选出|提升|提高|打造|选树/u;
const ASKS =
  /什么|哪|多少|多[大长久]|几|如何|怎|是否|能否|有没有|吗|呢|谁|(.)不\1|[您你]|请|希望|评价/u;
const SCENE =
  /^(?:如果|若|如|假如|要是|无论|不论|除|对于?|关于|就|当|在|从|结合|根据|围绕|针对|按|自|与|和)/u;

const BEFORE_NOUN = new RegExp(`(?:${PRAISE}|${FAINT_BLAME})的(?=[\\p{L}“《])`, 'u');
const PREDICATE = new RegExp(
  `(?:${PRAISE}|${FAINT_BLAME}|(?:很|非常|十分|特别|极其?|最|更|颇|相当|愈发|越来越|远)(?:好|高|强|优|佳|大|差|低|弱|糟|便利|方便|丰富|扎实|深厚|渊博|敬业|负责|辛苦|实用|有效|有益|重要|必要|迫切|严重|明显|显著|突出|先进|成功|满意|受欢迎|合理|生动|精彩|枯燥|落后))(?:了|的)?$`,
  'u',
);
/** 干部教育培训是战略性工程，…… */
const IS_FOUNDATION = new RegExp(
  `^[^,。?]{2,14}(?<![不还可但而若要只就正])是[^,。?]{2,20}(?:${FOUNDATIONS})$`,
  'u',
);
const MORE_AND_MORE =
  /越来越多的?[^,。?]{1,8}(?:选择|开始|已经?|加入|采用|认识到|使用|参加|主张|支持|认为|喜欢)/u;
/** 有哪些弊端: that there are any was not asked. */
const HARM =
  /(?:弊端|弊病|危害|坏处|害处|恶果)(?:主要)?(?:有哪些|是什么|在哪|体现|表现)|有(?:哪些|什么|多少)[^,。?]{0,4}(?:弊端|弊病|危害|坏处|害处)/u;
const OVERCAME =
  /(?<![您你][^,。?]{0,8})克服(?:了)?[^,。?您你]{0,12}(?:困难|矛盾|难题)[^,。?]{0,10}(?=[,。]|的)/u;
/** 一流的干部需要一流的培训，……; 只有……才能……. */
const MAXIM =
  /^(?!您|你|本|贵|所在|我)[^,。?]{2,16}(?:需要|离不开|呼唤|要靠|靠的是|取决于|来自于?)[^,。?]{2,16}$/u;
const ONLY_SO = /只有[^,。?]{2,24},?才[能会是可有]/u;
/** 没有调查就没有发言权，……. */
const NO_WAY_WITHOUT =
  /(?:没有|不)[^,。?]{1,10},?就(?:没有|没|不|会|要|难以)[^,。?]{1,10}(?=[,。])/u;
const GOOD_THING =
  /(?:像)?(?:这样|如此|这么)[^,。?您你的]{1,5}的(?=[^,。?]{0,4}(?:课|培训|班|活动|讲座|平台|老师|教师|教材|机会|安排))|的好(?:举措|做法|政策|制度|决策|平台|机会|传统|风气|榜样)/u;
/** 您应当积极参加，……: a duty of whoever answers. */
const YOUR_DUTY =
  /[您你](?:应当|应该|必须|理应|理当|务必|有责任|有义务)(?![^,。?]*(?:什么|哪|怎|如何|多[少长久大]|几|吗|是否))[^,。?]{2,}(?=[,。])/u;
const MOST_DO = new RegExp(`^${MAJORITY}[^,。?]{1,}`, 'u');
const EFFORT_WORDS = new RegExp(EFFORT, 'u');
const BLAME_WORDS = new RegExp(BLAME, 'u');
const THREAT_WORDS = new RegExp(THREAT, 'u');
const OTHERS_DO = new RegExp(
  `${OTHERS}[^,。?]{0,6}(?:都|均|皆|已|早已|普遍|纷纷|率先)[^?]*[,。][^?]*(?:[您你]|我[县市省区校]|本[县市省区校])`,
  'u',
);
const EMBLEM = new RegExp(
  `(?:作为|身为|做为)(?:一[名位个])?[^,。?]{0,8}?(?:${EMBLEMS})[^,。?]{0,10},[^?]{0,8}(?:愿意|愿不愿意|应|必须|理应|自觉|主动|带头|会不会|能否|难道)`,
  'u',
);
const RIGHT = new RegExp(RIGHT_DECISION, 'u');

/** Null where nothing is judged before the question. */
export function judgedBeforehand({ bare }: Asked): Beforehand | null {
  const found = (pattern: RegExp) => pattern.exec(bare)?.[0].replace(/^[,。]|[,。?]$/gu, '');
  const effort = found(EFFORT_WORDS);
  if (effort !== undefined && !/[您你](?:是否|会|经常)?$/u.test(bare.split(effort)[0] as string)) {
    return { words: effort, why: '先说了有人多么用心', mend: JUST_ASK };
  }
  const overcame = found(OVERCAME);
  if (overcame !== undefined) {
    return { words: overcame, why: '先说了有人多么不易', mend: JUST_ASK };
  }
  const only = found(ONLY_SO);
  if (only !== undefined) {
    return {
      words: only,
      why: '先认定了只有一条路',
      mend: '改问“您认为哪些办法合适”，把几种都列为选项。',
    };
  }
  const blame = found(BLAME_WORDS);
  if (blame !== undefined && !/哪|什么|如何避免|有没有|是否|多不多/u.test(bare)) {
    return { words: blame, why: '用贬义的话先责备了一方', mend: JUST_NAME };
  }
  const emblem = found(EMBLEM);
  if (emblem !== undefined) {
    return { words: emblem, why: '先给人戴上身份，不好说不', mend: JUST_ASK };
  }
  const harm = found(HARM);
  if (harm !== undefined) {
    return { words: harm, why: '先认定了有坏处', mend: '先问有没有，再对认为有的人追问是什么。' };
  }
  const duty = found(YOUR_DUTY) ?? found(NO_WAY_WITHOUT);
  if (duty !== undefined) {
    return { words: duty, why: '先认定了该怎样', mend: JUST_ASK };
  }
  const others = found(OTHERS_DO) ?? found(MORE_AND_MORE);
  if (others !== undefined) {
    return { words: others, why: '拿别处的做法引人跟从', mend: JUST_ASK };
  }
  const right = found(RIGHT);
  if (right !== undefined && !ASKED_FOR.test(bare.replace(/是否/gu, ''))) {
    return { words: right, why: '先作了好的评价', mend: JUST_NAME };
  }
  return adjective(bare) ?? statement(bare);
}

/** 生动直观的现场教学: an adjective that nobody was asked about. */
function adjective(bare: string): Beforehand | null {
  for (const clause of bare.split(/[,。;?]/u)) {
    const found = BEFORE_NOUN.exec(clause) ?? GOOD_THING.exec(clause);
    if (found === null || ASKED_FOR.test(clause)) continue;
    return { words: found[0], why: '先作了评价', mend: JUST_NAME };
  }
  return null;
}

/** 现场教学生动直观，您……: a judgement that stands by itself before the question. */
function statement(bare: string): Beforehand | null {
  const clauses = bare.split(/[,。;:]/u).map((clause) => clause.trim());
  for (const [at, clause] of clauses.entries()) {
    const isBeforeQuestion = clauses.slice(at + 1).some((later) => ASKS.test(later));
    if (!isBeforeQuestion) continue;
    if (MOST_DO.test(clause) && !/[您你哪谁]|什么|多少/u.test(clause)) {
      return { words: clause, why: '拿多数人引人跟从', mend: JUST_ASK };
    }
    if (ASKS.test(clause)) continue;
    const threat = THREAT_WORDS.exec(clause);
    if (threat !== null) {
      return { words: clause, why: '先说了不这样做的坏处', mend: JUST_ASK };
    }
    if (IS_FOUNDATION.test(clause)) {
      return { words: clause, why: '先下了结论', mend: JUST_ASK };
    }
    if (SCENE.test(clause) && !/的[^,]{1,8}(?:很|非常|十分)/u.test(clause)) continue;
    if (MAXIM.test(clause)) return { words: clause, why: '先下了结论', mend: JUST_ASK };
    if (PREDICATE.test(clause)) return { words: clause, why: '先作了判断', mend: JUST_ASK };
  }
  return null;
}
