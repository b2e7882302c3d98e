import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { inspectCorpus, readMaterial } from '../../src/corpus/corpus.ts';
import { readGolden, readGoldenIn } from '../../src/corpus/golden.ts';
import { UserFacingError } from '../../src/errors.ts';
import { makeCorpusFolder } from '../support/corpus-folder.ts';
import { SHIPPED_CORPUS } from '../support/plan-index.ts';

const golden = await readGoldenIn(SHIPPED_CORPUS);

it('asks about every part of the plan, and for every kind of refusal', async () => {
  const { admitted } = await inspectCorpus(SHIPPED_CORPUS, '2027-06-01');
  const plan = admitted.find(({ entry }) => entry.id === 'plan-2023-2027');
  if (plan === undefined) throw new Error('Expected the plan');
  const { outline } = await readMaterial(plan);
  const asked = new Set(golden.flatMap(({ places }) => places.map(({ place }) => place)));
  const parts = outline.filter(({ body }) => body.end - body.start > 10).map(({ place }) => place);
  expect(parts.filter((place) => !asked.has(place))).toEqual([]);
  expect(new Set(golden.map(({ outcome }) => outcome)).size).toBe(4);
});

it('wants words that stand at the places that it names', async () => {
  const { admitted } = await inspectCorpus(SHIPPED_CORPUS, '2027-06-01');
  const materials = await Promise.all(admitted.map(readMaterial));
  const lost = golden.flatMap(({ id, places, contains }) =>
    contains
      .filter((phrase) =>
        places.every(({ material }) => {
          const found = materials.find(({ entry }) => entry.id === material);
          return found?.text.includes(phrase) !== true;
        }),
      )
      .map((phrase) => `${id}: ${phrase}`),
  );
  expect(lost).toEqual([]);
});

it('asks in words of its own: no wording of a pair, no question that answers are measured by', () => {
  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  const faq = parse(readFileSync(join(SHIPPED_CORPUS, 'faq.yaml'), 'utf8')) as {
    pairs: { questions: string[] }[];
  };
  const measured = readFileSync('tests/eval/plan-questions.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { question: string }).question);
  const taken = new Set(
    [...faq.pairs.flatMap(({ questions }) => questions), ...measured].map(bare),
  );
  expect(golden.filter(({ question }) => taken.has(bare(question)))).toEqual([]);
});

it('has none where no file is there', async () => {
  const folder = await makeCorpusFolder({});
  onTestFinished(folder.remove);
  expect(await readGoldenIn(folder.path)).toEqual([]);
  expect((await inspectCorpus(folder.path, '2024-06-01')).faults).toEqual([]);
});

const QUESTION = '{ id: a, question: 经费怎么办, outcome: answered }';

it.each([
  ['broken YAML', 'questions: [', '不是有效的 YAML'],
  [
    'an outcome that is none',
    `notice: ""\nquestions: [{ id: a, question: 经费, outcome: 好 }]`,
    'questions.0.outcome',
  ],
  ['an id that is taken', `notice: ""\nquestions: [${QUESTION}, ${QUESTION}]`, '编号“a”重复'],
])('is told with %s, and stops no material', async (_name, yaml, problem) => {
  const folder = await makeCorpusFolder({
    files: { 'good.txt': '通知\n一、要求\n抓好落实。', 'golden.yaml': yaml },
    entries: [{ file: 'good.txt' }],
  });
  onTestFinished(folder.remove);
  const { admitted, excluded, faults } = await inspectCorpus(folder.path, '2024-06-01');
  expect([admitted.length, excluded]).toEqual([1, []]);
  expect(faults).toMatchObject([{ id: 'golden.yaml', reason: expect.stringContaining(problem) }]);
  expect(() => readGolden(yaml)).toThrow(UserFacingError);
});
