import { cleanWords } from '../../text/clean-words.ts';
import type { QuestionnaireKind } from '../questionnaire.ts';
import type { QuestionnaireOrder } from './order.ts';

/** What a line says of an order; null: nothing was said. */
export type QuestionnairePieces = {
  readonly [Name in keyof QuestionnaireOrder]: QuestionnaireOrder[Name] | null;
};

/** Characters; an order says what it wants before. */
const LONGEST_LINE = 500;
const STOP = '，,。；;：:！!？?\\n';
const END = `[^${STOP}]+`;

/** What goes on behind a topic with what is to be done. */
const BEHIND_TOPIC =
  /(?:方面)?的?(?:培训的?需求|需求|问卷|调研|(?:来)?(?:起草|设计|做|出)(?:一|个|问|调)).*$/u;
/** A clause of nothing but a name, or a row of names. */
const IS_NAME = /^[\p{Script=Han}]{2,12}(?:、[\p{Script=Han}]{2,12})*$/u;
/** What stands where a topic might, and is none. */
const IS_NO_TOPIC =
  /^(?:干部|教育|培训|做|问卷|调研|开展|.*(?:问卷|机关|单位|部门|系统|同志|人员|干部))$|^(?:[一这那本该]|我|请)/u;
/** It speaks to the assistant. */
const ASKS =
  /问卷|需求|调[研查](?!研究)|评估|[要用请谢好吗吧呢啊快急我你您给把发改换再先帮想办做]|一[份个期张套]|^关于|^开展/u;

const LABELS = {
  audience: /(?:调研|评估|培训|面向)?(?:对象|范围)\s*(?:是|为|[:：])\s*/u,
  topics: /(?:培训|课程)?(?:主题|专题|内容|课程)\s*(?:是|为|有|包括|[:：])\s*/u,
  purpose: /(?:用途|目的)\s*(?:是|为|[:：])\s*(?:用于|为了)?/u,
  period: /(?:时间|时段|年度|期间)\s*(?:是|为|[:：])\s*/u,
} as const;

const PURPOSE = new RegExp(
  `(?:用于|用来|用作|以便|为了|(?<=^|[${STOP}\\s])为(?=编制|制定|制订|做好|安排|筹备|谋划|改进))([^${STOP}]+?)(?:的(?=[^${STOP}]*问卷)|(?=[${STOP}])|$)`,
  'u',
);
const PERIOD =
  /20\d{2}\s*(?:[-—－~～至到]\s*20\d{2})?\s*年(?:度|上半年|下半年|第?[一二三四1-4]季度|\d{1,2}月份?|[春秋]季)?|今年|明年|后年|本年度|下一?年度/u;
/** Words that name a group of people, or a class, by their ends. */
const PEOPLE =
  /[\p{Script=Han}\dA-Za-z（）()“”—、]*?(?:干部(?!教育|网络|学院|人才)|人员|人才|公务员|教师|校长|医生|护士|工程师|工作者|负责人|负责同志|书记|骨干|选调生|组织员|网格员|辅导员|领导班子|班子成员|(?:进修|研修|研讨|培训|轮训|任职|专题|主体|初任|中青|青干|示范)班)(?:[\p{Script=Han}]{0,6}?班(?!次|子))?(?:(?:和|及|、)[\p{Script=Han}]{1,8}?(?:干部|人员|教师|负责人|书记|公务员))*/u;
/** What stands before the people: whoever asks, and for what. */
const BEFORE_PEOPLE =
  /^.*(?:一份|一个|一张|一套|一下|起草|设计|编写|制作|草拟|拟订|生成|面向|针对|关于|给|开展|想办|举办|(?<!第)一期|了解|调查|调研一下|调研|问问|帮我|帮忙|我要|我想|需要|请)/u;
const ONE_WORD_BEFORE = /^(?:在|就|做|出|为|对|向|写|发|搞|编|拟|的)/u;

/** A line such as `给县处级干部做一份关于数字化能力的培训需求问卷，用于2027年计划`, in pieces. */
export function readOrder(raw: string, thisYear: number | null = null): QuestionnairePieces {
  let rest = cleanWords(raw)
    .slice(0, LONGEST_LINE)
    .replace(/[ \t]+/gu, '，');
  const take = (pattern: RegExp): string | null => {
    const found = pattern.exec(rest);
    if (found === null) return null;
    rest = `${rest.slice(0, found.index)}，${rest.slice(found.index + found[0].length)}`;
    return trimmed(found[1] ?? found[0]);
  };
  const labelled = (name: keyof typeof LABELS) =>
    take(new RegExp(`${LABELS[name].source}(${END})`, 'u'));

  const kind = kindOf(rest);
  const topicsSaid = labelled('topics');
  const audienceSaid = labelled('audience');
  const purpose = labelled('purpose') ?? take(PURPOSE);
  const periodSaid = labelled('period');
  const people = audienceSaid ?? peopleIn(rest);
  if (audienceSaid === null && people !== null) rest = rest.replace(people, '，');
  const [audience, periodOfPeople] = partPeriod(people);
  const period =
    periodSaid ?? periodOfPeople ?? take(PERIOD) ?? PERIOD.exec(purpose ?? '')?.[0] ?? null;
  const topics = topicsSaid === null ? topicIn(rest) : split(topicsSaid);
  return {
    kind,
    audience,
    purpose,
    period: period === null ? null : withYear(period.replace(/\s/gu, ''), thisYear),
    topics: topics.length === 0 ? null : topics,
  };
}

function kindOf(text: string): QuestionnaireKind | null {
  if (/评估|满意度|结业(?:测评|问卷)|训后/u.test(text)) return 'evaluation';
  return /需求|调研|问卷/u.test(text) ? 'needs' : null;
}

function peopleIn(text: string): string | null {
  for (const clause of text.split(new RegExp(`[${STOP}]`, 'u'))) {
    const found = PEOPLE.exec(clause)?.[0].replace(BEFORE_PEOPLE, '').replace(ONE_WORD_BEFORE, '');
    const people = trimmed(found ?? '').replace(/^的/u, '');
    if (people.length > 1) return people;
  }
  return null;
}

/** 明年乡镇干部 are 乡镇干部; a class is called by its year. */
function partPeriod(people: string | null): [string | null, string | null] {
  const said = people === null || people.endsWith('班') ? undefined : PERIOD.exec(people);
  if (people === null || said?.index !== 0) return [people, null];
  return [trimmed(people.slice(said[0].length).replace(/^的/u, '')), said[0]];
}

/** `关于…的培训需求`, `围绕…`, what stands right before 培训需求, or names that stand alone. */
function topicIn(text: string): string[] {
  const patterns = [
    new RegExp(
      `关于([^${STOP}]+?)(?:的|方面的?)?(?=(?:干部)?(?:教育)?培训|需求|调研|问卷|评估)`,
      'u',
    ),
    new RegExp(
      `(?:围绕|聚焦|重点(?:问|调研|了解)|主要(?:问|调研|了解)|问问|问一下|问一问)([^${STOP}]+)`,
      'u',
    ),
    new RegExp(
      `(?:^|[${STOP}]|请)就([^${STOP}]+?)(?:问题|方面|专题)?(?=起草|设计|做|出|拟|编写)`,
      'u',
    ),
    new RegExp(`([^${STOP}]+?)(?:方面)?的?(?:教育)?培训的?需求`, 'u'),
    new RegExp(
      `(?:[做出写拟编][一两]?[份个张套])?([^${STOP}]+?)方面的?(?=[^${STOP}]*(?:问卷|调研|调查))`,
      'u',
    ),
    new RegExp(`(?:[做出写拟编][一两]?[份个张套])?([^${STOP}]+?)的?需求(?=调研|调查|问卷)`, 'u'),
  ];
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found === undefined) continue;
    const topic = trimmed(
      found.replace(BEHIND_TOPIC, '').replace(BEFORE_PEOPLE, '').replace(ONE_WORD_BEFORE, ''),
    );
    if (topic.length > 1 && !IS_NO_TOPIC.test(topic)) {
      return split(topic);
    }
  }
  const clauses = text.split(new RegExp(`[${STOP}]`, 'u')).map(trimmed);
  return split(
    clauses.find((clause) => IS_NAME.test(clause) && !ASKS.test(withoutNames(clause))) ?? '',
  );
}

/** Words of topics that hold a character of asking: 应急, 应用. */
function withoutNames(clause: string): string {
  return clause.replace(
    /应急|紧急|急救|应用|运用|信用|公用|重要|要素|要求|写作|做法|办法|办公|思想|申请/gu,
    '',
  );
}

/** 和 stands within names too; it parts topics where both sides are names of their own. */
function split(text: string): string[] {
  return text
    .split(/[、/|]|以及|(?<=[^、]{4})[和与及](?=[^、]{4})/u)
    .map((topic) => trimmed(topic).replace(/等(?:内容|方面|主题)?$/u, ''))
    .filter((topic) => topic.length > 1);
}

function withYear(period: string, thisYear: number | null): string {
  if (thisYear === null) return period;
  const years: Readonly<Record<string, number>> = {
    今年: thisYear,
    本年度: thisYear,
    明年: thisYear + 1,
    下年度: thisYear + 1,
    下一年度: thisYear + 1,
    后年: thisYear + 2,
  };
  const year = years[period];
  return year === undefined ? period : `${year}年`;
}

function trimmed(text: string): string {
  return text.replace(/^[\s、“"《（(]+(?![^（(]*[）)])|[\s、”"》]+$/gu, '').trim();
}
