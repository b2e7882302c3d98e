import { expect, test } from 'vitest';
import { buildLexicalIndex } from '../../../src/retrieval/lexical/build.ts';
import { openLexicalIndex } from '../../../src/retrieval/lexical/search.ts';
import type { LexicalDocument } from '../../../src/retrieval/lexical/types.ts';
import { planDocuments } from './plan-documents.ts';

// Each section cut into its sentences: pieces that say little of what they belong to.
const sentences = planDocuments().flatMap(({ text, place }) =>
  text.split(/(?<=。)/).map((sentence) => ({ text: sentence, title: '', headings: [], of: place })),
);
const first = (documents: readonly LexicalDocument[], question: string) =>
  openLexicalIndex(buildLexicalIndex(documents)).search(question, { limit: 1 }).hits[0]?.ordinal;

test('a piece is helped by the document it was cut from; a unit with a place is not', () => {
  const question = '网络课程的审核和退出流程怎样规范';
  const wanted = sentences.findIndex(({ text }) => text.includes('发布和更新、退出流程'));
  const pieces = sentences.map(({ of, ...piece }) => ({ ...piece, parent: of }));
  expect(first(pieces, question)).toBe(wanted);
  const units = pieces.map((piece) => ({ ...piece, place: '一' }));
  const without = sentences.map(({ of: _of, ...piece }) => piece);
  const ask = (documents: readonly LexicalDocument[]) =>
    openLexicalIndex(buildLexicalIndex(documents)).search(question, { limit: 5 }).hits;
  expect(ask(units).map(({ score }) => score)).toEqual(ask(without).map(({ score }) => score));
  expect(ask(pieces).map(({ score }) => score)).not.toEqual(ask(without).map(({ score }) => score));
});

const articles = [
  ['中华人民共和国农民专业合作社法 第三十三条', '理事长、理事、经理和财务会计人员的任职。'],
  ['中华人民共和国合伙企业法 第三十三条', '合伙企业的利润分配、亏损分担，按照合伙协议的约定办理。'],
  ['中华人民共和国农民专业合作社法 第三十四条', '合作社与其成员的交易，第三十三条另有规定的除外。'],
  ['中华人民共和国合作社法 第三十三条', '本法自公布之日起施行。'],
].map(
  ([title = '', text = '']): LexicalDocument => ({ title, text, headings: ['第五章 财务管理'] }),
);

test.each([
  [
    '农民专业合作社法第三十三条的内容是什么？',
    0,
    'the longer of two names that the question holds',
  ],
  ['农民专业合作社法第33条', 0, 'digits'],
  ['《農民專業合作社法》第三十三條', 0, 'traditional script and book marks'],
  ['合伙企业法第三十三条', 1, 'the other document with that place'],
  ['农民专业合作社法第三十四条', 2, 'the other place of that document'],
  ['合作社法第三十三条', 3, 'a name that is part of another'],
  ['第五章的交易', 2, 'a chapter, and the word in it'],
])('%s → %d (%s)', (question, ordinal) => {
  expect(first(articles, question)).toBe(ordinal);
});
