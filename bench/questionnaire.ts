import { analyse } from '../src/questionnaire/analysis/analyse.ts';
import { findThemes } from '../src/questionnaire/analysis/find-themes.ts';
import type { Answer, Answers } from '../src/questionnaire/answers.ts';
import type { Item, Questionnaire } from '../src/questionnaire/questionnaire.ts';
import { medianOf, type Report, round } from './figures.ts';

const RESPONSES = 10_000;
const ROUNDS = 7;

const ANY = { hint: '', showIf: null, basis: null, isRequired: true } as const;
const OPTIONS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '其他'];

/** Forty items that ask: 4 bands, 14 pairs, 8 single, 8 multiple, 2 ranking, 2 numbers, 2 texts. */
const ITEMS: readonly Item[] = [
  ...times(
    4,
    'band',
    (id): Item => ({
      ...{
        type: 'single',
        id,
        text: `层级${id}`,
        options: OPTIONS.slice(0, 6),
        isBand: true,
        ...ANY,
      },
    }),
  ),
  ...times(
    14,
    'pair',
    (id): Item => ({
      ...{
        type: 'scale-pair',
        id,
        text: `内容${id}`,
        pair: 'need',
        hasNotApplicable: true,
        ...ANY,
      },
    }),
  ),
  ...times(
    8,
    'single',
    (id): Item => ({
      ...{ type: 'single', id, text: `单选${id}`, options: OPTIONS, isBand: false, ...ANY },
    }),
  ),
  ...times(
    8,
    'multiple',
    (id): Item => ({
      ...{
        type: 'multiple',
        id,
        text: `多选${id}`,
        options: OPTIONS,
        least: null,
        most: 3,
        ...ANY,
      },
    }),
  ),
  ...times(
    2,
    'ranking',
    (id): Item => ({
      ...{ type: 'ranking', id, text: `排序${id}`, options: OPTIONS, most: 3, ...ANY },
    }),
  ),
  ...times(
    2,
    'number',
    (id): Item => ({
      ...{
        type: 'number',
        id,
        text: `天数${id}`,
        least: 0,
        most: 60,
        unit: '天',
        isWhole: true,
        ...ANY,
      },
    }),
  ),
  ...times(2, 'text', (id): Item => ({ type: 'text', id, text: `建议${id}`, most: 300, ...ANY })),
];

const WORDS =
  '希望 增加 案例 教学 现场 考察 基层 治理 数字 政府 公文 写作 应急 处置 理论 实践 贴近 工作 实际 矛盾 时间 分层 分类 单位 自学 线上 线下 师资 教授 先进 地区 经验 交流 研讨 互动 讨论 操作 技能 政策 解读 乡村 振兴 法治 经济'.split(
    ' ',
  );

/** Processor milliseconds of one analysis of 10,000 responses to 40 items, whole and by its costly part. */
export function benchQuestionnaire(report: Report): void {
  const questionnaire: Questionnaire = {
    ...{ kind: 'needs', title: '培训需求', introduction: '', audience: '', items: ITEMS },
  };
  const responses = makeResponses();
  const texts = responses.flatMap(({ text0 }) => (text0?.kind === 'text' ? [text0.text] : []));
  const withoutTexts = {
    ...questionnaire,
    items: ITEMS.filter(({ type }) => type !== 'text'),
  };
  const few = responses.slice(0, RESPONSES / 10);
  const first = measure(() => analyse(questionnaire, responses, RESPONSES));
  const whole = medianOf(rounds(() => analyse(questionnaire, responses, RESPONSES)));
  const counted = medianOf(rounds(() => analyse(withoutTexts, responses, RESPONSES)));
  const tenth = medianOf(rounds(() => analyse(questionnaire, few, RESPONSES)));
  report({
    ...{ bench: 'questionnaire', what: 'analysis', responses: RESPONSES, items: ITEMS.length },
    ...{ first: round(first), p50: round(whole), withoutTexts: round(counted) },
    oneText: round(medianOf(rounds(() => findThemes(texts)))),
    // Ten where time grows with the responses alone.
    timesATenth: round(whole / tenth),
  });
}

function rounds(run: () => unknown): number[] {
  return Array.from({ length: ROUNDS }, () => measure(run));
}

/** Milliseconds of the processor, which what else runs on the machine changes little. */
function measure(run: () => unknown): number {
  const begun = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

function makeResponses(): Answers[] {
  const random = randomFrom(20_261_126);
  const whole = (below: number) => Math.floor(random() * below);
  const pick = (words: readonly string[]) => words[whole(words.length)] as string;
  const answerTo = (item: Item): Answer => {
    switch (item.type) {
      case 'single':
        return { kind: 'single', option: whole(whole(item.options.length) + 1), other: '' };
      case 'multiple':
        return {
          kind: 'multiple',
          options: [...new Set([whole(8), whole(8), whole(8)])],
          other: '',
        };
      case 'scale-pair':
        return random() < 0.03
          ? { kind: 'not-applicable' }
          : { kind: 'scale-pair', importance: 5 - whole(3), competence: 1 + whole(5) };
      case 'ranking':
        return { kind: 'ranking', order: [...new Set([whole(8), whole(8), whole(8)])] };
      case 'number':
        return { kind: 'number', value: whole(15) };
      default: {
        // Hardly a clause is written twice, so that each has to be taken apart.
        const clause = () => Array.from({ length: 5 }, () => pick(WORDS)).join('');
        return { kind: 'text', text: `${clause()}，${clause()}，${clause()}。` };
      }
    }
  };
  return Array.from({ length: RESPONSES }, () =>
    Object.fromEntries(ITEMS.map((item) => [item.id, answerTo(item)])),
  );
}

/** The same numbers in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function times(count: number, name: string, make: (id: string) => Item): Item[] {
  return Array.from({ length: count }, (_, at) => make(`${name}${at}`));
}
