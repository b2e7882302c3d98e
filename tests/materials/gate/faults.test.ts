import { afterAll, describe, expect, it } from 'vitest';
import { readGoldenIn } from '../../../src/corpus/golden.ts';
import type { GateFindings } from '../../../src/materials/gate/findings.ts';
import { runGate } from '../../../src/materials/gate/run-gate.ts';
import { SHIPPED_CORPUS } from '../../support/plan-index.ts';
import { addWords, editPairs, planPair } from './edit-files.ts';
import { type Edit, shippedPlan, shippedVariant } from './shipped-variant.ts';

const golden = await readGoldenIn(SHIPPED_CORPUS);
const plan = shippedPlan();

const serving = await shippedVariant();
afterAll(serving.close);

/** What the gate finds of an edit, asking a few of the golden questions to be done in time. */
async function findingsOf(edit: Edit, ids: readonly string[]): Promise<GateFindings> {
  const candidate = await shippedVariant(edit);
  const asked = golden.filter(({ id }) => ids.includes(id));
  expect(asked).toHaveLength(ids.length);
  const { index, inForce } = candidate;
  const findings = await runGate({
    ...{ golden: asked, candidate: index, serving: serving.index, inForce },
  });
  await candidate.close();
  return findings;
}

const idsOf = ({ worse }: GateFindings) => worse.map(({ after }) => after.id);

/** As a text in UTF-8 looks that was opened as GB 18030 and saved again. */
const garbled = (text: string) => new TextDecoder('gb18030').decode(Buffer.from(text));

/** Each fault, golden questions that it makes worse, and one that it leaves as it is. */
const FAULTS: readonly (readonly [
  name: string,
  edit: Edit,
  worse: readonly string[],
  same: readonly string[],
])[] = [
  [
    'a figure that is another one in a new version',
    { plan: (text) => text.replace('2000名', '1000名') },
    ['teachers-2000', 'comparison-teachers'],
    ['good-courses'],
  ],
  [
    'a paragraph that is lost',
    { plan: (text) => text.replace(/^（四）经费保障。.*\n/mu, '') },
    ['budget', 'party-dues', 'earmarked'],
    ['journal'],
  ],
  [
    'half of the text that is lost',
    { plan: (text) => text.slice(0, text.length / 2) },
    ['school-role', 'teachers-2000', 'journal', 'army'],
    ['four-qualities'],
  ],
  [
    'headings that are lost',
    { plan: (text) => text.replace(/^\s*[一二三四五六七八]、.*\n/gmu, '') },
    ['four-qualities', 'budget', 'hours-rules'],
    ['nature'],
  ],
  [
    'a text that was saved in another encoding than it was written in',
    { plan: garbled },
    ['title', 'nature', 'budget'],
    ['no-cost', 'errand-writing'],
  ],
  [
    'encouragements that became orders, and an order that became a permission',
    { plan: (text) => text.replaceAll('鼓励', '要').replace('各级政府要将', '各级政府可以将') },
    ['teaching-support', 'online-courses', 'method-innovation', 'budget'],
    ['hours-mutual'],
  ],
  [
    'a pair that answers other questions with the wrong thing',
    {
      faq: editPairs((pairs) =>
        pairs.push(
          planPair(
            'catch-all',
            ['培训经费靠什么保障', '培训期间能不能聚餐', '网络培训平台要怎么建设'],
            '五（三）',
            '大力推进案例课程建设，及时把工作实践中的最新成果、新鲜经验运用到教学中。',
          ),
        ),
      ),
    },
    ['broad-money', 'everyday-feast', 'broad-platform'],
    ['case-courses'],
  ],
  [
    'everyday words that lead elsewhere',
    {
      thesaurus: addWords('师德师风', [
        '经费',
        '预算',
        '教材',
        '课程',
        '教师',
        '平台',
        '学时',
        '培训',
        '干部',
      ]),
    },
    ['title', 'budget'],
    ['journal'],
  ],
  [
    'an older edition beside the one in force',
    {
      added: {
        'plan-2018-2022': {
          title: '2018—2022年全国干部教育培训规划',
          text: plan.replaceAll('2023—2027', '2018—2022').replace('2000名', '1500名'),
        },
      },
    },
    ['belief', 'county-teachers', 'evaluation'],
    ['budget'],
  ],
  [
    'a material that says a little of everything',
    {
      added: {
        office: {
          title: '某单位综合管理办法',
          text: plan
            .split('\n')
            .slice(3)
            .map((line, at) => `第${at + 1}条 干部教育培训由办公室统一管理，${line.slice(0, 60)}。`)
            .join('\n'),
        },
      },
    },
    ['long-term', 'good-courses'],
    ['journal'],
  ],
  [
    'no pairs any more',
    { faq: () => 'notice: ""\npairs: []\n' },
    ['goal-political', 'leaders-lecture', 'quality-assessment'],
    ['budget'],
  ],
  [
    'a pair with a figure that its quote does not hold',
    {
      faq: editPairs((pairs) => {
        const pair = pairs.find(({ id }) => id === 'national-2000-teachers');
        if (pair !== undefined) pair.answer = pair.answer.replace('2000名', '3000名');
      }),
    },
    ['teachers-2000'],
    ['good-courses'],
  ],
  [
    'a method reference that is taken for a policy',
    { manifest: (yaml) => yaml.replaceAll('kind: 方法参考', 'kind: 政策文件') },
    ['method-gap', 'method-matrix'],
    ['budget'],
  ],
];

describe('a fault of the corpus', () => {
  it.each(FAULTS)(
    'is stopped: %s',
    {
      timeout: 60_000,
    },
    async (_name, edit, worse, same) => {
      const findings = await findingsOf(edit, [...worse, ...same]);
      expect(idsOf(findings)).toEqual(expect.arrayContaining([...worse]));
      expect(idsOf(findings).filter((id) => same.includes(id))).toEqual([]);
      for (const { before, after } of findings.worse) {
        expect([before.state, before.problem, after.state]).toEqual(['holds', null, 'fails']);
        expect(after.problem).toMatch(/\p{Script=Han}/u);
      }
    },
  );
});
