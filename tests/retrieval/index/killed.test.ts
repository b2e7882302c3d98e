import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { inspectCorpus } from '../../../src/corpus/corpus.ts';
import { indexName } from '../../../src/retrieval/index/fingerprint.ts';
import { CURRENT } from '../../../src/retrieval/index/layout.ts';
import { readCompanions } from '../../../src/retrieval/index/look-at-folder.ts';
import { openIndex } from '../../../src/retrieval/index/open.ts';
import { manifestEntry } from '../../support/corpus-folder.ts';
import { keptIndex, TODAY, textsOf } from '../../support/kept-index.ts';
import { textOf, versionsOf } from './changing-corpus.ts';

const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 10);
const CHILD = fileURLToPath(new URL('serve-until-killed.js', import.meta.url));

/** More states than any process comes to before it is killed. */
const STATES = 80;

/** Kills a process that changes and serves a corpus, some time after it began to serve. */
async function serveUntilKilled(
  [corpus, indexes]: readonly [string, string],
  first: number,
  afterMs: number,
): Promise<number> {
  const child = fork(CHILD, [corpus, indexes, TODAY], { execArgv: [] });
  const told: unknown[] = [];
  child.on('message', (word) => told.push(word));
  const ended = once(child, 'exit');
  child.send(Array.from({ length: STATES }, (_, at) => stateAt(first + at)));
  await Promise.race([once(child, 'message'), ended]);
  await wait(afterMs);
  child.kill('SIGKILL');
  const [, signal] = await ended;
  expect(signal).toBe('SIGKILL');
  return told.filter((word) => word === 'swapped').length;
}

/** The files and the manifest of a corpus at a step. */
function stateAt(step: number) {
  const versions = versionsOf(step).map((fields) => ({ fields, text: textOf(fields) }));
  const materials = versions.map(({ fields, text }) => manifestEntry(fields, text));
  return {
    files: Object.fromEntries(versions.map(({ fields, text }) => [fields.file, text])),
    manifest: stringify({ materials }),
  };
}

/** What an index that is opened shows is whole. */
function expectWhole(texts: Record<string, string | null>): void {
  for (const [key, text] of Object.entries(texts)) {
    const [id = '', version] = key.split('@');
    expect(text).toBe(textOf({ id, version: Number(version) }));
  }
}

it(
  'whenever the process is killed, the index opened next is whole and that of the manifest',
  async () => {
    const corpus = await mkdtemp(join(tmpdir(), 'killed-corpus-'));
    const indexes = await mkdtemp(join(tmpdir(), 'killed-index-'));
    onTestFinished(async () => {
      await Promise.all(
        [corpus, indexes].map((path) => rm(path, { recursive: true, force: true })),
      );
    });
    let swaps = 0;
    for (let round = 0; round < ROUNDS; round++) {
      swaps += await serveUntilKilled([corpus, indexes], round * 100, Math.random() * 400);
      // The one that is pointed to is whole, whether or not the manifest has moved on.
      const pointed = await openIndex(indexes, await readFile(join(indexes, CURRENT), 'utf8'));
      if (pointed === null) throw new Error('Expected the index that is pointed to');
      expectWhole(textsOf(pointed));
      pointed.store.close();
      const state = await inspectCorpus(corpus, TODAY);
      const kept = keptIndex(corpus, indexes);
      const index = await kept.current();
      expect(index.name).toBe(indexName(state, await readCompanions(corpus)));
      const texts = textsOf(index);
      expect(Object.keys(texts)).toEqual(
        state.admitted.map(({ entry }) => `${entry.id}@${entry.version}`),
      );
      expectWhole(texts);
      const { hits } = index.passages.search('骨干教师', { limit: 100 });
      expect(hits.length).toBeGreaterThan(0);
      for (const { ordinal } of hits) index.store.passage(ordinal);
      await kept.close();
    }
    if (ROUNDS >= 10) expect(swaps).toBeGreaterThan(0);
  },
  ROUNDS * 15_000,
);
