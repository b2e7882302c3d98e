import { RESTRAINS } from './force-words.ts';

/** What a phrase negates. */
export interface Negation {
  /** It forbids: 不得, 严禁, 不能. */
  readonly bans: boolean;
  /** It holds something back: 严控, 防止, or forbids. */
  readonly restrains: boolean;
  /** It says that something is not so, not done, or not needed: 不, 未, 无需, 取消. */
  readonly denies: boolean;
}

/** Bounds of a figure: 不少于, 不得超过. */
const BOUND =
  /不(?:得|应|能|可|宜)?(?:少|低|小|短|多|高|大|长)于|不(?:得|应|能|可)?(?:超过|超出|突破)|不足|不到|不满/gu;
/** Words in which 不, 无, 未 and 非 negate nothing. */
const OTHER_WORDS =
  /不(?:断|同|仅|但|只|过|论|管|如|少|良|懈|忘|久|例外|限于|得不)|不可(?:替代|或缺)|必不可少|坚持不懈|无(?:论|私|畏|缝|偿|形)|未来|未经(?:许可|批准|同意|审批|授权)|除非|非常/gu;
/** That a statement is not strict says something of its force; see `NOT_BINDING`. */
const OF_FORCE =
  /(?:不是|并非|并不|没有|未|不|无)[^，。；]{0,6}(?:硬性|强制|必须|刚性)|不作(?:统一)?要求|不强求/gu;
/** 没去成的 and 不合格的 name whom or what is spoken of. */
const CONDITION =
  /(?:的|时|后|前|者|外)[，,：:]?$|(?<=[\u4e00-\u9fff])的(?=应|须|要|可|按|由|不得)/u;

/** 不可以随意新设 holds back and forbids nothing. */
const AT_WILL = '(?!随意|擅自|任意|随便|盲目|自行)';
const BANS = new RegExp(
  `(?:不得|严禁|禁止|不准|不许|不允许|不可(?!以)|不可以|不能够?|不应当?|不宜)${AT_WILL}|\\b(?:must not|may not|cannot|can not|prohibit\\w*|forbid\\w*|banned)\\b`,
  'iu',
);
const RESTRAINED = /不(?:得|可以?|能|应当?|宜)(?:随意|擅自|任意|随便|盲目|自行)/u;
const DENIES =
  /不(?!得|准|许|允许|可|能|应|宜)|未|没|无(?=须|需|法|从|权)|取消|停止|暂停|终止|免除|放弃|拒绝|放开|放宽|\b(?:not|no longer|never|abolish\w*|cancel\w*)\b/iu;

export function negationOf(phrase: string): Negation {
  const plain = withoutOtherWords(phrase).replace(
    /\bnot (?:required|mandatory|compulsory|obliged|less|more|fewer|exceed\w*)\b/giu,
    ' ',
  );
  const stated = withoutCondition(plain);
  const bans = BANS.test(stated);
  return {
    bans,
    restrains: bans || RESTRAINS.test(plain) || RESTRAINED.test(plain),
    denies: DENIES.test(stated),
  };
}

const NEGATOR = '(?:不再|不予|不得|不能|不可以?|不必|不需要?|不用|不|未|没有|无需|无须|取消|停止)';
const NEGATED = new RegExp(`${NEGATOR}(?:予以?|要|作为)?([\\u4e00-\\u9fff]{2})`, 'gu');

/** Whether one phrase negates the very word that the other states. */
export function negatesWordOf(phrase: string, other: string): boolean {
  return [...withoutOtherWords(phrase).matchAll(NEGATED)].some(([, word = '']) => {
    const stated = new RegExp(`(?<!${NEGATOR}(?:予以?|要|作为)?)${word}`, 'u');
    return stated.test(withoutOtherWords(other));
  });
}

function withoutOtherWords(phrase: string): string {
  return phrase.replace(BOUND, ' ').replace(OTHER_WORDS, ' ').replace(OF_FORCE, ' ');
}

function withoutCondition(phrase: string): string {
  const match = CONDITION.exec(phrase);
  return match === null ? phrase : phrase.slice(match.index + match[0].length);
}
