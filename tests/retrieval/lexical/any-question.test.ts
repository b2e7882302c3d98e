import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { expect, test } from 'vitest';
import { buildLexicalIndex } from '../../../src/retrieval/lexical/build.ts';
import { openLexicalIndex } from '../../../src/retrieval/lexical/search.ts';
import { planDocuments } from './plan-documents.ts';

const documents = planDocuments();
const index = openLexicalIndex(buildLexicalIndex(documents));
const LIMIT = 7;

const fragment = fc.constantFrom(
  ...['第', '三十三', '条', '五（二）', '专栏3', '经费', '干部', '幹部', '《', '》', '“', '为什么'],
  ...['AND', 'OR', '"', '*', '(', ')', '-', '😀', '\u0000', '\u200d', '\ud800', '％', '１', ' '],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join('')),
);

test('any string gives a well-formed result', () => {
  fc.assert(
    fc.property(anyText, (question) => {
      const { hits, evidence } = index.search(question, { limit: LIMIT });
      expect(hits.length).toBeLessThanOrEqual(LIMIT);
      expect(new Set(hits.map(({ ordinal }) => ordinal)).size).toBe(hits.length);
      let before = Number.POSITIVE_INFINITY;
      for (const { ordinal, score, coverage } of hits) {
        expect(documents[ordinal]).toBeDefined();
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(before);
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1);
        before = score;
      }
      expect(evidence.confidence).toBeGreaterThanOrEqual(0);
      expect(evidence.confidence).toBeLessThanOrEqual(1);
    }),
    { numRuns: 10_000 },
  );
});

test('a pasted page is answered, and one clause is found in a page of other things', () => {
  const page = documents.map(({ text }) => text).join('\n');
  expect(index.search(page, { limit: LIMIT }).hits.length).toBeGreaterThan(0);
  const other = Array.from({ length: 900 }, (_, at) => String.fromCharCode(0x9000 + at)).join('');
  const [best] = index.search(`${other}，办好《干部教育研究》`, { limit: LIMIT }).hits;
  expect(documents[best?.ordinal ?? -1]?.place).toBe('七（五）');
});

test('a question in traditional script finds what the simplified one finds', () => {
  const toTraditional = Converter({ from: 'cn', to: 'tw' });
  const clauses = documents
    .flatMap(({ text }) => text.split(/[，。；、]/))
    .filter((clause) => clause);
  fc.assert(
    fc.property(fc.constantFrom(...clauses), fc.constantFrom(...clauses), (left, right) => {
      const question = `${left}和${right}`;
      const found = index.search(question, { limit: LIMIT });
      expect(index.search(toTraditional(question), { limit: LIMIT })).toEqual(found);
    }),
    { numRuns: 500 },
  );
});
