import type { CorpusIndex } from '../../retrieval/index/open.ts';
import { withMinutes } from '../minutes.ts';
import { type Item, LONGEST_TITLE, type ShowIf } from '../questionnaire.ts';
import { variantOf } from './audience.ts';
import { type Content, usualContent } from './content.ts';
import type { Drafted } from './drafted.ts';
import { multiple, openText, pair, section, single } from './new-item.ts';
import type { QuestionnaireOrder } from './order.ts';
import { distinct, topicContent } from './topic-content.ts';

const OTHER = '其他（请注明）';
const NOT_SATISFIED = ['很不满意', '不太满意'];
const SATISFIED = [...NOT_SATISFIED, '一般', '比较满意', '非常满意'];
/** What was taught, before and after; a group of scales stays within seven. */
const MOST_TOPICS = 7;
const USUAL_TOPICS = 2;

/**
 * A 班次评估问卷: reaction (Kirkpatrick's first level: 课程设置, 师资, 教学效果, 组织后勤) and learning (the
 * second: mastery before and after). It judges a class; no trainer is named and no learner graded.
 */
export function draftEvaluation(order: QuestionnaireOrder, index: CorpusIndex): Drafted {
  const { contents, remarks } = taught(order, index);
  const items: Item[] = [
    ...courses(),
    ...teachers(),
    ...effects(contents),
    ...logistics(),
    section('part-last', '总体评价与建议'),
    single('overall', '您对本班次总体上满意吗？', SATISFIED),
    openText('advice', '您对改进本班次有什么建议？', {
      hint: '选答。请就课程和组织工作提建议，不要点名评价个人。',
    }),
  ];
  const { kind, audience, purpose } = order;
  const use = purpose === '' ? '改进教学和培训组织工作' : purpose;
  const introduction = withMinutes(items, (minutes) =>
    [
      `为了解${audience}的培训效果，特开展本次评估。`,
      `评估结果用于${use}，只评班次，不评个人。`,
      `填答约需${minutes}分钟，不填姓名。`,
      '请按真实感受填答。结果只作汇总，不足5人的分组不单独列出。',
    ].join(''),
  );
  return {
    questionnaire: { kind, audience, title: titleOf(order), introduction, items },
    remarks,
  };
}

function courses(): Item[] {
  return [
    section('part-courses', '课程设置'),
    single('course-fit', '课程内容与您工作需要的结合程度如何？', [
      ...['很不紧密', '不太紧密', '一般', '比较紧密', '非常紧密'],
    ]),
    single('course-depth', '课程内容的深浅程度如何？', ['太浅', '偏浅', '适中', '偏深', '太深']),
    single('course-pace', '课程安排的松紧程度如何？', ['太松', '偏松', '适中', '偏紧', '太紧']),
  ];
}

function teachers(): Item[] {
  return [
    section('part-teachers', '师资', '请就授课教师的总体情况评价。'),
    single('teacher-clear', '授课教师总体上讲得清楚吗？', [
      ...['很不清楚', '不太清楚', '一般', '比较清楚', '非常清楚'],
    ]),
    single('teacher-practice', '授课内容联系实际的程度如何？', [
      ...['很不紧密', '不太紧密', '一般', '比较紧密', '非常紧密'],
    ]),
  ];
}

function effects(contents: readonly Content[]): Item[] {
  return [
    section(
      'part-effects',
      '教学效果',
      '请就每项内容，按1分至5分评价您参训前和现在的掌握程度，5分最高。没有学过的，可以选“不适用”。',
    ),
    ...contents.map(({ id, text, basis }) => pair(id, text, 'change', basis)),
    single('effect-use', '学到的内容，您估计有多少能用到工作中？', [
      ...['几乎用不上', '少部分能用', '约一半能用', '大部分能用', '几乎都能用'],
    ]),
  ];
}

function logistics(): Item[] {
  const isPoor = (item: string): ShowIf => ({ item, is: NOT_SATISFIED });
  return [
    section('part-logistics', '组织后勤'),
    single('organising', '您对教学组织工作满意吗？', SATISFIED),
    multiple(
      'organising-why',
      '教学组织工作有哪些方面需要改进？',
      ['通知不及时', '日程调整多', '研讨时间不足', '学习资料不全', OTHER],
      3,
      { showIf: isPoor('organising') },
    ),
    single('services', '您对后勤服务满意吗？', [...SATISFIED, '不适用']),
    multiple(
      'services-why',
      '后勤服务有哪些方面需要改进？',
      ['就餐', '住宿', '交通', '教学场地', '网络条件', OTHER],
      3,
      { showIf: isPoor('services') },
    ),
  ];
}

function taught(
  { audience, topics }: QuestionnaireOrder,
  index: CorpusIndex,
): { readonly contents: readonly Content[]; readonly remarks: readonly string[] } {
  const variant = variantOf(audience);
  if (topics.length === 0) {
    const { politics, duties } = usualContent(index, audience, variant);
    return {
      contents: [...politics.slice(0, USUAL_TOPICS), ...duties.slice(0, USUAL_TOPICS)],
      remarks: ['没有写明本班次的课程主题，培训前后对比按对象类别列出常见内容，请换成实际课程。'],
    };
  }
  const given = topics.slice(0, MOST_TOPICS);
  const contents = given.flatMap((topic, at) => {
    // A class taught what its programme says, in its own words.
    const { contents: found } = topicContent(index, topic, at + 1, 1, variant);
    return found.map(({ basis }) => ({ id: `topic-${at + 1}`, text: topic, basis }));
  });
  const left = topics.length - given.length;
  const remarks =
    left > 0 ? [`课程主题最多列${MOST_TOPICS}项，后${left}项没有列入，可以在编辑时替换。`] : [];
  return { contents: distinct(contents), remarks };
}

/** 任职班学员 evaluate 任职班; days from and to are for the order, too long for a title. */
function titleOf({ audience, period }: QuestionnaireOrder): string {
  const whose = audience.replace(/(?<=班)(?:的?学员)$/u, '');
  const name = /班$/u.test(whose) ? whose : `${whose}培训班`;
  const isDated = /^20\d{2}年/u.test(name) || /\d日|至/u.test(period);
  const dated = isDated ? name : `${period}${name}`;
  const titles = [`${dated}评估问卷`, `${name}评估问卷`];
  return titles.find((title) => title.length <= LONGEST_TITLE) ?? '班次评估问卷';
}
