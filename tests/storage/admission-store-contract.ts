import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AdmissionStore } from '../../src/people/admission.ts';
import type { Records } from '../../src/storage/records.ts';

const NOW = new Date('2026-01-01T08:00:00.000Z');
const account = (key: string) => ({ channel: 'telegram', key });

/** What every database must do for invitations and those who came by them; run on real ones. */
export function storesAdmissions(open: () => Promise<Records>): void {
  let records: Records;
  let store: AdmissionStore;
  beforeEach(async () => {
    records = await open();
    store = records.admissions;
  });
  afterEach(() => records.close());

  const invite = (
    id: string,
    places = 1,
    fields: { createdAt?: string; expiresAt?: string } = {},
  ) =>
    store.invite({
      ...{ id, codeHash: `hash-${id}`, note: '第一期', places },
      createdAt: '2026-01-01T00:00:00.000Z',
      expiresAt: '2026-01-08T00:00:00.000Z',
      ...fields,
    });
  /** What the list says of an invitation that nobody has come by. */
  const listed = (id: string) => ({
    ...{ id, note: '第一期', places: 1, taken: 0 },
    createdAt: '2026-01-01T00:00:00.000Z',
    expiresAt: '2026-01-08T00:00:00.000Z',
  });
  const redeem = (id: string, key: string, now = NOW) =>
    store.redeem(`hash-${id}`, account(key), now);

  it('lets as many in as an invitation has places', async () => {
    await invite('a', 2);
    expect(await redeem('a', '1')).toBe('admitted');
    expect(await redeem('a', '2')).toBe('admitted');
    expect(await redeem('a', '3')).toBe('used-up');
    expect(await store.isAdmitted(account('2'))).toBe(true);
    expect(await store.isAdmitted(account('3'))).toBe(false);
    expect(await store.isAdmitted({ channel: 'web', key: '2' })).toBe(false);
  });

  it('takes no second place for someone who is in already', async () => {
    await invite('a', 2);
    await redeem('a', '1');
    expect(await redeem('a', '1')).toBe('admitted');
    expect((await store.invitations())[0]).toMatchObject({ places: 2, taken: 1 });
  });

  it('takes no place of another invitation for someone who is in already', async () => {
    await invite('a');
    await invite('b');
    await redeem('a', '1');
    expect(await redeem('b', '1')).toBe('admitted');
    expect(await redeem('b', '2')).toBe('admitted');
  });

  it('tells someone who is in already so, though the invitation is past or used up', async () => {
    await invite('a');
    await redeem('a', '1');
    expect(await redeem('a', '1', new Date('2026-02-01T00:00:00.000Z'))).toBe('admitted');
    expect(await redeem('b', '1')).toBe('unknown');
  });

  it('counts the same key in two channels as two people', async () => {
    await invite('a', 1);
    await redeem('a', '1');
    expect(await store.redeem('hash-a', { channel: 'web', key: '1' }, NOW)).toBe('used-up');
  });

  it('gives the last place to one of many that come at once', async () => {
    await invite('a');
    const all = await Promise.all(['1', '2', '3'].map((key) => redeem('a', key)));
    expect(all.filter((one) => one === 'admitted')).toHaveLength(1);
  });

  it('lets nobody in by a code that is past or that nobody gave', async () => {
    await invite('a', 2);
    expect(await redeem('a', '2', new Date('2026-01-07T23:59:59.999Z'))).toBe('admitted');
    expect(await redeem('a', '1', new Date('2026-01-08T00:00:00.000Z'))).toBe('expired');
    expect(await redeem('b', '1')).toBe('unknown');
    expect(await store.isAdmitted(account('1'))).toBe(false);
  });

  it('lists invitations, the newest first', async () => {
    await invite('old');
    await invite('new', 3, { createdAt: '2026-01-02T00:00:00.000Z' });
    await redeem('new', '1');
    await redeem('new', '2');
    expect(await store.invitations()).toEqual([
      { ...listed('new'), createdAt: '2026-01-02T00:00:00.000Z', places: 3, taken: 2 },
      listed('old'),
    ]);
  });

  it('shuts out those who came by an invitation that is withdrawn', async () => {
    await invite('a', 2);
    await invite('b');
    await redeem('a', '1');
    await redeem('b', '2');
    expect(await store.withdraw('a')).toBe(1);
    expect(await store.isAdmitted(account('1'))).toBe(false);
    expect(await store.isAdmitted(account('2'))).toBe(true);
    expect(await redeem('a', '3')).toBe('unknown');
    expect(await store.withdraw('a')).toBeNull();
  });

  it('lets someone who was shut out come again by another invitation', async () => {
    await invite('a');
    await invite('b');
    await redeem('a', '1');
    await store.withdraw('a');
    expect(await redeem('b', '1')).toBe('admitted');
    expect(await store.isAdmitted(account('1'))).toBe(true);
    expect((await store.invitations()).map(({ id, taken }) => [id, taken])).toEqual([['b', 1]]);
  });

  it('knows of no invitation where none was given', async () => {
    expect(await store.invitations()).toEqual([]);
    expect(await store.withdraw('a')).toBeNull();
  });
}
