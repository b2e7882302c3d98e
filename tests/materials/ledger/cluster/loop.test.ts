import { beforeAll, expect, it } from 'vitest';
import { type LoopFigures, runLoop } from '../../../support/ledger-loop/run-loop.ts';

/** A short form of `bench/ledger.ts`, which takes a third away by several seeds. */
const SEED = 6;
const TAKEN_AWAY = 1 / 12;

let loop: LoopFigures;
beforeAll(async () => {
  loop = await runLoop(SEED, { share: TAKEN_AWAY, isShort: true });
}, 60_000);

const shareOf = ([of, hits]: readonly [number, number]) => hits / of;

it('puts together what belongs to one place', () => {
  expect(loop.together).toBeGreaterThanOrEqual(4);
  expect(shareOf(loop.pure)).toBeGreaterThanOrEqual(0.9);
});

it('answers the others of a topic by what answers one', () => {
  expect(loop.others[0]).toBeGreaterThanOrEqual(2);
  expect(shareOf(loop.others)).toBeGreaterThanOrEqual(0.8);
});

it('answers all that entered and can be answered', () => {
  expect(loop.all[0]).toBeGreaterThan(15);
  expect(shareOf(loop.all)).toBeGreaterThanOrEqual(0.8);
});
