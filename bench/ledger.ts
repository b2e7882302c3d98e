import { createPlacer } from '../src/materials/ledger/cluster/create-placer.ts';
import { meaningsIn } from '../src/materials/ledger/cluster/read-meaning.ts';
import { shippedPairs } from '../tests/support/ledger-loop/asked.ts';
import { withPairs } from '../tests/support/ledger-loop/open-with-pairs.ts';
import { type Count, type LoopFigures, runLoop } from '../tests/support/ledger-loop/run-loop.ts';
import { type Report, round } from './figures.ts';

/** The constants of the placer were chosen on odd seeds from 1 to 23: these are others. */
const SEEDS = [2, 4, 6, 8, 10, 12];
const TAKEN_AWAY = 1 / 3;
const WORDINGS = 10_000;

/** The unanswered ledger: how topics are made, what answering one of each brings, and how fast it goes. */
export async function benchLedger(report: Report): Promise<void> {
  const runs: LoopFigures[] = [];
  for (const seed of SEEDS) {
    const figures = await runLoop(seed, { share: TAKEN_AWAY });
    runs.push(figures);
    report({ bench: 'ledger', seed, ...summary([figures]) });
  }
  report({ bench: 'ledger', seeds: SEEDS.length, ...summary(runs) });
  report({ bench: 'ledger-placing', ...(await measurePlacing()) });
}

function summary(runs: readonly LoopFigures[]): Record<string, number> {
  const sum = (name: 'asked' | 'entered' | 'together') =>
    runs.reduce((total, one) => total + one[name], 0);
  const share = (countOf: (one: LoopFigures) => Count) => {
    const counts = runs.map(countOf);
    const of = counts.reduce((total, [number]) => total + number, 0);
    return of === 0 ? Number.NaN : round(counts.reduce((total, [, hits]) => total + hits, 0) / of);
  };
  const entered = sum('entered');
  const together = sum('together');
  const pure = runs.reduce((total, one) => total + one.pure[1], 0);
  return {
    asked: sum('asked'),
    entered,
    together: round(together / entered),
    // Whoever stands alone is pure by nature: told apart from those of several.
    purityOfAll: round((pure + entered - together) / entered),
    purity: share((one) => one.pure),
    purityBySource: share((one) => one.pureBySource),
    others: share((one) => one.others),
    all: share((one) => one.all),
    heldOut: share((one) => one.heldOut),
    unseen: share((one) => one.unseen),
  };
}

/** Seconds for wordings that nobody placed yet, each among all before it. */
async function measurePlacing(): Promise<Record<string, number>> {
  const pairs = shippedPairs();
  const asked = pairs.flatMap(({ questions }) => questions);
  const wordings = Array.from({ length: WORDINGS }, (_, at) => {
    const [one, other] = [asked[at % asked.length], asked[(at * 7 + 13) % asked.length]];
    return at < asked.length ? (one as string) : `${one}，${other?.slice(0, 1 + (at % 9))}`;
  });
  return withPairs(pairs, (index) => {
    const begun = performance.now();
    const meaningOf = meaningsIn(index);
    for (const text of wordings) meaningOf(text);
    const read = performance.now();
    const placer = createPlacer([], meaningOf);
    let topics = 0;
    for (const [at, text] of wordings.entries()) {
      const found = placer.topicOf(text);
      if (found === null) topics++;
      placer.add({ topic: found ?? `topic-${at}`, text });
    }
    const seconds = (milliseconds: number) => round(milliseconds / 1000);
    return {
      ...{ wordings: wordings.length, topics, reading: seconds(read - begun) },
      placing: seconds(performance.now() - read),
    };
  });
}
