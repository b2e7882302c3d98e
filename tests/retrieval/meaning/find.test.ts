import { describe, expect, it } from 'vitest';
import { buildMeaning } from '../../../src/retrieval/meaning/build.ts';
import { findByMeaning } from '../../../src/retrieval/meaning/find.ts';
import { type Meaning, openMeaning } from '../../../src/retrieval/meaning/open.ts';
import { findPassages } from '../../../src/retrieval/search.ts';
import { type FakeEmbeddingOptions, makeEmbedding } from './fake-embedding.ts';
import { PLAIN } from './plain.ts';
import { articles, makeRules } from './rules.ts';

const QUESTION = '培训经费怎样列入预算？';

/** An index and its meaning, opened with an embedding of its own. */
async function start(options: FakeEmbeddingOptions = {}) {
  const { folder, publish } = await makeRules();
  const index = await publish(articles(30), {
    guide: { text: '操作指引\n培训经费列入预算的问法。', fields: { kind: '方法参考' } },
  });
  await buildMeaning(folder, index, makeEmbedding(), PLAIN);
  const embedding = makeEmbedding(options);
  const meaning = (await openMeaning(folder, index, embedding, PLAIN)) as Meaning;
  const byWords = (question: string, limit = 5) =>
    findPassages(index, question, limit, '政策文件').map(({ passage }) => passage.ordinal);
  return { folder, publish, index, embedding, meaning, byWords };
}

const ordinals = ({ passages }: Awaited<ReturnType<typeof findByMeaning>>) =>
  passages.map(({ passage }) => passage.ordinal);

describe('passages by meaning', () => {
  it('stand where their ranks by words and by vectors put them', async () => {
    const { index, meaning } = await start();
    const { passages, failure } = await findByMeaning(index, meaning, [QUESTION], 8);
    expect(failure).toBeNull();
    expect(passages).toHaveLength(8);
    for (const { score, reasons } of passages) {
      const sum = reasons.reduce((all, { rank }) => all + 1 / (60 + rank), 0);
      expect(score).toBeCloseTo(sum, 12);
    }
    const scores = passages.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    expect(passages[0]?.reasons.map(({ source }) => source.by)).toEqual(['words', 'meaning']);
    expect(passages.every(({ passage }) => passage.material === 'rules')).toBe(true);
  });

  it('are the same each time', async () => {
    const { index, meaning } = await start();
    const first = await findByMeaning(index, meaning, [QUESTION, '师资如何评选'], 10);
    expect(await findByMeaning(index, meaning, [QUESTION, '师资如何评选'], 10)).toEqual(first);
  });

  it('are found by several wordings together, each asked once', async () => {
    const { index, meaning, embedding } = await start();
    const wordings = ['经费列入预算', ' 经费列入预算 ', '', '培训档案'];
    const { passages } = await findByMeaning(index, meaning, wordings, 10);
    const asked = passages.flatMap(({ reasons }) => reasons.map(({ source }) => source.query));
    expect([...new Set(asked)].toSorted()).toEqual(['培训档案', '经费列入预算'].toSorted());
    expect(embedding.asked).toEqual(['经费列入预算', '培训档案']);
  });

  it('are none for no wording', async () => {
    const { index, meaning } = await start();
    expect(await findByMeaning(index, meaning, [' '], 5)).toEqual({ passages: [], failure: null });
  });
});

describe('passages by words alone', () => {
  it('are found without vectors', async () => {
    const { index, byWords } = await start();
    const found = await findByMeaning(index, null, [QUESTION], 5);
    expect(ordinals(found)).toEqual(byWords(QUESTION));
    expect(found.failure).toBeNull();
  });

  it('are found where the endpoint fails, and it is said', async () => {
    const failure = new Error('unreachable');
    const { index, meaning, byWords } = await start({
      beforeQuestion: () => Promise.reject(failure),
    });
    const found = await findByMeaning(index, meaning, [QUESTION], 5);
    expect(ordinals(found)).toEqual(byWords(QUESTION));
    expect(found.failure).toBe(failure);
  });

  it('are found where the endpoint now gives vectors of another dimension, and it is said', async () => {
    const { index, meaning, byWords } = await start({ dimension: 32 });
    const found = await findByMeaning(index, meaning, [QUESTION], 5);
    expect(ordinals(found)).toEqual(byWords(QUESTION));
    expect(String(found.failure)).toMatch(/fake\/embedding-1 .*64 维/u);
  });

  it('are found where the vectors are of another index, and it is said', async () => {
    const { publish, meaning, embedding } = await start();
    const index = await publish(['培训经费应当列入预算。']);
    const found = await findByMeaning(index, meaning, [QUESTION], 1);
    expect(found.passages[0]?.passage.text).toBe('培训经费应当列入预算。');
    expect(String(found.failure)).toContain(`for index "${index.name}"`);
    expect(embedding.asked).toEqual([]);
  });

  it('are found where the wait is ended', async () => {
    const waiting = new AbortController();
    const { index, meaning, byWords } = await start({
      beforeQuestion: () => {
        waiting.abort(new Error('time is over'));
        return new Promise(() => {});
      },
    });
    const found = await findByMeaning(index, meaning, [QUESTION], 5, waiting.signal);
    expect(ordinals(found)).toEqual(byWords(QUESTION));
    expect(found.failure).toEqual(new Error('time is over'));
  });

  it('are found for the one wording whose vector failed, beside the vectors of the other', async () => {
    const { index, meaning } = await start({
      beforeQuestion: (question) => {
        if (question === QUESTION) throw new Error('flood');
      },
    });
    const { passages, failure } = await findByMeaning(index, meaning, [QUESTION, '学风'], 20);
    const by = (query: string) =>
      passages.flatMap(({ reasons }) =>
        reasons.filter(({ source }) => source.query === query).map(({ source }) => source.by),
      );
    expect(new Set(by(QUESTION))).toEqual(new Set(['words']));
    expect(new Set(by('学风'))).toEqual(new Set(['words', 'meaning']));
    expect(failure).toEqual(new Error('flood'));
  });
});

describe('the vector of a question', () => {
  it('costs nothing when the question comes again, also at the same time', async () => {
    const { index, meaning, embedding } = await start();
    const find = () => findByMeaning(index, meaning, [QUESTION], 5);
    await Promise.all([find(), find()]);
    const tokens = embedding.tokensUsed();
    await find();
    expect(embedding.asked).toEqual([QUESTION]);
    expect(embedding.tokensUsed()).toBe(tokens);
  });

  it('is asked for again after a failure', async () => {
    let failures = 1;
    const { index, meaning } = await start({
      beforeQuestion: () => {
        if (failures-- > 0) throw new Error('flood');
      },
    });
    const find = () => findByMeaning(index, meaning, [QUESTION], 5);
    expect((await find()).failure).toEqual(new Error('flood'));
    expect((await find()).failure).toBeNull();
  });

  it('is forgotten when many others came since', async () => {
    const { embedding, meaning } = await start();
    const ask = (question: string) => meaning.vectors?.vectorOf(question);
    await ask('先问');
    for (let at = 0; at < 255; at++) await ask(`问题${at}`);
    await ask('先问');
    expect(embedding.asked).toHaveLength(256);
    await ask('再问');
    await ask('先问');
    expect(embedding.asked).toHaveLength(257);
    await ask('问题0');
    expect(embedding.asked).toHaveLength(258);
  });
});
