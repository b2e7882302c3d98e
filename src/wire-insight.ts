import type { Config } from './config.ts';
import type { Tools } from './conversation/feature.ts';
import { FAILURE_REASONS, SKIP_REASONS } from './delivery/delivery.ts';
import type { InsightSources } from './insight/gather.ts';
import type { LedgerCounts, MaterialInForce, ReleaseBrief } from './insight/insight.ts';
import type { Release } from './materials/gate/store.ts';
import type { LedgerTotals } from './materials/ledger/store.ts';
import type { ShelvedMaterial } from './materials/material.ts';
import { instantAt } from './reminder/schedule/local-time.ts';
import type { Records } from './storage/records.ts';
import { STATE_NAMES, SUGGESTION_STATES } from './suggestion/suggestion.ts';

/** Where totals of the service come from. */
export function wireInsight(
  { zone }: Pick<Config, 'zone'>,
  records: Pick<Records, 'insight' | 'ledger' | 'releases' | 'suggestions'>,
  { shelf, heldIndex }: Pick<Tools, 'shelf' | 'heldIndex'>,
): InsightSources {
  const { insight, ledger, releases, suggestions } = records;
  return {
    store: insight,
    materials: async () => {
      const all = await shelf.list();
      const submitted = all.filter(({ standing }) => standing === 'submitted').length;
      return { inForce: all.flatMap(inForce), submitted };
    },
    ledger: async () => countsOf(await ledger.totals()),
    isHeld: () => heldIndex() !== null,
    releases: async (limit) => (await releases.latest(limit)).map(briefOf),
    suggestions: async () => {
      const totals = await suggestions.totals();
      return SUGGESTION_STATES.map((state) => ({
        ...{ name: STATE_NAMES[state], count: totals[state] },
        isOpen: state === 'open' || state === 'in-hand',
      }));
    },
    startOf: (day) => instantAt(zone, day, '00:00'),
    reasonInWords: (reason) => REASONS[reason] ?? reason,
  };
}

const REASONS: Readonly<Record<string, string>> = { ...FAILURE_REASONS, ...SKIP_REASONS };

function inForce({ entry, standing }: ShelvedMaterial): MaterialInForce[] {
  if (standing !== 'in-force') return [];
  const { id, title, effective_from, approved_at } = entry;
  return [{ id, title, since: effective_from ?? approved_at }];
}

function countsOf({ states, large }: LedgerTotals): LedgerCounts {
  const { open, assigned, submitted, answered } = states;
  return { open, assigned, submitted, answered, setAside: states['set-aside'], large };
}

function briefOf({ at, verdict, findings }: Release): ReleaseBrief {
  const { asked, worse, better, withoutBasis } = findings;
  return {
    ...{ at, verdict, asked },
    ...{ worse: worse.length, better: better.length, withoutBasis: withoutBasis.length },
  };
}
