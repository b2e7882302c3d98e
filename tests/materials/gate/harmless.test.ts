import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readGoldenIn } from '../../../src/corpus/golden.ts';
import { runGate } from '../../../src/materials/gate/run-gate.ts';
import { SHIPPED_CORPUS } from '../../support/plan-index.ts';
import { addWords, editPairs, planPair } from './edit-files.ts';
import { type Edit, shippedVariant } from './shipped-variant.ts';

const golden = await readGoldenIn(SHIPPED_CORPUS);

const serving = await shippedVariant();
afterAll(serving.close);

const ARCHIVES = [
  '某市档案管理办法',
  '第一条 为了规范档案的收集、整理和保管，制定本办法。',
  '第二条 档案库房应当防火、防潮、防虫。',
  '第三条 借阅档案应当登记，并在三十日内归还。',
].join('\n');

const HOURS = [
  '某市干部学习时间规定',
  '第一条 干部每年参加培训累计不少于90学时。',
  '第二条 网络学习的学时由所在单位登记。',
].join('\n');

const NOTES = '课堂笔记方法\n一、准备\n课前备好纸笔。\n二、记录\n先记关键词，课后补完整。';

/** Each three or more edits, of one kind of file: an index takes a while to make. */
const EDITS: readonly (readonly [name: string, edit: Edit])[] = [
  [
    'a note in the manifest, a title with a remark, and another order of the materials',
    {
      manifest: (yaml) => {
        const file = parse(yaml) as { materials: { title: string }[] };
        const [plan, ...others] = file.materials;
        if (plan === undefined) throw new Error('Expected the plan to be the first material');
        plan.title = '全国干部教育培训规划（2023—2027年）（公开发布稿）';
        return `# 六月核对过\n${stringify({ materials: [...others, plan] })}`;
      },
    },
  ],
  [
    'empty lines and indents, marks of pictures taken out, and a paragraph that is added',
    {
      plan: (text) =>
        text
          .replace(/\[(?:image|bookmark): [^\]]*\]/gu, '')
          .replace(/\n/gu, '\r\n\r\n　　')
          .concat('\n各地区各部门要及时总结实施本规划的好经验、好做法。\n'),
    },
  ],
  [
    'wordings that are added, a new pair, an answer in other words, and a line of everyday words',
    {
      faq: editPairs((pairs) => {
        for (const pair of pairs.slice(0, 6)) pair.questions.push(`请教一下，${pair.questions[0]}`);
        for (const pair of pairs) {
          if (pair.id !== 'theory-classes') continue;
          pair.answer = '要办好理论进修班和理论研修班。';
        }
        const text = '重视对县级党校（行政学校）建设的支持。';
        pairs.push(planPair('county-help', ['对县里的党校有什么支持'], '五（四）', text));
      }),
      thesaurus: addWords('案例教学', ['讲真事儿', '现身说法']),
    },
  ],
  [
    'materials about other things, a method reference, and one that says what no text said',
    {
      added: {
        archives: { title: '某市档案管理办法', text: ARCHIVES },
        hours: { title: '某市干部学习时间规定', text: HOURS },
        notes: { title: '课堂笔记方法', text: NOTES, kind: '方法参考' },
      },
    },
  ],
];

describe('an edit that does no harm', () => {
  // Each question is asked of every second edit: all of all would take too long.
  it.each(EDITS.map(([name, edit], turn) => [name, edit, turn % 2] as const))(
    'passes: %s',
    { timeout: 60_000 },
    async (_name, edit, turn) => {
      const asked = golden.filter((_, at) => at % 2 === turn);
      const { index, inForce, close } = await shippedVariant(edit);
      const findings = await runGate({
        ...{ golden: asked, candidate: index, serving: serving.index, inForce },
      });
      await close();
      expect(findings.worse.map(({ after }) => [after.id, after.problem])).toEqual([]);
      expect(findings.failing).toEqual([]);
      expect(findings.withoutBasis).toEqual([]);
      expect(findings.asked).toBeGreaterThanOrEqual(asked.length);
    },
  );

  it('passes: a method reference that is retired, whose questions want to be edited', async () => {
    const { index, inForce, close } = await shippedVariant({
      manifest: (yaml) => yaml.replace(/(id: seminar-guide[\s\S]*?status: )approved/u, '$1retired'),
    });
    const asked = golden.filter(({ id }) => id.startsWith('method-'));
    const findings = await runGate({
      ...{ golden: asked, candidate: index, serving: serving.index, inForce },
    });
    await close();
    expect(findings.worse).toEqual([]);
    expect(findings.withoutBasis.map(({ id, problem }) => [id, problem])).toEqual(
      ['method-nominal', 'method-groups'].map((id) => [
        id,
        '所依据的资料“seminar-guide”已不再有效或者未收录，请修改或者删除这道把关题',
      ]),
    );
  });
});

describe('the golden questions that ship', () => {
  it('hold on the corpus that ships', { timeout: 60_000 }, async () => {
    const { index, inForce } = serving;
    const findings = await runGate({ golden, candidate: index, serving: null, inForce });
    expect(findings).toEqual({
      ...{ asked: golden.length, worse: [], better: [], changed: [] },
      ...{ failing: [], withoutBasis: [], problem: null },
    });
  });
});
