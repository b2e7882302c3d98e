import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { textFileOf } from '../../src/corpus/kept-reading.ts';
import { parseManifest } from '../../src/corpus/manifest.ts';
import { firstBrokenStep } from '../../src/corpus/steps.ts';
import { doneOf, makeShelf, request, type ShelfHouse, ZHANG } from './shelf-house.ts';

const CHANGER = fileURLToPath(new URL('change-until-killed.ts', import.meta.url));
const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 10);
const AT_ONCE = ['first', 'second'];
/** Long enough for a few steps of either. */
const LONGEST_LIFE_MS = 250;
const TIMEOUT_MS = 60_000 + ROUNDS * 5000;

async function start({ parts }: ShelfHouse, name: string): Promise<ChildProcess> {
  const options = { execArgv: ['--import', 'tsx'] };
  const child = fork(CHANGER, [parts.folder, parts.dataFolder, name], options);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) throw new Error('Expected the process to live until it is killed');
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

it('whoever is killed leaves the folder as it was before or after', {
  timeout: TIMEOUT_MS,
}, async () => {
  const house = await makeShelf();
  await doneOf(house.shelf.add(request('开头\n第一条 一直在这里。', { id: 'standing' })));
  // What was found once is never lost: neither a material, nor a step of one.
  const seen = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    const children = await Promise.all(AT_ONCE.map((name) => start(house, name)));
    await pause(Math.random() * LONGEST_LIFE_MS);
    await Promise.all(children.map(kill));

    const manifest = parseManifest(await house.manifest());
    expect(manifest.broken).toEqual([]);
    const steps = new Map(manifest.entries.map((entry) => [entry.id, entry.steps.length]));
    for (const [id, count] of seen) expect([id, steps.get(id)]).toEqual([id, count]);
    expect(manifest.entries.filter((entry) => firstBrokenStep(entry.steps) !== null)).toEqual([]);
    const all = await house.shelf.list();
    expect(all.filter(({ standing }) => standing === 'unusable')).toEqual([]);
    for (const { entry } of all) expect(await house.shelf.reading(entry)).not.toBeNull();

    // The next change finds the lock free and takes away what was left half done.
    await doneOf(
      house.shelf.change({ id: 'standing', version: 1 }, { title: `第${round}轮` }, ZHANG),
    );
    const now = parseManifest(await house.manifest()).entries;
    const named = now.flatMap(({ file }) => [file, textFileOf(file)]);
    expect(await house.files()).toEqual(['manifest.yaml', ...named].sort());
    for (const { id, steps: taken } of now) seen.set(id, taken.length);
  }
  // Else nothing was tried.
  expect(seen.size).toBeGreaterThan(AT_ONCE.length);
});
