import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inspectCorpus, readMaterial } from '../../../src/corpus/corpus.ts';
import { readFaq } from '../../../src/corpus/faq.ts';
import { readGolden } from '../../../src/corpus/golden.ts';
import { UserFacingError } from '../../../src/errors.ts';
import { showCompanions } from '../../../src/materials/faq/show-companions.ts';
import { SHIPPED_CORPUS } from '../../support/plan-index.ts';
import { approved, ZHANG } from '../shelf-house.ts';
import { CLASSES, goldenOf, makeCompanions, pairOf, problemOf } from './companions-house.ts';

const DONE = { kind: 'done' };
const FAQ =
  'notice: 本单位问答\npairs:\n  # 手工写的\n  - {id: by-hand, kind: body, answer: 班主任, questions: [谁批假], quotes: [{material: rules, place: 第二条, text: 学员请假}]}\n';

async function house() {
  const made = await makeCompanions();
  await approved(made, CLASSES, { id: 'rules' });
  return made;
}

describe('the file of pairs', () => {
  it('gets a pair with who answers for it, which an index then reads', async () => {
    const made = await house();
    await made.write('faq.yaml', FAQ);
    expect(await made.companions.keepPair(pairOf('leave'))).toEqual(DONE);
    const yaml = await made.read('faq.yaml');
    expect(yaml.startsWith(FAQ)).toBe(true);
    expect(yaml).toContain(
      '    answered_by: 张三\n    approved_by: 李四\n    approved_at: "2024-06-01"\n',
    );
    expect(await made.others.pairs()).toEqual(['by-hand', 'leave']);
    const { admitted } = await inspectCorpus(made.folder, '2024-06-01');
    const { pairs, excluded } = readFaq(yaml, await Promise.all(admitted.map(readMaterial)));
    expect(excluded).toEqual([]);
    // Who answered goes into the file and nowhere else.
    expect(Object.keys(pairs[1] ?? {})).toEqual(['id', 'questions', 'answer', 'kind', 'quotes']);
  });

  it('is the same after the same change, and without a pair that was dropped', async () => {
    const made = await house();
    await made.write('faq.yaml', FAQ);
    await made.companions.keepPair(pairOf('leave'));
    const once = await made.read('faq.yaml');
    expect(await made.companions.keepPair(pairOf('leave'))).toEqual(DONE);
    expect(await made.read('faq.yaml')).toBe(once);
    expect(await made.companions.keepPair(pairOf('leave', { questions: ['另一问法'] }))).toEqual(
      DONE,
    );
    expect(parse(await made.read('faq.yaml')).pairs[1].questions).toEqual(['另一问法']);
    for (const _ of [1, 2]) expect(await made.companions.dropPair('leave')).toEqual(DONE);
    expect(await made.read('faq.yaml')).toBe(FAQ);
  });

  it('is begun where there is none, and left alone by what is refused', async () => {
    const made = await house();
    const wrong = pairOf('leave', { answer: '学员请假五天以内的，由班主任批准。' });
    expect(await problemOf(made.companions.keepPair(wrong))).toContain('“五天”');
    expect(await problemOf(made.companions.keepPair(pairOf('leave', { questions: [] })))).toContain(
      '问法',
    );
    expect(
      await problemOf(made.companions.keepPair(pairOf('leave', { approvedBy: ' ' }))),
    ).toContain('姓名');
    expect(await made.files()).not.toContain('faq.yaml');
    expect(await made.companions.pairs()).toEqual([]);
    expect(await made.companions.keepPair(pairOf('leave'))).toEqual(DONE);
    expect(await made.companions.pairs()).toEqual(['leave']);
  });

  it('is not written while the quote is taken out of force', async () => {
    const made = await house();
    const retired = made.shelf.retire({ id: 'rules', version: 1 }, '停用', ZHANG);
    await Promise.all([retired, made.companions.keepPair(pairOf('leave'))]);
    // Whichever came first: no pair comes after the retirement.
    expect(await problemOf(made.companions.keepPair(pairOf('again')))).toContain('已停用');
    expect(await made.companions.pairs()).not.toContain('again');
  });

  it('loses nothing where two change it at once, or somebody by hand', async () => {
    const made = await house();
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    await Promise.all(
      ids.map((id, at) => (at % 2 === 0 ? made.companions : made.others).keepPair(pairOf(id))),
    );
    expect([...(await made.companions.pairs())].sort()).toEqual(ids);
  });

  it('keeps what somebody writes there in the moment of a change', async () => {
    const made = await house();
    await made.write('faq.yaml', FAQ);
    let looks = 0;
    // Looked at before the lock is taken, and again between reading and writing.
    const companions = made.open({
      today: () => {
        if (++looks === 2) appendFileSync(join(made.folder, 'faq.yaml'), '  # 刚刚手工加的一行\n');
        return '2024-06-01';
      },
    });
    expect(await companions.keepPair(pairOf('leave'))).toEqual(DONE);
    expect(looks).toBe(3);
    const yaml = await made.read('faq.yaml');
    expect(yaml).toContain('# 刚刚手工加的一行');
    expect(await made.companions.pairs()).toEqual(['by-hand', 'leave']);
  });

  it.each([
    ['no YAML', 'notice: ""\npairs:\n  - id: [\n', /faq\.yaml 不是有效的 YAML.*第 4 行/u],
    [
      'no pair',
      FAQ.replace('kind: body', 'kind: 别的'),
      /faq\.yaml 有误（第 4 行，pairs\.0\.kind）/u,
    ],
    [
      'the same id twice',
      `${FAQ}${FAQ.split('\n')[3]}\n`,
      /（第 5 行，pairs\.1\.id）：编号“by-hand”重复/u,
    ],
  ])('that holds %s is refused with the line, and kept as it is', async (_, yaml, problem) => {
    const made = await house();
    await made.write('faq.yaml', yaml);
    for (const change of [
      () => made.companions.keepPair(pairOf('leave')),
      () => made.companions.dropPair('by-hand'),
      () => made.companions.pairs(),
    ]) {
      await expect(change()).rejects.toThrow(UserFacingError);
      await expect(change()).rejects.toThrow(problem);
    }
    expect(await made.read('faq.yaml')).toBe(yaml);
  });
});

describe('the file of golden questions', () => {
  it('is begun, added to, changed and cut, with what somebody wrote there', async () => {
    const made = await house();
    expect(await made.companions.golden()).toEqual([]);
    expect(await made.companions.keepGolden(goldenOf('leave'), ZHANG)).toEqual(DONE);
    const begun = await made.read('golden.yaml');
    await made.write('golden.yaml', `# 手工加的一行\n${begun}`);
    const refusal = goldenOf('lunch', { outcome: 'not-in-corpus', places: [], contains: [] });
    expect(await made.companions.keepGolden(refusal, ZHANG)).toEqual(DONE);
    const both = await made.read('golden.yaml');
    expect(both).toBe(
      `# 手工加的一行\n${begun}  - id: lunch\n    question: 请假三天谁批准？\n    outcome: not-in-corpus\n`,
    );
    expect(await made.others.golden()).toEqual([goldenOf('leave'), refusal]);
    const changed = goldenOf('leave', { contains: ['三天', ' 三天 ', ''] });
    await made.companions.keepGolden(changed, ZHANG);
    expect(await made.others.golden()).toEqual([
      goldenOf('leave', { contains: ['三天'] }),
      refusal,
    ]);
    await made.companions.dropGolden('lunch', ZHANG);
    expect((await made.others.golden()).map(({ id }) => id)).toEqual(['leave']);
  });

  it.each<[string, Parameters<typeof goldenOf>[1], string]>([
    ['no question', { question: ' ' }, '问题要在 2 至 200 字之间'],
    ['no place for an answer', { places: [] }, '至少选一个出处'],
    ['a phrase that is too long', { contains: ['长'.repeat(101)] }, '每条词句最多 100 字'],
    [
      'too many phrases',
      { absent: Array.from({ length: 21 }, (_, at) => `词${at}`) },
      '最多 20 条',
    ],
    ['a phrase both wanted and not', { absent: ['班主任'] }, '“班主任”不能既要有又不能有'],
  ])('takes none with %s', async (_, changes, problem) => {
    const made = await house();
    const kept = made.companions.keepGolden(goldenOf('leave', changes), ZHANG);
    expect(await problemOf(kept)).toContain(problem);
    expect(await made.files()).not.toContain('golden.yaml');
  });
});

describe('the files that ship', () => {
  it('are left alone: the first change is made in a copy of the folder', async () => {
    const made = await makeCompanions({ startFrom: SHIPPED_CORPUS });
    const shipped = await readFile(join(SHIPPED_CORPUS, 'faq.yaml'), 'utf8');
    expect(await made.companions.pairs()).toHaveLength(300);
    await expect(made.files()).rejects.toThrow('ENOENT');
    expect(await made.companions.dropPair('no-such-pair')).toEqual(DONE);
    await expect(made.files()).rejects.toThrow('ENOENT');
    expect(await made.companions.dropPair('training-role')).toEqual(DONE);
    expect(await made.companions.pairs()).toHaveLength(299);
    expect(await made.files()).toContain('manifest.yaml');
    expect(await readFile(join(SHIPPED_CORPUS, 'faq.yaml'), 'utf8')).toBe(shipped);
    const own = await made.read('faq.yaml');
    expect(shipped.replace(/^ {2}- id: training-role\n(?: {4}.*\n)+/mu, '')).toBe(own);
  });
});

it('what is only shown is never changed', async () => {
  const made = await house();
  await made.companions.keepGolden(goldenOf('leave'), ZHANG);
  const shown = showCompanions(made.companions, '演示中不能改动。');
  const before = await made.files();
  for (const refused of [
    shown.keepPair(pairOf('leave')),
    shown.dropPair('leave'),
    shown.keepGolden(goldenOf('other'), ZHANG),
    shown.dropGolden('leave', ZHANG),
  ]) {
    expect(await refused).toEqual({ kind: 'refused', problem: '演示中不能改动。' });
  }
  expect(await made.files()).toEqual(before);
  expect(readGolden(await made.read('golden.yaml'))).toEqual([goldenOf('leave')]);
});
