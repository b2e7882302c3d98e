import { A, MAKE, SEMINAR, SHEETS } from './order-words.ts';
import type { PieceName } from './piece.ts';
import { findMinutes } from './read-minutes.ts';
import { findPeople } from './read-people.ts';

/** A part of a line between two stops. */
export interface Clause {
  readonly text: string;
  /** The stop before it, as it stands. */
  readonly mark: string;
  /** The stop before it ends a sentence. */
  readonly opensSentence: boolean;
  /** The piece that it names itself, such as 人数：40; null where it names none. */
  readonly label: PieceName | null;
}

const LABELS: readonly (readonly [PieceName, string])[] = [
  ['topic', '(?:研讨)?(?:主题|题目|课题)'],
  ['audience', '(?:参训|研讨|培训)?(?:对象|学员|班次)'],
  ['people', '(?:参训|参加|研讨)?人数'],
  ['minutes', '(?:研讨)?(?:时间|时长|用时)'],
  ['method', '(?:研讨)?(?:方法|形式|方式)'],
  ['situation', '(?:本地|当地|我县|我市|本单位|实际|基本)?(?:情况|背景|现状)'],
];
const LABELLED = new RegExp(
  `^(?:${LABELS.map(([, words], at) => `(?<l${at}>${words})`).join('|')})\\s*(?:[:：]|是(?!否))\\s*(?<rest>[\\s\\S]+)$`,
  'u',
);

/** In what is known to be an order, a seminar that is to be held is one too. */
const DO = `(?:${MAKE}|组织|安排|开)`;
const KIT = `${SEMINAR}${SHEETS}?`;
const POLITE = '(?:请|麻烦|烦请)?(?:你|您)?(?:帮我们?|帮忙|给我们?|替我们?|我们?想|我们?要)?';
/** 研讨方案：, 结构化研讨, at the head of an order. */
const OPENER = new RegExp(`^${POLITE}(?:${DO}(?:${A})?)?${KIT}\\s*(?:[:：，,。\\s]\\s*|$)`, 'u');
/** 关于经费保障的研讨方案. */
const NAMED = new RegExp(`^(?:关于|围绕|针对)(?<topic>[^，,。]{2,}?)的?${KIT}$`, 'u');
/** 给科级干部班做一个关于经费保障的研讨方案. */
const IN_A_SENTENCE = new RegExp(
  `^${POLITE}(?:[给为替](?<audience>[^给为替做写编，,。]{2,40}?))?${DO}(?:${A})?` +
    `(?:(?:关于|围绕|针对|聚焦|以)?(?<topic>[^，,。]{2,}?)(?:为(?:主)?题|这个(?:主题|题目|问题))?的?)?${KIT}$`,
  'u',
);

/** The clauses of an order, without the words that ask for one. */
export function clausesOf(text: string): readonly Clause[] {
  const joined = text
    .replace(OPENER, '')
    .replace(/[（(]([^（()）]{1,60})[）)]/gu, withoutBrackets)
    // A number and its unit are one word, and so are the figures of a large one.
    .replace(/(\d)\s+(?=[人名位个多余来小时分钟天节课学])/gu, '$1')
    .replace(/(\d)[,，](?=\d{3}\s*[人名位])/gu, '$1');
  return split(joined).flatMap(opened);
}

/** 年轻干部不愿下基层（中青班，42人）: what stands in brackets with a number is a piece like others. */
function withoutBrackets(whole: string, inside: string): string {
  const isPiece = findPeople(inside).length + findMinutes(inside).length > 0;
  return isPiece ? `，${inside}，` : whole;
}

const STOP = /[，,。；;！!？?\n|｜]+|(?<!\d)\s*\/\s*|(?<=[^\sa-z])\s+(?=[^\sa-z])/giu;
/** 、 parts the pieces only where nothing else does. */
const LIST_STOP = /、/gu;
const MANY_LISTED = 3;

function split(text: string): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let mark = '';
  const add = (end: number) => {
    const words = text.slice(from, end).trim();
    if (words !== '')
      clauses.push(
        named({ text: words, mark, label: null, opensSentence: /[。！!？?\n]/u.test(mark) }),
      );
  };
  const listed = [...text.matchAll(LIST_STOP)];
  const isListed = listed.length >= MANY_LISTED && text.search(STOP) < 0;
  for (const stop of isListed ? listed : text.matchAll(STOP)) {
    // A question mark belongs to what it ends.
    const own = /^[？?]/u.test(stop[0]) ? 1 : 0;
    add(stop.index + own);
    from = stop.index + stop[0].length;
    mark = stop[0];
  }
  add(text.length);
  return clauses;
}

function named(clause: Clause): Clause {
  const groups = LABELLED.exec(clause.text)?.groups;
  const at = LABELS.findIndex((_, position) => groups?.[`l${position}`] !== undefined);
  const label = LABELS[at]?.[0];
  return label === undefined || groups?.rest === undefined
    ? clause
    : { ...clause, label, text: groups.rest.trim() };
}

/** A sentence that asks for a kit is the pieces that it names. */
function opened(clause: Clause): Clause[] {
  if (clause.label !== null) return [clause];
  const groups = (IN_A_SENTENCE.exec(clause.text) ?? NAMED.exec(clause.text))?.groups;
  if (groups === undefined) return [clause];
  const { audience, topic } = groups;
  return [
    ...(audience === undefined ? [] : [{ ...clause, label: 'audience' as const, text: audience }]),
    ...(topic === undefined ? [] : [{ ...clause, label: 'topic' as const, text: topic }]),
  ];
}

const CLASS = /(?:班|培训班|研修班|研讨班|学员)$/u;
const PEOPLE =
  /(?:干部|人员|教师|同志|书记|主任|局长|科长|处长|校长|院长|公务员|党员|骨干|负责人|职工|群众|村民|青年|[员户者师]|[乡镇县区市所站]长|代表|委员|领导|班子成员|队伍)$/u;
const TELLS =
  /怎|如何|为何|什么|哪|多少|办好|办实|办班|走过场|不足|不够|不高|不强|没有|问题|落实|加强|提高|解决|做好|推进|建设|保障|培养|选派/u;
const LONGEST_AUDIENCE = 40;

/**
 * Whether words name who takes part.
 *
 * @param hasTopic what it is about is said elsewhere, so that 科级干部 alone is no topic
 */
export function namesAudience(text: string, hasTopic: boolean): boolean {
  if ([...text].length > LONGEST_AUDIENCE || TELLS.test(text)) return false;
  return CLASS.test(text) || (hasTopic && PEOPLE.test(text));
}

const GROUPING =
  /^(?:分成?|共|一共)?(?:每(?:个?小?组|桌)\S{1,6}人|\S{1,4}人(?:一组|一桌)|(?:分成?)?[\d一二两三四五六七八九十]+(?:个|大)?小?组)(?:左右)?$/u;

const DAY =
  /^(?:\d{4}年)?[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}[日号]?(?:[（(]?(?:周|星期)[一二三四五六日天][)）]?)?(?:上午|下午|晚上)?$/u;

/** What is told of a clause that an order has no piece for; null where it is none. */
export function noPieceFor(text: string): string | null {
  if (GROUPING.test(text)) return `分组由助手按人数安排，“${text}”没有采用。`;
  if (DAY.test(text)) return `日期“${text}”请在方案做好以后，在“班次和日期”中填写。`;
  return /^\d{1,4}$/u.test(text) ? `“${text}”没有写明是人数还是时长，没有采用。` : null;
}

const LOCAL =
  /^(?:(?:我们?|本|咱们?|俺们?)(?:这里|这边|这儿|县|市|区|省|州|旗|盟|局|委|校|院|乡|镇|单位|地|部门|处|街道|系统|行|班|们)|目前|当前|眼下|现在|去年|今年|前年|近年|近几年|近期|最近|前期|实际|现状|因为|由于|但|不过|另外|此外|其中|上级)/u;

/** Whether a clause begins to tell how things are where the trainer works. */
export function opensSituation(text: string): boolean {
  return LOCAL.test(text);
}
