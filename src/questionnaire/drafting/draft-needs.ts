import type { CorpusIndex } from '../../retrieval/index/open.ts';
import { withMinutes } from '../minutes.ts';
import { type Item, isQuestion, LONGEST_TITLE, type Questionnaire } from '../questionnaire.ts';
import { variantOf } from './audience.ts';
import { type Content, usualContent } from './content.ts';
import type { Drafted } from './drafted.ts';
import { arrangement } from './needs/arrangement.ts';
import { bandsFor } from './needs/bands.ts';
import { obstaclesAndAdvice, pastTraining, unitNeeds } from './needs/standing-items.ts';
import { pair, section } from './new-item.ts';
import type { QuestionnaireOrder } from './order.ts';
import { distinct, topicContent } from './topic-content.ts';

/** Content items in all, so that the questionnaire stays within twenty questions. */
const MOST_CONTENT = 8;
/** More than this is told to whoever drafts. */
const MOST_QUESTIONS = 20;
/** More scales in a row lose people. */
const LONGEST_GROUP = 7;
const SCALE_HINT =
  '请就每项内容，按1分至5分评价它对您做好本职工作的重要程度和您目前的掌握程度，5分最高。与您的工作无关的，可以选“不适用”。';

interface Group {
  readonly title: string;
  readonly contents: readonly Content[];
}

/** A 培训需求问卷: importance and mastery of what could be taught, how and when, and what stands in the way. */
export function draftNeeds(order: QuestionnaireOrder, index: CorpusIndex): Drafted {
  const variant = variantOf(order.audience);
  const bands = bandsFor(order.audience, variant);
  const { groups, remarks } = contentGroups(order, index);
  const items: Item[] = [
    section('part-base', '基本信息', '只用于分类汇总。'),
    ...bands.items,
    ...pastTraining(),
    ...groups.flatMap(groupItems),
    ...arrangement(index, variant),
    ...unitNeeds(index, bands.heads, variant),
    ...obstaclesAndAdvice(variant),
  ];
  const { kind, audience } = order;
  const questionnaire = { kind, audience, title: titleOf(order), items };
  const count = items.filter(isQuestion).length;
  const tooLong = `问卷有${count}题，超过${MOST_QUESTIONS}题，请删减主题或者次要的题目。`;
  return {
    questionnaire: { ...questionnaire, introduction: introductionOf(order, items) },
    remarks: count > MOST_QUESTIONS ? [...remarks, tooLong] : remarks,
  };
}

function groupItems({ title, contents }: Group, at: number): Item[] {
  return [
    section(`part-content-${at + 1}`, title, SCALE_HINT),
    ...contents.map(({ id, text, basis }) => pair(id, text, 'need', basis)),
  ];
}

function contentGroups(
  { audience, topics }: QuestionnaireOrder,
  index: CorpusIndex,
): { readonly groups: readonly Group[]; readonly remarks: readonly string[] } {
  const variant = variantOf(audience);
  if (topics.length === 0) {
    const { politics, duties } = usualContent(index, audience, variant);
    const groups = [
      { title: '内容需求：理论与政治素养', contents: politics },
      { title: '内容需求：履职能力', contents: duties },
    ].filter(({ contents }) => contents.length > 0);
    const isBare = groups.length === 0;
    return {
      groups,
      remarks: isBare ? ['现有资料中没有可用的培训内容，请补充主题后重新起草。'] : [],
    };
  }
  const found = topics.map((topic, at) =>
    topicContent(index, topic, at + 1, shareOf(at, topics.length), variant),
  );
  const contents = distinct(found.flatMap((one) => one.contents));
  const remarks = found.flatMap(({ topic, isNamed }) =>
    isNamed
      ? []
      : [`现有资料没有把“${topic}”列为培训内容，“${topic}”本身的题目不标注依据，请自行核定。`],
  );
  return { groups: inGroups(contents), remarks };
}

/** Items of the topic at a place among `count` topics; each has one at least. */
function shareOf(at: number, count: number): number {
  const each = Math.floor(MOST_CONTENT / count);
  return Math.max(1, each + (at < MOST_CONTENT % count ? 1 : 0));
}

function inGroups(contents: readonly Content[]): Group[] {
  const count = Math.ceil(contents.length / LONGEST_GROUP);
  const size = Math.ceil(contents.length / count);
  return Array.from({ length: count }, (_, at) => ({
    title: count === 1 ? '内容需求' : `内容需求（${'一二三四五六七八九十'[at] ?? at + 1}）`,
    contents: contents.slice(at * size, (at + 1) * size),
  }));
}

function titleOf({ audience, period, topics }: QuestionnaireOrder): string {
  const [topic = ''] = topics.length === 1 ? topics : [];
  const about = /需求调研/u.test(topic) ? '' : topic.replace(/培训$/u, '');
  const titles = [
    `${audience}${period}${about}培训需求调研问卷`,
    `${audience}培训需求调研问卷`,
    '干部教育培训需求调研问卷',
  ];
  return titles.find((title) => title.length <= LONGEST_TITLE) ?? '培训需求调研问卷';
}

function introductionOf(
  { audience, period, purpose }: QuestionnaireOrder,
  items: readonly Item[],
): Questionnaire['introduction'] {
  const whose = `${audience}${period === '' ? '' : period}`;
  const use = purpose === '' ? '改进培训安排' : purpose;
  const hasHeads = items.some(({ showIf }) => showIf !== null);
  return withMinutes(items, (minutes) =>
    [
      `为了解${whose}培训需求，特开展本次调研。`,
      `调研结果用于${use}，不用于评价干部个人。`,
      `填答约需${minutes}分钟，不填姓名${hasHeads ? '，其中个别题目只请负责人填写' : ''}。`,
      '请结合本人工作实际填答。结果只作汇总，不足5人的分组不单独列出。',
    ].join(''),
  );
}
