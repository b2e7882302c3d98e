import type { QuestionnaireOrder } from './order.ts';

/** Characters, but for the number of topics. */
export const ORDER_LIMITS = {
  audience: 30,
  purpose: 60,
  period: 20,
  topic: 30,
  topics: 12,
} as const;

/** Results are for training; see the rules of the house on personnel judgements. */
const ON_PERSONNEL =
  /提拔|选拔|任用|晋升|免职|处分|问责|评优|干部考核|考核干部|考察干部|年度考核|民主测评|绩效考核|排名/u;

/** Nothing but one sound, or a sentence said to the assistant where the name of a thing is asked for. */
const SAYS_NOTHING = /^(.)\1*$/u;
const SPOKEN = /[？?！!。]|^(?:请问|请你|请您|帮我|帮忙|给我|替我|我要|我想|麻烦)|(?:吗|呢|吧)$/u;

/** What keeps a questionnaire from being drafted, each with what to do; empty where nothing does. */
export function orderProblems({ audience, purpose, period, topics }: QuestionnaireOrder): string[] {
  const tooLong = (name: string, text: string, most: number) =>
    text.length > most ? [`${name}有 ${text.length} 个字，最多 ${most} 个字，请写短一些。`] : [];
  const senseless = [audience, purpose, ...topics].find((text) => SAYS_NOTHING.test(text));
  const spoken = topics.find((topic) => SPOKEN.test(topic));
  const personnel = [purpose, ...topics].find((text) => ON_PERSONNEL.test(text));
  return [
    ...(/\p{L}/u.test(audience) ? [] : ['没有写明调研对象，请写明哪些人，例如“县处级领导干部”。']),
    ...tooLong('调研对象', audience, ORDER_LIMITS.audience),
    ...tooLong('用途', purpose, ORDER_LIMITS.purpose),
    ...tooLong('时间', period, ORDER_LIMITS.period),
    ...topics.flatMap((topic) => tooLong(`主题“${topic.slice(0, 8)}”`, topic, ORDER_LIMITS.topic)),
    ...(topics.length > ORDER_LIMITS.topics
      ? [`主题有 ${topics.length} 个，最多 ${ORDER_LIMITS.topics} 个，请删减或者分成几份问卷。`]
      : []),
    ...(senseless === undefined ? [] : [`没有看懂“${senseless.slice(0, 8)}”，请写得具体一些。`]),
    ...(spoken === undefined
      ? []
      : [`“${spoken.slice(0, 16)}”不像培训主题。主题写成一个名称，例如“基层治理”“数字政府”。`]),
    ...(personnel === undefined
      ? []
      : [
          `“${personnel}”涉及对干部的评价和任用。问卷结果只用于改进培训，不用于选拔、考核或者处分干部，请改写后再起草。`,
        ]),
  ];
}
