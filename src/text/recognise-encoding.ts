import { foldCharacters } from './fold.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

export interface DecodedText {
  /** Without a byte-order mark. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Whether no other encoding makes as likely a text of the bytes. */
  readonly isSure: boolean;
}

/** A file of any length shows its encoding in its first few thousand characters. */
const WEIGHED_CHARACTERS = 4_000;
/** How much likelier the best text must be than the next, as a natural logarithm, to be sure. */
const SURE_BY = 6;
/** What speaks for UTF-8 before the text is looked at: other encodings hardly ever happen to be valid in it. */
const UTF8_LEAD = 3;
/** Of a character, taken over a text, as a natural logarithm; what is no text stays below it. */
const LEAST_LIKELY = -11;

/**
 * The text that the bytes most likely mean: a mark decides; else, of the encodings in which they are
 * valid, the one that makes the most likely Chinese of them. Null where they are valid in none, as
 * those of a picture or a program mostly are.
 */
export function recogniseEncoding(bytes: Uint8Array): DecodedText | null {
  const marked = markedEncoding(bytes);
  if (marked === null) return recogniseUnmarked(bytes);
  const text = decodeAs(marked, bytes);
  return text === null ? null : { text, encoding: marked, isSure: true };
}

/** Null where the bytes are not valid in it. */
export function decodeAs(encoding: TextEncoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function markedEncoding([first, second, third, fourth]: Uint8Array): TextEncoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // With two more zeros it is the mark of UTF-32, which is not read.
  const isUtf32 = third === 0 && fourth === 0;
  return first === 0xff && second === 0xfe && !isUtf32 ? 'utf-16le' : null;
}

function recogniseUnmarked(bytes: Uint8Array): DecodedText | null {
  const utf8 = decodeAs('utf-8', bytes);
  if (utf8 !== null && (isAscii(utf8) || isSurelyChinese(utf8))) {
    return { text: utf8, encoding: 'utf-8', isSure: true };
  }
  const weighed = UNMARKED.flatMap((encoding) => {
    const text = encoding === 'utf-8' ? utf8 : decodeAs(encoding, bytes);
    const weight = text === null ? null : weightOf(text, encoding);
    return text === null || weight === null ? [] : [{ text, encoding, weight }];
  });
  const [best, next] = weighed.toSorted((one, other) => other.weight - one.weight);
  if (best === undefined) return null;
  const isSure = next === undefined || best.weight - next.weight >= SURE_BY;
  return { text: best.text, encoding: best.encoding, isSure };
}

const UNMARKED = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;

function isAscii(text: string): boolean {
  return !/[^\u0001-\u007F]/u.test(text);
}

/** Bytes of another encoding that are valid UTF-8 by chance make no Chinese of it, but accented letters. */
function isSurelyChinese(utf8: string): boolean {
  return (utf8.slice(0, WEIGHED_CHARACTERS).match(/\p{Script=Han}/gu)?.length ?? 0) >= 8;
}

/** Null for what any bytes may come to, as they do in UTF-16 without its mark. */
function weightOf(text: string, encoding: TextEncoding): number | null {
  const head = text.slice(0, WEIGHED_CHARACTERS);
  const likelihood = likelihoodOf(head);
  if (encoding === 'utf-8') return likelihood + UTF8_LEAD;
  if (!encoding.startsWith('utf-16')) return likelihood;
  const isAnything = head.includes('\0') || likelihood < LEAST_LIKELY * head.length;
  return isAnything ? null : likelihood;
}

/** Natural logarithms of how likely one character of a kind is in a Chinese text. */
const LIKELY = {
  /** One of some hundred that make up most of any text. */
  common: -6.5,
  /** One of the other 3,755 that GB 2312 holds in its first level. */
  known: -9.5,
  punctuation: -4.5,
  ascii: -4.5,
  accented: -11,
  rare: -14,
  strange: -17,
};

/** Of a Chinese text in either script, as a natural logarithm; comparable between texts of the same bytes. */
function likelihoodOf(text: string): number {
  let sum = 0;
  for (const character of foldCharacters(text)) {
    sum += LIKELY[kindOf(character)];
  }
  return sum;
}

const PUNCTUATION = /[，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕…—·　]/u;
const ASCII = /[\t\n\r -~]/u;
const ACCENTED = /[\u00A1-\u024F]/u;
const HAN = /\p{Script=Han}/u;

function kindOf(character: string): keyof typeof LIKELY {
  if (COMMON.has(character)) return 'common';
  if (ASCII.test(character)) return 'ascii';
  if (PUNCTUATION.test(character)) return 'punctuation';
  if (firstLevel().has(character)) return 'known';
  if (HAN.test(character)) return 'rare';
  return ACCENTED.test(character) ? 'accented' : 'strange';
}

let level: ReadonlySet<string> | undefined;

/** The 3,755 characters of the first level of GB 2312 (rows 16 to 55), the most used of simplified script. */
function firstLevel(): ReadonlySet<string> {
  level ??= new Set(
    Array.from({ length: 40 }, (_, row) =>
      new TextDecoder('gb18030').decode(
        Uint8Array.from({ length: 2 * 94 }, (_, at) =>
          at % 2 === 0 ? 0xb0 + row : 0xa1 + (at >> 1),
        ),
      ),
    )
      .join('')
      .replace(/\P{Script=Han}/gu, ''),
  );
  return level;
}

/** Simplified, the most frequent of general and of official prose; traditional ones are folded first. */
const COMMON = new Set(
  '的一是不了在人有我他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从知全关点正明问机本间现话意工力理体长各员位四五六七八九百千万' +
    '教育培训干部党建政治思想组织管理制度规划实施加强完善推进提高深入坚持落实责任监督评价能力素质课程师资基地网络平台经费保障基层单位部门机关办法规定通知意见要求工作情况应按照依据根据或者及等并由向对被给让使把更最很已再也不非无未没否必须需可以能够愿想希望请谢' +
    '社会经济文化科技农村城市企业事业服务群众人民共产主义新时代特色领导核心精神贯彻学习研究调查报告总结会议讨论决定选举代表委员书记主任省县区市镇乡村街道专业技术人才职务任免考核奖惩公务员法律条款项目标准程序申请审批登记备案期限日内年度月数据信息安全保密内外交流合作发展改革开放创新生态环境资源' +
    '高低多少大小长短先后左右东西南北春夏秋冬水火土木金山河海路车船门户口手头目身心开关入出来去上下回起见听说读写算做造产品质量样式形状性类别级层次第每某该此另其他它她们自己什么怎哪谁几时候处问题原因结果过程方法活动比较特别重要主要基本一般具体直接间接当前今后同样因此所以但是虽然如果只有才就还又都',
);
