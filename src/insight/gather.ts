import { addDays } from '../clock.ts';
import { ANSWERED_BY } from './answered-by.ts';
import { bandAt, bandFrom } from './bands.ts';
import type {
  Insight,
  LedgerCounts,
  MaterialInForce,
  ReasonCount,
  ReleaseBrief,
  Span,
  SuggestionCount,
  TimesOf,
  Uncited,
} from './insight.ts';
import type { InsightStore, MessageTotals, Totals } from './store.ts';
import { shareOf, type Told, told, toldTogether } from './told.ts';

/** Where totals come from. */
export interface InsightSources {
  readonly store: InsightStore;
  materials(): Promise<{
    readonly inForce: readonly MaterialInForce[];
    /** How many wait for approval. */
    readonly submitted: number;
  }>;
  ledger(): Promise<LedgerCounts>;
  /** The newest first. */
  releases(limit: number): Promise<readonly ReleaseBrief[]>;
  /** Whether the gate holds back the materials as they are now. */
  isHeld(): boolean;
  suggestions(): Promise<readonly SuggestionCount[]>;
  /** The first instant of a day (`YYYY-MM-DD`) in the zone. */
  startOf(day: string): Date;
  /** Of a message that failed or was not sent, in words for people. */
  reasonInWords(reason: string): string;
}

const OUTCOMES = ['answered', 'not-in-corpus', 'not-included', 'out-of-scope'] as const;
const MOST_RELEASES = 5;

/**
 * What is told of the days up to today.
 *
 * @param today `YYYY-MM-DD` in the zone
 */
export async function gatherInsight(
  sources: InsightSources,
  span: Span,
  today: string,
  now: Date,
): Promise<Insight> {
  const { store } = sources;
  const from = addDays(today, 1 - span);
  const totals = await store.totals(from, today);
  const since = await store.firstDay();
  const before = addDays(from, -span);
  const reachesBack = since !== null && since <= before;
  const earlier = reachesBack ? await store.totals(before, addDays(from, -1)) : null;
  const asked = told(askedIn(totals));
  return {
    ...{ span, from, to: today, since, asked },
    before: earlier === null ? null : told(askedIn(earlier)),
    outcomes: outcomesOf(totals, asked),
    days: daysOf(totals, from, span),
    times: timesOf(totals),
    ratings: {
      useful: told(countOf(totals, 'rating', 'useful')),
      notUseful: told(countOf(totals, 'rating', 'not-useful')),
    },
    materials: await materialsOf(totals, sources),
    messages: messagesOf(await store.messages(sources.startOf(from), now), sources),
    ledger: await sources.ledger(),
    isHeld: sources.isHeld(),
    releases: await sources.releases(MOST_RELEASES),
    suggestions: await sources.suggestions(),
  };
}

function askedIn({ outcomes }: Totals): number {
  return outcomes.reduce((sum, { number }) => sum + number, 0);
}

function outcomesOf({ outcomes }: Totals, asked: Told): Insight['outcomes'] {
  const counts = OUTCOMES.map((outcome) =>
    outcomes.reduce((sum, { name, number }) => (name === outcome ? sum + number : sum), 0),
  );
  const shown = toldTogether(counts);
  return OUTCOMES.map((outcome, at) => {
    const count = shown[at] as Told;
    return { outcome, count, share: shareOf(count, asked) };
  });
}

function daysOf({ outcomes }: Totals, from: string, span: Span): Insight['days'] {
  const counts = new Map<string, number>();
  for (const { day, number } of outcomes) counts.set(day, (counts.get(day) ?? 0) + number);
  const days = Array.from({ length: span }, (_, at) => addDays(from, at));
  const shown = toldTogether(days.map((day) => counts.get(day) ?? 0));
  return days.map((day, at) => ({ day, asked: shown[at] as Told }));
}

/** Ways by which nothing was answered are left out. */
function timesOf({ others }: Totals): readonly TimesOf[] {
  const ways = ANSWERED_BY.map((by) => {
    const counts = others.flatMap(({ of, name, number }) => {
      const [way, end = ''] = name.split(' ');
      const band = of === 'took' && way === by ? bandFrom(end) : null;
      return band === null ? [] : [{ band, count: number }];
    });
    return { by, counts, total: counts.reduce((sum, { count }) => sum + count, 0) };
  }).filter(({ total }) => total > 0);
  const shown = toldTogether(ways.map(({ total }) => total));
  return ways.map(({ by, counts }, at) => {
    const asked = shown[at] as Told;
    const within = (share: number) => (typeof asked === 'number' ? bandAt(counts, share) : null);
    return { by, asked, median: within(0.5), most: within(0.95), slowest: within(1) };
  });
}

function countOf({ others }: Totals, of: Totals['others'][number]['of'], name: string): number {
  return others.find((one) => one.of === of && one.name === name)?.number ?? 0;
}

async function materialsOf(
  totals: Totals,
  { store, materials }: InsightSources,
): Promise<Insight['materials']> {
  const { inForce, submitted } = await materials();
  const counted = inForce.map((one) => ({ ...one, count: countOf(totals, 'cited', one.id) }));
  const unquoted = counted.filter(({ count }) => count === 0);
  const last = await store.lastCited(unquoted.map(({ id }) => id));
  return {
    inForce: inForce.length,
    submitted,
    cited: counted
      .filter(({ count }) => count > 0)
      .toSorted((one, other) => other.count - one.count)
      .map((one) => ({ ...one, count: told(one.count) })),
    uncited: unquoted
      .map(
        ({ id, title, since }): Uncited => ({
          ...{ id, title, since, lastCited: last.get(id) ?? null },
        }),
      )
      .toSorted(
        (one, other) =>
          (one.lastCited ?? '').localeCompare(other.lastCited ?? '') ||
          (one.since ?? '').localeCompare(other.since ?? ''),
      ),
  };
}

function messagesOf(
  { sent, uncertain, failed, skipped, waiting, late, wishes }: MessageTotals,
  { reasonInWords }: InsightSources,
): Insight['messages'] {
  const inWords = (groups: MessageTotals['failed']): readonly ReasonCount[] => {
    const counts = toldTogether(groups.map(({ count }) => count));
    return groups.map(({ reason }, at) => ({
      ...{ reason: reasonInWords(reason), count: counts[at] as Told },
    }));
  };
  const sum = (groups: MessageTotals['failed']) =>
    told(groups.reduce((total, { count }) => total + count, 0));
  const optedIn = wishes.going + wishes.ignored;
  const [, ignored = 'hidden'] = toldTogether([wishes.going, wishes.ignored]);
  return {
    ...{ sent: told(sent), uncertain: told(uncertain), waiting: told(waiting), late: told(late) },
    ...{ failed: sum(failed), failedBy: inWords(failed) },
    ...{ skipped: sum(skipped), skippedBy: inWords(skipped) },
    ...{ optedIn: told(optedIn), ignored },
  };
}
