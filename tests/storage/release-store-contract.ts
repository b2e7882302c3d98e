import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GateFindings } from '../../src/materials/gate/findings.ts';
import type { Release, ReleaseStore } from '../../src/materials/gate/store.ts';
import type { Records } from '../../src/storage/records.ts';
import { addMailing, mailingOf } from '../support/messages.ts';
import type { Shared } from './two-processes.ts';

const AT = '2026-03-05T08:00:00.000Z';
const LATER = '2026-03-06T08:00:00.000Z';
const FINDINGS: GateFindings = {
  ...{ asked: 3, worse: [], better: [], changed: [], failing: [], withoutBasis: [] },
  problem: null,
};
const ADMIN = { name: '王芳', person: 'p0' };

function releaseOf(index: string, before: string | null, fields: Partial<Release> = {}): Release {
  return {
    ...{ index, before, golden: 'g', verdict: 'passed', findings: FINDINGS, at: AT },
    ...{ by: null, reason: null, overruledAt: null, ...fields },
  };
}

/** What every database must do for releases; run on real ones. */
export function storesReleases(open: () => Promise<Shared>): void {
  let records: Records;
  let other: Records;
  let together: Shared['together'];
  let store: ReleaseStore;
  beforeEach(async () => {
    ({ one: records, two: other, together } = await open());
    store = records.releases;
    const person = { id: 'p0', name: '王芳', unit: '', role: 'admin' } as const;
    await records.people.change([{ kind: 'add-person', person, at: AT }]);
  });
  afterEach(async () => {
    await records.close();
    await other.close();
  });

  const message = (source: string) =>
    addMailing(mailingOf(source, { kind: 'service', source }), ['p0']);
  const due = async () => (await records.deliveries.due(new Date(LATER), 99)).length;
  const named = (releases: readonly Release[]) => releases.map(({ index }) => index);

  it('finds what was judged beside what served, and the newest first', async () => {
    expect([await store.find('b', 'a'), await store.serving()]).toEqual([null, null]);
    const first = releaseOf('a', null, { verdict: 'first', golden: '' });
    expect(await store.judge(first, [])).toEqual(first);
    const judgement = { id: 'q', question: '问？', state: 'holds', problem: null } as const;
    const before = { ...judgement, outcome: 'answered', first: null } as const;
    const worse = [{ before, after: { ...before, state: 'fails', problem: '答错了' } as const }];
    const held = releaseOf('b', 'a', { verdict: 'held', findings: { ...FINDINGS, worse } });
    await store.judge(held, []);
    expect([await store.find('b', 'a'), await store.find('a', null)]).toEqual([held, first]);
    expect([await store.find('b', null), await store.find('a', 'b')]).toEqual([null, null]);
    expect((await store.serving())?.index).toBe('a');
    await store.judge(releaseOf('c', 'a', { at: LATER }), []);
    expect(named(await store.latest(2))).toEqual(['c', 'b']);
    expect((await store.serving())?.index).toBe('c');
  });

  it('keeps the first of what two processes judge, with its messages alone', async () => {
    const held = releaseOf('b', 'a', { verdict: 'held' });
    const [one, two] = await together([
      () => store.judge(held, [message('gate:b')]),
      () => other.releases.judge({ ...held, at: LATER }, [message('gate:b again')]),
    ]);
    expect(one).toEqual(two);
    expect([await store.latest(9), await due()]).toEqual([[one], 1]);
  });

  it('judges anew by other questions, and goes by the last judgement', async () => {
    await store.judge(releaseOf('b', 'a', { verdict: 'held' }), []);
    await store.judge(releaseOf('b', 'a', { golden: 'h', at: LATER }), []);
    expect(await store.find('b', 'a')).toMatchObject({ golden: 'h', verdict: 'passed' });
    const decision = { by: ADMIN, reason: '已核对', at: LATER };
    expect(await store.overrule('b', 'a', decision)).toBeNull();
    expect(await store.latest(9)).toHaveLength(2);
  });

  it('lets through what is held, once, and knows by whom and why', async () => {
    await store.judge(releaseOf('a', null, { verdict: 'first', at: LATER }), []);
    await store.judge(releaseOf('b', 'a', { verdict: 'held' }), []);
    const later = '2026-03-07T08:00:00.000Z';
    const decide = (reason: string) => ({ by: ADMIN, reason, at: later });
    const ruled = await together([
      () => store.overrule('b', 'a', decide('甲')),
      () => other.releases.overrule('b', 'a', decide('乙')),
    ]);
    expect(ruled.filter((one) => one !== null)).toHaveLength(1);
    const found = await store.find('b', 'a');
    expect(found).toMatchObject({ verdict: 'overruled', by: ADMIN, overruledAt: later });
    expect([await store.serving()]).toEqual(ruled.filter((one) => one !== null));
    expect(await store.overrule('c', 'a', decide('丙'))).toBeNull();
    await records.people.change([{ kind: 'remove-person', person: 'p0' }]);
    expect((await store.find('b', 'a'))?.by).toEqual({ name: '王芳', person: null });
  });
}
