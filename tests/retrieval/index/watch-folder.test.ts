import { expect, it, onTestFinished } from 'vitest';
import { inspectCorpus } from '../../../src/corpus/corpus.ts';
import { watchFolder } from '../../../src/retrieval/index/watch-folder.ts';
import { makeCorpusFolder } from '../../support/corpus-folder.ts';

const TODAY = '2027-06-01';
/** More than are looked at with each question. */
const MANY = Array.from({ length: 320 }, (_, at) => ({ file: `m${at}.txt` }));
const files = Object.fromEntries(MANY.map(({ file }) => [file, '一、经费\n列入预算。']));
const withdrawn = MANY.map((one, at) => (at === 7 ? { ...one, status: 'retired' } : one));

/** A watch of many files, and a gate that a look at them waits for while it is shut. */
async function watchMany() {
  const corpus = await makeCorpusFolder({ files, entries: MANY });
  onTestFinished(() => corpus.remove());
  let open = () => {};
  let gate = Promise.resolve();
  let waiting = 0;
  const watch = watchFolder({
    corpusFolder: () => corpus.path,
    today: () => TODAY,
    corpus: async () => {
      const state = await inspectCorpus(corpus.path, TODAY);
      waiting++;
      await gate.finally(() => waiting--);
      return state;
    },
  });
  const shut = () => {
    gate = new Promise((resolve) => {
      open = resolve;
    });
  };
  const isInForce = async (id = 'm7') => (await watch.look()).standing.inForce.has(id);
  await watch.lookAtAll();
  const isHeld = () => waiting > 0;
  return { corpus, watch, shut, open: () => open(), isHeld, isInForce };
}

it('what a manifest withdraws is withdrawn at once, before its many files are looked at', async () => {
  const { corpus, watch, shut, open, isInForce } = await watchMany();
  expect(await isInForce()).toBe(true);
  shut();
  await corpus.publish({ files, entries: withdrawn });
  const behind = watch.lookAtAll();
  expect([await isInForce(), await isInForce('m8')]).toEqual([false, true]);
  expect((await watch.look()).name).toBeNull();
  open();
  const { name } = await behind;
  expect((await watch.look()).name).toBe(name);
  expect(await isInForce()).toBe(false);
});

it('a look that began before a withdrawal does not bring it back', async () => {
  const { corpus, watch, shut, open, isHeld, isInForce } = await watchMany();
  await corpus.write('more.txt', '另文');
  shut();
  const before = watch.lookAtAll();
  await expect.poll(isHeld).toBe(true);
  await corpus.publish({ files, entries: withdrawn });
  expect(await isInForce()).toBe(false);
  open();
  await before;
  expect(watch.latest()?.standing.inForce.has('m7')).toBe(false);
  expect(await isInForce()).toBe(false);
});

it('one of many files that is altered in its place is found by the questions that follow', async () => {
  const { corpus, isInForce } = await watchMany();
  await corpus.write('m7.txt', '一、经费\n另行规定。');
  await expect.poll(isInForce, { timeout: 5000 }).toBe(false);
});
