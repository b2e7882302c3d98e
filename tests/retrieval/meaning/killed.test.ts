import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildMeaning } from '../../../src/retrieval/meaning/build.ts';
import { openMeaning } from '../../../src/retrieval/meaning/open.ts';
import { makeEmbedding } from './fake-embedding.ts';
import { PLAIN } from './plain.ts';
import { articles, makeRules, type Rules } from './rules.ts';

const BUILDER = fileURLToPath(new URL('build-until-killed.ts', import.meta.url));
const ROUNDS = 3;
const TIMEOUT_MS = 60_000;

function start({ folder, indexes }: Rules, name: string): ChildProcess {
  return fork(BUILDER, [folder, indexes, name], { execArgv: ['--import', 'tsx'] });
}

/** Lets a builder embed so many batches; the texts of the next one, which it waits with. */
async function letEmbed(child: ChildProcess, batches: number): Promise<string[][]> {
  const told: string[][] = [];
  while (told.length <= batches) {
    const [texts] = await once(child, 'message');
    told.push(texts as string[]);
    if (told.length <= batches) child.send('embed');
  }
  return told.slice(0, batches);
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('a build that is killed', { timeout: TIMEOUT_MS }, () => {
  it('between two batches has kept every batch before: nothing is embedded twice', async () => {
    const rules = await makeRules();
    const index = await rules.publish(articles(69));
    const embedded: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const child = start(rules, index.name);
      embedded.push(...(await letEmbed(child, 2)).flat());
      await kill(child);
      expect(await openMeaning(rules.folder, index, makeEmbedding(), PLAIN)).toBeNull();
    }
    const embedding = makeEmbedding();
    const report = await buildMeaning(rules.folder, index, embedding, PLAIN);
    expect(report).toMatchObject({ passages: 70, fromCache: ROUNDS * 20 });
    const all = [...embedded, ...embedding.sent.flat()];
    expect([all.length, new Set(all).size]).toEqual([70, 70]);
    expect(await openMeaning(rules.folder, index, makeEmbedding(), PLAIN)).not.toBeNull();
  });

  it('while a batch is kept has kept it whole or not at all', async () => {
    const rules = await makeRules();
    const index = await rules.publish(articles(69));
    for (let round = 0; round < ROUNDS; round++) {
      const child = start(rules, index.name);
      await letEmbed(child, 1);
      child.send('embed');
      await kill(child);
    }
    const { fromCache } = await buildMeaning(rules.folder, index, makeEmbedding(), PLAIN);
    expect(fromCache % 10).toBe(0);
    expect(fromCache).toBeGreaterThanOrEqual(ROUNDS * 10);
    expect(fromCache).toBeLessThanOrEqual(ROUNDS * 20);
  });
});
