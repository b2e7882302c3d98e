import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { readGoldenIn } from '../../src/corpus/golden.ts';
import { textFileOf } from '../../src/corpus/kept-reading.ts';
import { parseManifest } from '../../src/corpus/manifest.ts';
import { firstBrokenStep } from '../../src/corpus/steps.ts';
import { doneOf, makeShelf, request, type ShelfHouse, ZHANG } from './shelf-house.ts';

const CHANGER = fileURLToPath(new URL('change-until-killed.js', import.meta.url));
const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 5);
const AT_ONCE = 2;
/** Changes that the first one begins before it is killed, within one of which it is killed. */
const MOST_CHANGES = 5;
const CHANGE_MS = 20;
const TIMEOUT_MS = 60_000 + ROUNDS * 5000;

function start({ parts }: ShelfHouse): ChildProcess {
  const child = fork(CHANGER, [parts.folder, parts.dataFolder], { execArgv: [] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function someChanges(child: ChildProcess): Promise<void> {
  for (let left = 1 + Math.random() * MOST_CHANGES; left > 0; left--) await once(child, 'message');
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
  const asked = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const children = Array.from({ length: AT_ONCE }, () => start(house));
    await Promise.race(children.map(someChanges));
    await pause(Math.random() * CHANGE_MS);
    await Promise.all(children.map(kill));

    const manifest = parseManifest(await house.manifest());
    expect(manifest.broken).toEqual([]);
    const steps = new Map(manifest.entries.map((entry) => [entry.id, entry.steps.length]));
    for (const [id, count] of seen) expect([id, steps.get(id)]).toEqual([id, count]);
    expect(manifest.entries.filter((entry) => firstBrokenStep(entry.steps) !== null)).toEqual([]);
    const all = await house.shelf.list();
    expect(all.filter(({ standing }) => standing === 'unusable')).toEqual([]);
    for (const { entry } of all) expect(await house.shelf.reading(entry)).not.toBeNull();

    // The companions are written by the same renames, under the same lock.
    const golden = new Set((await readGoldenIn(house.folder)).map(({ id }) => id));
    expect([...asked].filter((id) => !golden.has(id))).toEqual([]);
    for (const id of golden) asked.add(id);

    // The next change finds the lock free and takes away what was left half done.
    await doneOf(
      house.shelf.change({ id: 'standing', version: 1 }, { title: `第${round}轮` }, ZHANG),
    );
    const now = parseManifest(await house.manifest()).entries;
    const named = now.flatMap(({ file }) => [file, textFileOf(file)]);
    const companions = golden.size > 0 ? ['golden.yaml'] : [];
    expect(await house.files()).toEqual([...companions, 'manifest.yaml', ...named].sort());
    for (const { id, steps: taken } of now) seen.set(id, taken.length);
  }
  // Else nothing was tried.
  expect(seen.size).toBeGreaterThan(1);
  expect(asked.size).toBeGreaterThan(1);
});
