import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UserFacingError } from '../../src/errors.ts';
import { evaluateRetrieval } from '../../src/evaluation/retrieval.ts';
import { readPassages, toLexicalDocument } from '../../src/evaluation/retrieval-input.ts';
import { planDocuments } from '../retrieval/lexical/plan-documents.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganxun-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, lines: readonly unknown[]): string {
  const path = join(folder, name);
  const written = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  writeFileSync(path, `${written.join('\n')}\n`);
  return path;
}

const plan = planDocuments().map(({ text, title, headings, place }, at) => ({
  id: `P${at}`,
  title: `${title} ${place}`,
  section: headings.join(' / '),
  text,
}));
const idOf = (words: string) => plan.find(({ text }) => text.includes(words))?.id ?? '';

describe('evaluateRetrieval', () => {
  test('reports every figure, from processes of their own', async () => {
    const paths = {
      passages: file('passages.jsonl', plan),
      questions: file('questions.jsonl', [
        { id: 'q1', question: '学时互认机制', gold: [idOf('学时互认')] },
        { id: 'q2', question: '党费可以用来做什么？', gold: [idOf('党费')] },
        {
          id: 'q3',
          question: '谁来办《干部教育研究》？',
          gold: [idOf('《干部教育研究》')],
          extra: 1,
        },
      ]),
      unanswerable: file('unanswerable.jsonl', [{ id: 'u1', question: '咖啡机怎么清洗？' }]),
    };
    const report = await evaluateRetrieval(paths);
    expect(report).toMatchObject({ 'hit@1': 1, 'mrr@10': 1, 'ndcg@10': 1, refusedAt5: 1 });
    expect(Object.keys(report)).toEqual(
      ['hit@1', 'hit@3', 'hit@5', 'hit@10', 'recall@10', 'mrr@10', 'ndcg@10'].concat(
        ...['indexSeconds', 'p50', 'p99', 'rssMB', 'refusedAt5'],
      ),
    );
    for (const figure of [report.indexSeconds, report.p50, report.p99, report.rssMB]) {
      expect(figure).toBeGreaterThan(0);
    }
  });

  test('gives null for refusals without such questions, and passes errors on', async () => {
    const passages = file('passages.jsonl', plan);
    const questions = file('one.jsonl', [{ id: 'q', question: '经费保障', gold: ['nowhere'] }]);
    expect(await evaluateRetrieval({ passages, questions })).toMatchObject({
      'hit@10': 0,
      refusedAt5: null,
    });
    await expect(
      evaluateRetrieval({ passages, questions: join(folder, 'absent.jsonl') }),
    ).rejects.toThrow(UserFacingError);
  });
});

describe('a bad line is named with its number', () => {
  const messageFor = (lines: readonly unknown[]): string => {
    try {
      return String([...readPassages(file('bad.jsonl', lines))].length);
    } catch (error) {
      expect(error).toBeInstanceOf(UserFacingError);
      return (error as Error).message;
    }
  };
  const good = { id: 'a', title: '标题', text: '正文' };

  test.each([
    ['not JSON', [good, '{"id":'], '第 2 行不是完整的 JSON'],
    ['a missing field', [good, good, { id: 'b', title: '标题' }], '第 3 行的 text 缺失或类型不对'],
    ['a wrong type', [{ ...good, id: 7 }], '第 1 行的 id 缺失或类型不对'],
    ['no object', ['[]'], '第 1 行的 整行 缺失或类型不对'],
  ])('%s', (_name, lines, expected) => {
    expect(messageFor(lines)).toContain(expected);
    expect(messageFor(lines)).not.toContain('\n');
  });

  test('empty lines are passed over, a last line needs no end', () => {
    const path = join(folder, 'loose.jsonl');
    writeFileSync(path, `\n${JSON.stringify(good)}\n\n${JSON.stringify({ ...good, id: 'b' })}`);
    expect([...readPassages(path)].map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('a file that is empty, or not there', () => {
    writeFileSync(join(folder, 'empty.jsonl'), '');
    expect(() => [...readPassages(join(folder, 'empty.jsonl'))]).toThrow('文件是空的');
    expect(() => [...readPassages(join(folder, 'absent.jsonl'))]).toThrow('无法读取');
  });
});

test('toLexicalDocument tells units from pieces by the collection’s structure', () => {
  const passage = { id: 'a', title: '办法', text: '正文' };
  expect(toLexicalDocument(passage, false)).toEqual({
    text: '正文',
    title: '办法',
    headings: [],
    parent: '办法',
  });
  expect(toLexicalDocument({ ...passage, section: '第一章 总则 / 第一节' }, true)).toEqual({
    text: '正文',
    title: '办法',
    headings: ['第一章 总则', '第一节'],
  });
  expect(toLexicalDocument({ ...passage, title: '办法 第三条' }, false)).toEqual({
    text: '正文',
    title: '办法 第三条',
    headings: [],
    place: '第三条',
  });
});
