import type { CorpusIndex } from '../../retrieval/index/open.ts';
import { findPassages } from '../../retrieval/search.ts';
import { phrasesOf } from '../../text/sentences.ts';
import type { ItemBasis } from '../questionnaire.ts';
import { bankContent, type Content } from './content.ts';
import { findBasis, type WordsPlace } from './find-basis.ts';
import type { Variant } from './order.ts';

export interface TopicContent {
  readonly topic: string;
  readonly contents: readonly Content[];
  /** Whether the approved text names the topic itself. */
  readonly isNamed: boolean;
}

/**
 * Sides of a topic that has several items, by what the topic is: a stand to take, a skill, or a matter.
 * The third is left out where a named item asks for it already.
 */
const SIDES: readonly {
  readonly of: RegExp;
  readonly joint: string;
  readonly sides: readonly string[];
}[] = [
  {
    of: /党性|党规|党纪|精神|信念|作风|宗旨|理论|思想|忠诚|修养|意识(?!形态)|观$|价值观|纪律|廉洁|廉政|道德|传统/u,
    joint: '的',
    sides: ['核心内容', '基本要求', '实践运用', '典型案例'],
  },
  {
    of: /写作|礼仪|沟通|协调|管理|技能|技术|技巧|演讲|表达|应对|处置|操作|应用|调研|调查|研究|方法|统计|分析|谈判|执法|办理|教学|备课|开发|制作|评估|组织/u,
    joint: '的',
    sides: ['规范要求', '基本方法', '实际操作', '典型案例'],
  },
  { of: /./u, joint: '方面的', sides: ['政策规定', '基础知识', '工作方法', '典型案例'] },
];
/** Asked as it stands. */
const IS_QUESTION = /[？?]|哪|怎|如何|什么|为何|吗$/u;
const TAIL = /(?<=.{2})(?:能力|水平|本领|方面|培训|知识)$/u;
/** Of the bank and of clauses, what names the topic, before the sides of it. */
const MOST_NAMED = 3;
const PASSAGES = 8;
/** What is left of a longer topic (群众 of 群众工作) tells of it from this length on. */
const TELLING = 3;
const AROUND = /^(?:关于|围绕|提升|提高|增强|加强|培养|学习)/u;
const BEHIND = /(?:方面|能力|工作|知识|水平|素养|本领|建设|培训|专题|问题|内容)+$/u;
/** Chapters on how training is run; they ask for no content of those who are trained. */
const ON_TRAINING = /培训(?:资源|保障|机构|体系|质量|数字化)|组织领导/u;
const ASKS_OF_TRAINING = /培训|教学|师资|课程|教材|学员|班次|学风|党校|行政学院|研讨|案例/u;
const VERB =
  /^(?:加强|完善|推进|推行|健全|建立|强化|提升|提高|深化|规范|开展|用好|抓好|改进|优化|探索|发挥|运用)/u;
/** A clause of several ideas asks two things in one. */
const SEVERAL = /[、和与及“”（）《》\d]|等$/u;

/**
 * Content items for a topic that was given: what of the bank and of the approved text names it, its
 * sides, then what is related to it.
 *
 * @param number counts topics from 1, for ids
 */
export function topicContent(
  index: CorpusIndex,
  topic: string,
  number: number,
  most: number,
  variant: Variant,
): TopicContent {
  const core = coreOf(topic);
  const isNamed = namedAt(index, topic, core);
  const bank = bankContent(index, topic, variant);
  const isOn = ({ text, basis: held }: Content) =>
    text.includes(core) || (held?.text.includes(core) === true && held.text.length < 24);
  const named = distinct([...bank.filter(isOn), ...clauses(index, topic, core, number)]);
  // Beside its sides, the topic itself would ask the same again.
  const besides = named.filter(({ text }) => most === 1 || text !== topic);
  const first = besides.slice(0, most === 1 ? 1 : MOST_NAMED);
  const basis = isNamed ?? named[0]?.basis ?? null;
  const sides = sidesOf(topic, number, most - first.length, basis, first.length > 0);
  const related = bank.filter((one) => !isOn(one));
  return {
    topic,
    contents: distinct([...first, ...sides, ...related]).slice(0, most),
    isNamed: basis !== null,
  };
}

/** A topic without what says nothing of it: 提升数字化能力 is about 数字化. */
function coreOf(topic: string): string {
  const core = topic.replace(AROUND, '').replace(BEHIND, '');
  return core.length > 1 ? core : topic;
}

function sidesOf(
  topic: string,
  number: number,
  most: number,
  basis: ItemBasis | null,
  hasNamed: boolean,
): Content[] {
  if (most < 1) return [];
  if (!hasNamed && (most === 1 || IS_QUESTION.test(topic))) {
    return [{ id: `topic-${number}`, text: topic, basis }];
  }
  if (IS_QUESTION.test(topic)) return [];
  const name = topic.replace(TAIL, '');
  const kind = SIDES.find(({ of }) => of.test(topic));
  return (kind?.sides ?? [])
    .map((side, at) => ({
      id: `topic-${number}-${at + 1}`,
      text: `${name}${kind?.joint}${side}`,
      basis,
    }))
    .filter((_, at) => !hasNamed || at !== 2)
    .slice(0, most);
}

/** The item of a row, or the phrase, in which the approved text names the topic. */
function namedAt(index: CorpusIndex, topic: string, core: string): ItemBasis | null {
  const isWanted = contentOf(topic);
  const found =
    findBasis(index, topic, isWanted) ??
    (core.length < TELLING ? null : findBasis(index, core, isWanted));
  if (found === null) return null;
  const text = index.store.materialText(found.material) ?? '';
  const stop = /[、，；。：！？\n（）]/u;
  let { start } = found;
  let end = start + found.text.length;
  while (start > 0 && !stop.test(text[start - 1] ?? '。')) start--;
  while (end < text.length && !stop.test(text[end] ?? '。')) end++;
  return { ...found, start, text: text.slice(start, end) };
}

/** Named as a means (通过…等形式), it is no content. */
const IS_MEANS = /等(?:形式|方式|方法|措施)/u;

function contentOf(topic: string): (place: WordsPlace) => boolean {
  const isOnTraining = ASKS_OF_TRAINING.test(topic);
  return ({ headings: [chapter = ''], phrase }) =>
    isOnTraining || (!ON_TRAINING.test(chapter) && !IS_MEANS.test(phrase));
}

/** Tasks of the sections that a topic is the heading of, and rows that it is the name of. */
function clauses(index: CorpusIndex, topic: string, core: string, number: number): Content[] {
  const isWanted = contentOf(topic);
  const passages = findPassages(index, topic, PASSAGES, '政策文件').map(({ passage }) => passage);
  const found = passages
    .filter(({ headings, place }) => isWanted({ headings, phrase: '' }) && place !== '标题')
    .flatMap(({ text, headings }) => {
      const isHeading = headings.at(-1)?.includes(core) === true;
      return phrasesOf(text, { start: 0, end: text.length }).flatMap(({ start, end }) => {
        const phrase = text.slice(start, end).replace(/[，；。：！？]+$/u, '');
        return [...rowOf(phrase, core), ...(isHeading && isTask(phrase) ? [phrase] : [])].map(
          (words) => ({ words, phrase }),
        );
      });
    });
  return found.flatMap(({ words, phrase }, at) => {
    const basis = findBasis(index, phrase, isWanted);
    return basis === null ? [] : [{ id: `topic-${number}-text-${at + 1}`, text: words, basis }];
  });
}

function isTask(phrase: string): boolean {
  return phrase.length >= 6 && phrase.length <= 22 && VERB.test(phrase) && !SEVERAL.test(phrase);
}

/** `加强信息技术、人工智能等新知识新技能学习培训` holds 信息技术 and 人工智能 of 新知识新技能. */
function rowOf(phrase: string, core: string): string[] {
  const [, row = '', name = ''] = /^(.+、.+)等(.+)$/u.exec(phrase) ?? [];
  if (!name.includes(core)) return [];
  return row
    .split('、')
    .map((one) => one.replace(/^重点/u, '').replace(VERB, ''))
    .filter((one) => one.length > 1 && one.length <= 16 && !SEVERAL.test(one));
}

/** Without those that say the same. */
export function distinct(contents: readonly Content[]): Content[] {
  const said = new Set<string>();
  return contents.filter(({ text }) => !said.has(text) && said.add(text));
}
