import { expect, it } from 'vitest';
import { systemClock } from '../../../src/clock.ts';
import type { CorpusIndex } from '../../../src/retrieval/index/open.ts';
import { visibleIn } from '../../../src/retrieval/index/visible-in.ts';
import { buildMeaning } from '../../../src/retrieval/meaning/build.ts';
import { findByMeaning } from '../../../src/retrieval/meaning/find.ts';
import { keepMeaning } from '../../../src/retrieval/meaning/keep-meaning.ts';
import { openMeaning } from '../../../src/retrieval/meaning/open.ts';
import { makeEmbedding } from './fake-embedding.ts';
import { articles, makeRules } from './rules.ts';

const INPUTS = { mayLeave: () => true, writer: null };
const CHANGED = '培训伙食应当厉行节约，每年不少于三次检查。';

it('of twenty passages the one that was replaced is sent, and no other', async () => {
  const { folder, publish } = await makeRules();
  const embedding = makeEmbedding();
  const texts = articles(20);
  const before = await publish(texts);
  await buildMeaning(folder, before, embedding, INPUTS);
  expect(embedding.sent.flat()).toHaveLength(before.store.passageCount());
  const replaced = texts.with(6, CHANGED);
  const known = embedding.sent.length;
  await buildMeaning(folder, await publish(replaced), embedding, INPUTS);
  const sent = embedding.sent.slice(known).flat();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toContain(CHANGED);
});

it('vectors are those of the index that is asked, all of them, or none', async () => {
  const { folder, publish } = await makeRules();
  const embedding = makeEmbedding();
  const before = await publish(articles(20));
  let serving: CorpusIndex = before;
  const keeper = keepMeaning({
    ...{ folder, embedding, writer: null, clock: systemClock, mayLeave: () => true },
    borrow: async () => ({ index: serving, release: () => {} }),
    ...{ onBuilt: () => {}, onUnusable: () => {} },
  });
  await keeper.build();
  expect((await keeper.of(before))?.indexName).toBe(before.name);
  serving = await publish(articles(20).with(6, CHANGED));
  expect(await keeper.of(serving)).toBeNull();
  expect((await keeper.of(before))?.indexName).toBe(before.name);
  await keeper.build();
  const meaning = await keeper.of(serving);
  expect(meaning?.indexName).toBe(serving.name);
  const ids = (await meaning?.vectors?.passages.nearest(CHANGED, 40))?.map(({ id }) => id);
  expect(ids?.toSorted((one, other) => one - other)).toEqual([
    ...Array(serving.store.passageCount()).keys(),
  ]);
  await keeper.close();
});

it('what a view hides is not found by its vectors, and what stands behind it moves up', async () => {
  const { folder, publish } = await makeRules();
  const embedding = makeEmbedding();
  const index = await publish(articles(30), {
    hidden: { text: `另一办法\n${articles(60).join('\n')}`, fields: { title: '另一办法' } },
  });
  const view = visibleIn(index, ({ id }) => id === 'hidden');
  const keeper = keepMeaning({
    ...{ folder, embedding, writer: null, clock: systemClock, mayLeave: () => true },
    borrow: async () => ({ index, release: () => {} }),
    ...{ onBuilt: () => {}, onUnusable: () => {} },
  });
  await keeper.build();
  const meaning = await keeper.of(view);
  expect(meaning).toBe(await keeper.of(index));
  expect(await openMeaning(folder, index, embedding, INPUTS)).not.toBeNull();
  const [question] = articles(1) as [string];
  const materialsIn = async (asked: CorpusIndex) => {
    const { passages } = await findByMeaning(asked, meaning, [question], 60);
    return passages.filter(({ reasons }) => reasons.some(({ source }) => source.by === 'meaning'));
  };
  const all = await materialsIn(index);
  expect(all.some(({ passage }) => passage.material === 'hidden')).toBe(true);
  const shown = await materialsIn(view);
  expect(shown).toHaveLength(view.store.passageCount());
  expect(new Set(shown.map(({ passage }) => passage.material))).toEqual(new Set(['rules']));
  await keeper.close();
});
