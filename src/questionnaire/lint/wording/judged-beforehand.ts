import type { Asked } from '../asked.ts';
import { FAINT_BLAME, FOUNDATIONS, MAJORITY, PRAISE, THREAT } from './evaluative-words.ts';

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
  /希望|期望|期待|想要|需要|最|哪|什么样|怎样才|如何(?!评价|看待)|是否[具存]?有|有没有|够不够|推荐|评选|选出|提升|提高|打造|选树/u;
const ASKS =
  /什么|哪|多少|多[大长久]|几|如何|怎|是否|能否|有没有|吗|呢|谁|(.)不\1|[您你]|请|希望|评价/u;
const SCENE =
  /^(?:如果|若|如|假如|要是|无论|不论|除|对于?|关于|就|当|在|从|结合|根据|围绕|针对|按|自|与|和)/u;
const BEFORE_NOUN = new RegExp(`(?:${PRAISE}|${FAINT_BLAME})的(?!程度)(?=[\\p{L}“《])`, 'u');
const PREDICATE = new RegExp(
  `(?:${PRAISE}|${FAINT_BLAME}|(?:很|非常|十分|特别|极其?|最|更|颇|相当|愈发|越来越|远)(?:好|高|强|优|佳|大|差|低|弱|糟|便利|方便|丰富|扎实|深厚|渊博|敬业|负责|辛苦|实用|有效|有益|重要|必要|迫切|严重|明显|显著|突出|先进|成功|满意|受欢迎|合理|生动|精彩|枯燥|落后))(?:了|的)?$`,
  'u',
);
/** 干部教育培训是战略性工程，…… */
const IS_FOUNDATION = new RegExp(
  `^[^,。?]{2,14}(?<![不还可但而若要只就正])是[^,。?]{2,20}(?:${FOUNDATIONS})$`,
  'u',
);
/** 一流的干部需要一流的培训，……; 只有……才能……. */
const MAXIM =
  /^(?!您|你|本|贵|所在|我)[^,。?]{2,16}(?:需要|离不开|呼唤|要靠|靠的是|取决于|来自于?)[^,。?]{2,16}$/u;
const GOOD_THING =
  /(?:像)?(?:这样|如此|这么)[^,。?您你的]{1,5}的(?=[^,。?]{0,4}(?:课|培训|班|活动|讲座|平台|老师|教师|教材|机会|安排))|的好(?:举措|做法|政策|制度|决策|平台|机会|传统|风气|榜样)/u;
const MOST_DO = new RegExp(`^${MAJORITY}[^,。?]{1,}`, 'u');
const THREAT_WORDS = new RegExp(THREAT, 'u');
/** Asks what one thinks of the thing, and not how much of it there should be. */
const JUDGED =
  /满意|评价|印象|感受|看法|态度|怎么看|怎样看|如何看|觉得|喜欢|愿意|支持|同意|赞成|认可|保留|改为|推荐|意见|打[^,。?]{0,2}分|提高|收获|欢迎|现象/u;

/** Null where nothing is judged before the question; where a word stands decides. */
export function judgedBeforehand({ bare }: Asked): Beforehand | null {
  return adjective(bare) ?? statement(bare);
}

/** 生动直观的现场教学: an adjective that nobody was asked about. */
function adjective(bare: string): Beforehand | null {
  for (const clause of bare.split(/[,。;?]/u)) {
    const adjective = JUDGED.test(bare) ? BEFORE_NOUN.exec(clause) : null;
    const found = adjective ?? GOOD_THING.exec(clause);
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
