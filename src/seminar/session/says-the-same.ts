/** A text as it is compared, as a whole and clause by clause. */
export interface Compared extends Plain {
  /** None where it is one clause. */
  readonly clauses: readonly Plain[];
}

/** Words without what says nothing, with one word for each thing. */
interface Plain {
  readonly characters: ReadonlyMap<string, number>;
  readonly bigrams: ReadonlySet<string>;
  readonly length: number;
}

/** Ways of saying one thing in lists of problems; to the left in the order in which they are put. */
const ONE_WORD: readonly (readonly [RegExp, string])[] = [
  [/走过场|走形式|流于形式|搞形式|形式主义|形式化|走马观花/gu, '形式'],
  [/重视程度|重视力度/gu, '重视'],
  [/不重视/gu, '重视不足'],
  [/师资力量|师资队伍|教师队伍|教师力量|老师|教师/gu, '师资'],
  [/(?:经费|资金)(?:投入|保障)?/gu, '经费'],
  [/调查研究|调研工作/gu, '调研'],
  [/方法|手段/gu, '方式'],
  [/(?<=矛盾)(?:很?大|较大|尖锐|明显)/gu, '突出'],
  [/没有|没(?=\p{L})|缺乏|缺少|短缺|紧缺|匮乏|欠缺|不够|偏少|太少|过少|较少|稀缺/gu, '不足'],
  [/不高|不强|不大|偏低|较低|低下|薄弱|较弱|偏弱|较差|很差|太差/gu, '不足'],
  [/太多|偏多|较多/gu, '过多'],
  [/单调/gu, '单一'],
  [/不符合|不相符|不符|不匹配|不对口|不贴合|脱离/gu, '脱节'],
  [/不健全|不完备/gu, '不完善'],
  [/不及时|迟缓/gu, '滞后'],
  [/积极性|主动性|热情/gu, '积极性'],
];
const SAYS_NOTHING =
  /需求(?=调研)|之间|相关|有关|我们|我县|我市|我单位|本单位|目前|当前|现在|存在|问题|现象|情况|方面|比较|较为|非常|十分|特别|严重|有点|有些|往往|普遍|一些|[的了着很太各到和及与]/gu;
/** A word more or less of these turns a text into another, or its opposite. */
const TURNS = /[不没无未非难缺少别勿]/u;
/** So do these, where a long text differs from another in them alone. */
const SETS_APART =
  /[0-9一二三四五六七八九十百省市县区乡镇村上下多高低早晚大小长短新老前后内外教学师员生领群男女]/u;

/** How much of the longer text the shorter one must be. */
const LEAST_SHARE = 0.6;
/** Bigrams of the shorter text that stand in the longer one: the same characters say one thing. */
const LEAST_IN_ORDER = 0.5;
/** From this length on, texts may each have something of their own. */
const LONG = 10;
const MOST_OF_ITS_OWN = 3;
const LEAST_DICE = 0.75;

const CLAUSE_END = /[，,；;。：:！!？?]+/u;
/** A clause that stands for a whole text: this many characters, and this part of the other text. */
const SHORTEST_CLAUSE = 5;
const LEAST_OF_CLAUSE = 0.4;

export function compared(text: string): Compared {
  const whole = plain(text);
  const clauses = text.normalize('NFKC').split(CLAUSE_END).map(plain);
  const said = clauses.filter(
    ({ length }) => length >= SHORTEST_CLAUSE && length >= LEAST_OF_CLAUSE * whole.length,
  );
  const isOne = clauses.filter(({ length }) => length > 0).length === 1;
  return { ...whole, clauses: isOne ? [] : said };
}

function plain(text: string): Plain {
  let words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  for (const [many, one] of ONE_WORD) words = words.replace(many, one);
  const left = words.replace(SAYS_NOTHING, '');
  const characters = new Map<string, number>();
  const all = [...(left === '' ? words : left)];
  for (const one of all) characters.set(one, (characters.get(one) ?? 0) + 1);
  const bigrams = new Set(all.slice(1).map((one, at) => `${all[at]}${one}`));
  return { characters, bigrams, length: all.length };
}

/**
 * How surely two texts say the same, from 0 to 1; 0 where they may say different things. 经费不足 and 师资不足 share
 * half of their characters and nothing of their sense, so a text may add to another, and only long
 * ones may each have something of their own. A text of one clause is also like a text that says the
 * same in one of several.
 */
export function saysTheSame(one: Compared, other: Compared): number {
  const whole = plainlyTheSame(one, other);
  if (whole > 0 || (one.clauses.length > 0 && other.clauses.length > 0)) return whole;
  const [single, several] = one.clauses.length === 0 ? [one, other] : [other, one];
  const best = Math.max(0, ...several.clauses.map((clause) => plainlyTheSame(single, clause)));
  return LESS_FOR_A_CLAUSE * best;
}

/** What is alike as a whole comes first. */
const LESS_FOR_A_CLAUSE = 0.5;

function plainlyTheSame(one: Plain, other: Plain): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 3) return short.length === long.length && ofItsOwn(short, long) === '' ? 1 : 0;
  const shared = sharedBigrams(short, long);
  if (shared < LEAST_IN_ORDER * short.bigrams.size) return 0;
  const dice = (2 * shared) / (short.bigrams.size + long.bigrams.size);
  const [ofShort, ofLong] = [ofItsOwn(short, long), ofItsOwn(long, short)];
  if (TURNS.test(ofShort + ofLong)) return 0;
  if (ofShort === '') return short.length >= LEAST_SHARE * long.length ? Math.max(dice, 0.5) : 0;
  const isSlight =
    short.length >= LONG &&
    [...ofShort].length <= MOST_OF_ITS_OWN &&
    [...ofLong].length <= MOST_OF_ITS_OWN &&
    !SETS_APART.test(ofShort + ofLong);
  return isSlight && dice >= LEAST_DICE ? dice : 0;
}

function sharedBigrams(short: Plain, long: Plain): number {
  let shared = 0;
  for (const bigram of short.bigrams) if (long.bigrams.has(bigram)) shared++;
  return shared;
}

/** Characters that the other text has not, or not as often. */
function ofItsOwn(text: Plain, other: Plain): string {
  let own = '';
  for (const [character, count] of text.characters) {
    own += character.repeat(Math.max(0, count - (other.characters.get(character) ?? 0)));
  }
  return own;
}
