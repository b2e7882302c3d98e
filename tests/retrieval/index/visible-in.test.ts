import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { answerQuestion } from '../../../src/answering/answer-question.ts';
import { answerText } from '../../../src/answering/answer-text.ts';
import { studyMaterials } from '../../../src/conversation/features/learning/materials.ts';
import { readAnswerCases } from '../../../src/evaluation/answer-cases.ts';
import type { CorpusIndex } from '../../../src/retrieval/index/open.ts';
import { visibleIn, wholeOf } from '../../../src/retrieval/index/visible-in.ts';
import { findPassages } from '../../../src/retrieval/search.ts';
import { indexOf, shippedWith } from '../../support/shipped-with.ts';

const TODAY = '2027-06-01';
const QUESTIONS = readAnswerCases(
  readFileSync(new URL('../../eval/plan-questions.jsonl', import.meta.url), 'utf8'),
)
  .map(({ question }) => question)
  .filter((_, at) => at % 2 === 0);

const SECRETIVE = {
  file: 'secretive.txt',
  title: '调训名额办法',
  openness: '内部',
  text: [
    '调训名额办法',
    '一、调训',
    '（一）报送。各处室要在3月底前报送干部教育培训调训名额，经费列入预算（见附件2）。',
    '（二）师资。每年培训骨干教师80名，鳜鱼养殖另行规定。',
  ].join('\n'),
};
const isSecretive = ({ id }: { readonly id: string }) => id === 'secretive';

/** With the material hidden, and without it from the start. */
async function both(): Promise<readonly [hidden: CorpusIndex, without: CorpusIndex]> {
  const index = await indexOf(await shippedWith([SECRETIVE]), TODAY);
  const without = await indexOf(await shippedWith([]), TODAY);
  return [visibleIn(index, isSecretive), without];
}

const found = (index: CorpusIndex, question: string) =>
  findPassages(index, question, 8).map(({ passage }) => `${passage.material} ${passage.anchor}`);

describe('an index with a material hidden', () => {
  it('finds and answers what one without it does', async () => {
    const [hidden, without] = await both();
    expect(QUESTIONS.length).toBeGreaterThan(90);
    let sameFirst = 0;
    for (const question of QUESTIONS) {
      const seen = found(hidden, question);
      const wanted = found(without, question);
      expect(seen.toSorted()).toEqual(wanted.toSorted());
      if (seen[0] === wanted[0]) sameFirst++;
      const [answer, other] = [answerQuestion(hidden, question), answerQuestion(without, question)];
      expect(answer.outcome).toBe(other.outcome);
      if (answer.outcome === 'answered') expect(answerText(answer)).toBe(answerText(other));
    }
    // Postings keep the mean lengths of the whole, so that two that are nearly as good may change
    // places: three passages hidden among some thirty are many.
    expect(sameFirst / QUESTIONS.length).toBeGreaterThan(0.99);
  });

  it('shows nothing of it by any way', async () => {
    const [hidden, without] = await both();
    const { store } = hidden;
    const whole = wholeOf(hidden);
    const material = whole.store.materials().find(isSecretive);
    if (material === undefined) throw new Error('Expected the material in the whole index');
    expect(store.materials().map(({ id }) => id)).toEqual(
      without.store.materials().map(({ id }) => id),
    );
    expect([store.materialText('secretive'), store.outline('secretive')]).toEqual([null, []]);
    const at = ['secretive', '一（一）'] as const;
    expect(whole.store.passagesAt(...at)).not.toEqual([]);
    expect([store.passagesAt(...at), store.passagesWithin('secretive', '一')]).toEqual([[], []]);
    expect(store.passagesCovering('secretive', { start: 0, end: 50 })).toEqual([]);
    const { anchor } = whole.store.passage(material.firstPassage);
    expect(store.passageByAnchor('secretive', anchor)).toBeNull();
    expect(() => store.passage(material.firstPassage)).toThrow(RangeError);
    expect(store.passageCount()).toBe(without.store.passageCount());
    expect(whole.mentions.some((mention) => mention.material === 'secretive')).toBe(true);
    expect(hidden.mentions).toEqual(without.mentions);
    for (const question of ['调训名额办法一（一）', '鳜鱼养殖', '调训名额什么时候报送？']) {
      expect(found(whole, question).join()).toContain('secretive');
      expect(found(hidden, question).join()).not.toContain('secretive');
    }
    expect([whole.passages.has('鳜'), hidden.passages.has('鳜')]).toEqual([true, false]);
    expect(hidden.passages.documents).toBe(without.passages.documents);
    for (const term of ['培训', '干部', '鳜鱼', '骨干']) {
      expect(hidden.passages.weightOf(term)).toBe(without.passages.weightOf(term));
    }
  });

  it('is the same object for the same materials, so that what is kept of it is found again', async () => {
    const [hidden] = await both();
    const whole = wholeOf(hidden);
    expect(visibleIn(whole, isSecretive)).toBe(hidden);
    expect(visibleIn(whole, () => false)).toBe(whole);
    expect(studyMaterials(visibleIn(whole, isSecretive))).toBe(studyMaterials(hidden));
    expect(studyMaterials(hidden).some(isSecretive)).toBe(false);
  });

  it('leaves out the pairs that quote it, their wordings, and that they are near others', async () => {
    const pair = (id: string, question: string, material: string, place: string, text: string) => ({
      ...{ id, questions: [question, `请问${question}`], answer: text, kind: 'statement' },
      quotes: [{ material, place, text }],
    });
    const faq = stringify({
      notice: '',
      pairs: [
        pair('open', '经费列入哪里？', 'open', '一', '经费列入预算。'),
        pair('closed', '经费列入何处？', 'secretive', '一（一）', '经费列入预算（见附件2）。'),
      ],
    });
    const corpus = await shippedWith([
      SECRETIVE,
      { file: 'open.txt', title: '公开办法', text: '公开办法\n一、经费\n经费列入预算。' },
      { file: 'faq.yaml', status: 'draft', text: faq },
    ]);
    const whole = await indexOf(corpus, TODAY);
    const { store, questions } = visibleIn(whole, isSecretive);
    expect(whole.store.pair('open')?.neighbours).toEqual(['closed']);
    expect([store.pair('closed'), store.pair('open')?.neighbours]).toEqual([null, []]);
    expect([whole.store.pairCount(), store.pairCount()]).toEqual([2, 1]);
    expect(whole.store.pairsAt('secretive', '一（一）')).toHaveLength(1);
    expect(store.pairsAt('secretive', '一（一）')).toEqual([]);
    const asked = questions.search('经费列入何处？', { limit: 8 }).hits;
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.map(({ ordinal }) => store.wording(ordinal)?.pair)).toEqual(asked.map(() => 0));
    expect(() => store.pairAt(1)).toThrow(RangeError);
  });
});
