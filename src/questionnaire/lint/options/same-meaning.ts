import { inCommonWords } from './everyday-synonyms.ts';
import { foldSynonyms } from './synonyms.ts';

/** Words that hold a phrase together, and say nothing of what it is about. */
const HOLDS_TOGETHER = /以及|进行|开展|有关|相关|关于|[的了和与跟及等]/gu;
/** 课程太难 and 课程比较难; at the beginning it may be the answer itself. */
const DEGREE = /(?<=.)(?:比较|过于|太|较|很|偏)(?=[^\d])/gu;
/** 互动少 and 缺乏互动. */
const TOO_FEW = /(?<=..)(?:次数|数量)?(?:少|有限|不多|缺)$/u;
/** 开座谈会, 听讲座: nothing else is done with it. */
const LIGHT_VERB = /^(?:开|搞|做|听)(?=..)/u;
const KIND_OF = /(?<=..)(?:教学法|授课法|法|方式|方法|形式|类|式教学|教学|方面)$/u;
/** 工作忙，走不开: the one says the other. */
const BUSY_SO = /忙(?:工作)?走不开|走不开(?=.*忙)/u;
/** Who does what to whom, or what comes first: the order tells. */
const DIRECTED =
  /[对向给促带比到转为先后由从把被评译自而管前于]|引领|指导|服务|支持|推动|影响|优先|教(?![师学育材])/u;

/**
 * What an option means, for comparison alone: equal for options that say the same in other words,
 * or in another order (公文写作, 写公文).
 */
export function meaningOf(option: string, isKind: boolean): string {
  const told = option.replace(/\([^()]*\)|[^\p{L}\p{N}]/gu, '');
  const common = inCommonWords(told).replace(HOLDS_TOGETHER, '');
  const plain = foldSynonyms(isKind ? foldSynonyms(common).replace(DEGREE, '') : common)
    .replace(LIGHT_VERB, '')
    .replace(BUSY_SO, '忙')
    .replace(TOO_FEW, '缺')
    .replace(KIND_OF, '');
  return DIRECTED.test(plain) ? plain : [...plain].sort().join('');
}
