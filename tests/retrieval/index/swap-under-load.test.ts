import { setImmediate as giveWay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { answerQuestion } from '../../../src/answering/answer-question.ts';
import { answerText } from '../../../src/answering/answer-text.ts';
import { makeCorpusFolder } from '../../support/corpus-folder.ts';
import { keptIndex } from '../../support/kept-index.ts';
import { makeFolder } from '../../support/small-index.ts';
import { textOf, type Version, versionsOf } from './changing-corpus.ts';

const QUESTION = '每期培训多少名骨干教师？';
const SWAPS = 6;

function contentAt(step: number) {
  const entries = versionsOf(step);
  return { entries, files: Object.fromEntries(entries.map((one) => [one.file, textOf(one)])) };
}

const keyOf = ({ id, version }: Version) => `${id}@${version}`;

it('no question fails while indexes take over, and none quotes a text once it is withdrawn', async () => {
  const corpus = await makeCorpusFolder(contentAt(0));
  const { path, remove } = await makeFolder();
  const kept = keptIndex(corpus.path, path);
  onTestFinished(async () => {
    await kept.close();
    await Promise.all([corpus.remove(), remove()]);
  });
  await kept.serving();
  /** Retired in the manifest as it is now. */
  let withdrawn = new Set<string>();
  let isOver = false;
  let asked = 0;
  const names = new Set<string>();
  const ask = async () => {
    while (!isOver) {
      const gone = withdrawn;
      const index = await kept.serving();
      const shown = index.store.materials().map(({ id, version }) => `${id}@${version}`);
      expect(shown.filter((key) => gone.has(key) && withdrawn.has(key))).toEqual([]);
      const answer = answerQuestion(index, QUESTION);
      expect(answerText(answer)).toMatch(/第\d+版要求每期培训\d+名骨干教师/u);
      names.add(index.name);
      asked++;
      await giveWay();
    }
  };
  const change = async () => {
    for (let step = 1; step <= SWAPS; step++) {
      const { entries, files } = contentAt(step);
      const next = new Set(entries.filter(({ status }) => status === 'retired').map(keyOf));
      // What comes back may be quoted from here on, what goes not before the manifest says so.
      withdrawn = new Set([...withdrawn].filter((key) => next.has(key)));
      await corpus.publish({ entries, files });
      withdrawn = next;
      if (step % 2 === 0) expect(await kept.fresh()).toBeNull();
    }
    isOver = true;
  };
  await Promise.all([ask(), ask(), ask(), change()]);
  expect(asked).toBeGreaterThan(100);
  expect(names.size).toBeGreaterThan(SWAPS / 4);
  expect(kept.troubles).toEqual([]);
});
