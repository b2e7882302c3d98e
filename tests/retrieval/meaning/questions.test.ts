import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MEANING_FOLDER } from '../../../src/retrieval/meaning/artefact.ts';
import { buildMeaning } from '../../../src/retrieval/meaning/build.ts';
import { findByMeaning } from '../../../src/retrieval/meaning/find.ts';
import { openMeaning } from '../../../src/retrieval/meaning/open.ts';
import type { PassageToAskAbout } from '../../../src/retrieval/meaning/question-writer.ts';
import { makeEmbedding } from './fake-embedding.ts';
import { PLAIN } from './plain.ts';
import { articles, makeRules } from './rules.ts';

/** Everyday words for an article, none of which stand in it. */
const EVERYDAY = '喊我去没去成咋办？';
const MISSED = '因故未参加的，应当补训。';

/** A writer that asks in everyday words, told of by what it was asked about. */
function makeWriter(fails: (passage: PassageToAskAbout) => boolean = () => false) {
  const asked: PassageToAskAbout[] = [];
  const write = async (passage: PassageToAskAbout) => {
    asked.push(passage);
    if (fails(passage)) throw new Error('flood');
    return passage.text === MISSED ? [EVERYDAY] : [`${passage.text.slice(0, 6)}有何规定？`];
  };
  return { name: 'fake/writer', version: '1', asked, write };
}

describe('machine-made questions', () => {
  it('lead to the passage that they were written for', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish([...articles(12), MISSED, ...articles(24).slice(12)]);
    const options = { ...PLAIN, writer: makeWriter() };
    const embedding = makeEmbedding();
    const report = await buildMeaning(folder, index, embedding, options);
    expect(report).toMatchObject({ passages: 26, questions: 26, failedWriting: 0 });
    const meaning = await openMeaning(folder, index, embedding, options);
    const { passages } = await findByMeaning(index, meaning, [EVERYDAY], 3);
    expect(passages[0]?.passage.text).toBe(MISSED);
    expect(passages[0]?.reasons).toEqual(
      expect.arrayContaining([
        { source: { by: 'words-of-machine-question', query: EVERYDAY }, rank: 1 },
        { source: { by: 'meaning-of-machine-question', query: EVERYDAY }, rank: 1 },
      ]),
    );
  });

  it('are no approved pairs: nothing but their words leads to them, and no text of them comes out', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish([MISSED]);
    const options = { ...PLAIN, writer: makeWriter() };
    const before = [index.questions.documents, index.store.pairCount()];
    await buildMeaning(folder, index, makeEmbedding(), options);
    const meaning = await openMeaning(folder, index, makeEmbedding(), options);
    expect([index.questions.documents, index.store.pairCount()]).toEqual(before);
    const found = await findByMeaning(index, meaning, ['没去成咋办'], 5);
    expect(found.passages.length).toBeGreaterThan(0);
    expect(JSON.stringify(found.passages)).not.toContain(EVERYDAY);
    const cache = new Database(join(folder, MEANING_FOLDER.cache), { readonly: true });
    onTestFinished(() => void cache.close());
    const kept = cache.prepare('SELECT writer, version, questions FROM machine_question').all();
    expect(kept).toContainEqual({
      writer: 'fake/writer',
      version: '1',
      questions: JSON.stringify([EVERYDAY]),
    });
  });

  it('are asked for once a passage and version', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish(articles(6));
    const [first, second] = [makeWriter(), makeWriter()];
    await buildMeaning(folder, index, makeEmbedding(), { ...PLAIN, writer: first });
    expect(first.asked).toContainEqual({
      title: '培训管理办法',
      headings: [],
      text: '培训学风应当按年更新，每年不少于5次。',
    });
    const again = await publish([...articles(6), MISSED]);
    const embedding = makeEmbedding();
    await buildMeaning(folder, again, embedding, { ...PLAIN, writer: second });
    expect(second.asked.map(({ text }) => text)).toEqual([MISSED]);
    expect(embedding.sent).toEqual([[`培训管理办法\n${MISSED}`], [EVERYDAY]]);
    const newer = { ...makeWriter(), version: '2' };
    await buildMeaning(folder, again, makeEmbedding(), { ...PLAIN, writer: newer });
    expect(newer.asked).toHaveLength(8);
  });

  it('that cannot be written are counted, and asked for again by the next build', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish([...articles(6), MISSED]);
    const failing = makeWriter(({ text }) => text === MISSED);
    const report = await buildMeaning(folder, index, makeEmbedding(), {
      ...PLAIN,
      writer: failing,
    });
    expect(report).toMatchObject({ passages: 8, questions: 7, failedWriting: 1 });
    const whole = makeWriter();
    const next = await buildMeaning(folder, index, makeEmbedding(), { ...PLAIN, writer: whole });
    expect(whole.asked.map(({ text }) => text)).toEqual([MISSED]);
    expect(next).toMatchObject({ questions: 8, failedWriting: 0 });
  });

  it('are taken as they are fit: not blank, not twice, not endless', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish([]);
    const written = ['  经费\n列入哪里？ ', '经费 列入哪里？', '', ' ', '问'.repeat(201)];
    const many = Array.from({ length: 20 }, (_, at) => `第${at}个问题？`);
    const writer = { ...makeWriter(), write: async () => [...written, ...many] };
    const embedding = makeEmbedding();
    const report = await buildMeaning(folder, index, embedding, { ...PLAIN, writer });
    expect(report).toMatchObject({ passages: 1, questions: 10 });
    expect(embedding.sent[1]).toEqual(['经费 列入哪里？', ...many.slice(0, 9)]);
  });

  it('are not written where the build is told to stop', async () => {
    const { folder, publish } = await makeRules();
    const index = await publish(articles(20));
    const stopping = new AbortController();
    const writer = makeWriter(({ text }) => {
      if (text.includes('7次')) stopping.abort();
      return false;
    });
    const options = { ...PLAIN, writer, signal: stopping.signal };
    await expect(buildMeaning(folder, index, makeEmbedding(), options)).rejects.toThrow('aborted');
    expect(writer.asked.length).toBeLessThan(21);
    const rest = makeWriter();
    await buildMeaning(folder, index, makeEmbedding(), { ...PLAIN, writer: rest });
    const texts = [...writer.asked, ...rest.asked].map(({ text }) => text);
    expect([texts.length, new Set(texts).size]).toEqual([21, 21]);
  });
});
