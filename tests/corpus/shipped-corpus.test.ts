import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectCorpus, type Material, readMaterial } from '../../src/corpus/corpus.ts';
import { type FaqPair, readFaq } from '../../src/corpus/faq.ts';
import { AWAITING_CONFIRMATION, parseManifest } from '../../src/corpus/manifest.ts';
import { mentionsIn } from '../../src/corpus/mentions.ts';
import { officialTermsFor, readThesaurus } from '../../src/corpus/thesaurus.ts';
import { foldCharacters } from '../../src/text/fold.ts';
import { lengthOf, sliceOf } from '../../src/text/span.ts';
import { SHIPPED_CORPUS } from '../support/plan-index.ts';

const read = (name: string) => readFile(join(SHIPPED_CORPUS, name), 'utf8');

const manifest = parseManifest(await read('manifest.yaml'));
const state = await inspectCorpus(SHIPPED_CORPUS, '2023-06-01');
const materials = await Promise.all(state.admitted.map(readMaterial));
const plan = materials.find(({ entry }) => entry.id === 'plan-2023-2027') as Material;
const faq = readFaq(await read('faq.yaml'), materials);
const textOf = (id: string) => materials.find(({ entry }) => entry.id === id)?.text ?? '';

describe('what ships', () => {
  it('is admitted whole, from the first year of the plan on', () => {
    expect(state.excluded).toEqual([]);
    expect(materials.map(({ entry }) => entry)).toEqual(manifest.entries);
  });

  it('is the plan, open-ended, and study materials that settle no policy question', () => {
    expect(plan.entry).toMatchObject({ kind: '政策文件', effective_to: null });
    const others = materials.filter((material) => material !== plan);
    expect(others.length).toBeGreaterThanOrEqual(2);
    expect(others.map(({ entry }) => entry.kind)).toEqual(others.map(() => '方法参考'));
  });

  it('claims nobody’s approval', () => {
    const approvers = manifest.entries.map(({ approver }) => approver);
    expect([...new Set(approvers)]).toEqual([AWAITING_CONFIRMATION]);
    expect(manifest.entries.every((entry) => entry.approved_at === null)).toBe(true);
  });

  it.each(materials.map((material) => [material.entry.id, material] as const))(
    'is clean text with an outline: %s',
    (_id, { text, outline }) => {
      expect(text).not.toMatch(/\[(?:image|bookmark|shape|object|footnote)\b/iu);
      expect(text).not.toMatch(/^\s|[ \t　]$|\n\n|\r/mu);
      expect(text).not.toMatch(/\p{Cf}|(?!\n)\p{Cc}|\uFFFD/u);
      expect(outline.length).toBeGreaterThan(10);
    },
  );

  it('names the six boxes of the plan, whose content is not in it', () => {
    const labels = mentionsIn(plan).map(({ label, place }) => [label, place]);
    expect(labels).toEqual([
      ['专栏1', '二（一）'],
      ['专栏2', '三（二）'],
      ['专栏3', '三（三）'],
      ['专栏4', '四（二）'],
      ['专栏5', '五（一）'],
      ['专栏6', '六（二）'],
    ]);
  });
});

describe('the question-answer pairs that ship', () => {
  const canonical = faq.pairs.map(({ questions }) => questions[0] as string);

  it('are at least 120, each quote of each in its place', () => {
    expect(faq.excluded).toEqual([]);
    expect(faq.pairs.length).toBeGreaterThanOrEqual(120);
  });

  it('cover every section of the plan that has text', () => {
    const quoted = new Set(faq.pairs.flatMap(({ quotes }) => quotes.map(({ place }) => place)));
    const withText = plan.outline.filter(({ body }) => lengthOf(body) > 0);
    expect(withText.map(({ place }) => place).filter((place) => !quoted.has(place))).toEqual([]);
  });

  it('quote the plan alone, in spans that are exact', () => {
    for (const { material, start, end } of faq.pairs.flatMap(({ quotes }) => quotes)) {
      expect(material).toBe('plan-2023-2027');
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(plan.text.length);
    }
  });

  it('have canonical questions that end in ？ and differ', () => {
    expect(canonical.filter((question) => !question.endsWith('？'))).toEqual([]);
    expect(canonical.filter((question, at) => canonical.indexOf(question) !== at)).toEqual([]);
  });

  it('lead from each wording to one pair', () => {
    const wordings = faq.pairs.flatMap(({ questions }) => questions);
    expect(wordings.filter((wording, at) => wordings.indexOf(wording) !== at)).toEqual([]);
  });

  it('have no figure in an answer that its quotes do not hold', () => {
    const unheld = (pair: FaqPair) => {
      const held = pair.quotes.map((quote) => sliceOf(textOf(quote.material), quote)).join('\n');
      const figures = pair.answer.match(/\d+(?:[./]\d+)*/gu) ?? [];
      const quoted = new Set(held.match(/\d+(?:[./]\d+)*/gu));
      return figures.filter((figure) => !quoted.has(figure)).map((figure) => [pair.id, figure]);
    };
    expect(faq.pairs.flatMap(unheld)).toEqual([]);
  });

  it('share no wording with the evaluation questions', async () => {
    const bare = (question: string) => question.replace(/[\s\p{P}]/gu, '');
    const path = new URL('../eval/plan-questions.jsonl', import.meta.url);
    const lines = (await readFile(path, 'utf8')).trim().split('\n');
    const asked = lines.map((line) => bare((JSON.parse(line) as { question: string }).question));
    const wordings = new Set(faq.pairs.flatMap(({ questions }) => questions.map(bare)));
    expect(asked.filter((question) => wordings.has(question))).toEqual([]);
  });
});

describe('the thesaurus that ships', () => {
  it('leads to terms that stand in the plan, word for word', async () => {
    const terms = [...readThesaurus(await read('thesaurus.yaml')).values()].flat();
    expect(terms.length).toBeGreaterThan(100);
    expect(terms.filter((term) => !plan.text.includes(term))).toEqual([]);
  });

  it.each([
    ['钱', '经费'],
    ['一把手责任', '主要负责同志要'],
    ['没参加上', '补训'],
    ['AI', '人工智能'],
  ])('leads from %s to %s', async (everyday, official) => {
    const thesaurus = readThesaurus(await read('thesaurus.yaml'));
    const found = officialTermsFor(thesaurus, foldCharacters(`${everyday}怎么办`));
    expect(found.map((one) => one.official)).toContain(official);
  });
});
