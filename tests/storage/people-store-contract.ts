import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashCode } from '../../src/people/invitation.ts';
import type { NewInvitation, PeopleChange, PeopleStore } from '../../src/people/store.ts';
import type { Records } from '../../src/storage/records.ts';

const AT = '2026-01-01T08:00:00.000Z';
const NOW = new Date(AT);
const LATER = new Date('2026-02-01T00:00:00.000Z');
const account = (key: string, channel = 'telegram') => ({ channel, key });
const CLASS = { id: 'c1', name: '第一期', startsOn: '2026-01-01', endsOn: '2026-01-31' };

/** What every database must do for people, classes and invitations; run on real ones. */
export function storesPeople(open: () => Promise<Records>): void {
  let records: Records;
  let store: PeopleStore;
  beforeEach(async () => {
    records = await open();
    store = records.people;
    await store.change([{ kind: 'add-class', class: CLASS, at: AT }]);
  });
  afterEach(() => records.close());

  const invite = (id: string, fields: Partial<NewInvitation> = {}) =>
    store.change([
      {
        kind: 'invite',
        invitation: {
          ...{ id, codeHash: hashCode(id), note: '备注', places: 1, role: 'learner' },
          ...{ classId: null, person: null, createdAt: AT, expiresAt: '2026-01-08T00:00:00.000Z' },
          ...fields,
        },
      },
    ]);
  const redeem = (id: string, key: string, now = NOW, channel = 'telegram') =>
    store.redeem(hashCode(id), account(key, channel), now, null);
  const kindOf = async (...asked: Parameters<typeof redeem>) => (await redeem(...asked)).kind;
  const addPerson = (id: string, role: 'learner' | 'trainer' | 'admin' = 'learner') =>
    store.change([
      { kind: 'add-person', person: { id, name: `人${id}`, unit: '某局', role }, at: AT },
    ]);

  it('lets as many in as an invitation has places', async () => {
    await invite('a', { places: 2 });
    expect(await kindOf('a', '1')).toBe('admitted');
    expect(await kindOf('a', '2')).toBe('admitted');
    expect(await kindOf('a', '3')).toBe('used-up');
    expect(await store.personOf(account('2'), NOW)).toMatchObject({ role: 'learner', name: '' });
    expect(await store.personOf(account('3'), NOW)).toBeNull();
    expect(await store.personOf(account('2', 'web'), NOW)).toBeNull();
  });

  it('takes no second place for someone who has all that it gives', async () => {
    await invite('a', { places: 2, classId: CLASS.id });
    await redeem('a', '1');
    expect(await kindOf('a', '1', LATER)).toBe('admitted');
    expect((await store.invitations())[0]).toMatchObject({ places: 2, taken: 1 });
  });

  it('gives the last place to one of many that come at once', async () => {
    await invite('a');
    const all = await Promise.all(['1', '2', '3', '4'].map((key) => kindOf('a', key)));
    expect(all.filter((one) => one === 'admitted')).toHaveLength(1);
  });

  it('lets nobody in by a code that is past or that nobody gave', async () => {
    await invite('a', { places: 2 });
    expect(await kindOf('a', '1', new Date('2026-01-08T00:00:00.000Z'))).toBe('expired');
    expect(await kindOf('b', '1')).toBe('unknown');
    expect(await store.personOf(account('1'), NOW)).toBeNull();
  });

  it('leads a person on into a class, and raises a role but never lowers it', async () => {
    await invite('a', { classId: CLASS.id });
    await invite('b', { role: 'trainer', classId: CLASS.id });
    await invite('c', { role: 'learner' });
    await redeem('a', '1');
    await redeem('b', '1');
    await redeem('c', '1');
    expect(await store.personOf(account('1'), NOW)).toMatchObject({
      role: 'trainer',
      memberships: [{ classId: CLASS.id, part: 'trainer' }],
    });
  });

  it('makes an operator of nobody who is a trainer, and no administrator of an operator', async () => {
    await invite('a', { role: 'operator' });
    await invite('b', { role: 'learner' });
    await redeem('a', '1');
    await redeem('b', '1');
    expect(await store.personOf(account('1'), NOW)).toMatchObject({ role: 'operator' });
  });

  it('signs a person in by a code that is for them alone, and voids the others', async () => {
    await addPerson('p');
    await invite('a', { person: 'p' });
    await invite('b', { person: 'p' });
    expect(await redeem('a', '1')).toMatchObject({ kind: 'admitted', person: 'p' });
    expect(await kindOf('b', '2')).toBe('unknown');
    expect(await kindOf('a', '2')).toBe('used-up');
  });

  it('does not make one person of two who have both been here', async () => {
    await addPerson('p');
    await invite('a');
    await invite('b', { person: 'p', places: 2 });
    await redeem('a', '1');
    await redeem('b', '2');
    expect(await kindOf('b', '1')).toBe('taken');
  });

  it('gives what a list says to someone who is here already', async () => {
    await addPerson('p', 'trainer');
    await store.change([join('p', 'trainer')]);
    await invite('a');
    await invite('b', { person: 'p' });
    await redeem('a', '1');
    expect(await kindOf('b', '1')).toBe('admitted');
    expect(await store.personOf(account('1'), NOW)).toMatchObject({
      ...{ name: '人p', unit: '某局', role: 'trainer' },
      memberships: [{ classId: CLASS.id, part: 'trainer' }],
    });
    expect(await store.person('p')).toBeNull();
  });

  it('raises an operator to an administrator, and never lowers one', async () => {
    await invite('a', { role: 'operator' });
    await invite('b', { role: 'trainer', classId: CLASS.id });
    await redeem('a', '1');
    await redeem('b', '1');
    expect(await store.personOf(account('1'), NOW)).toMatchObject({
      ...{ role: 'operator', memberships: [{ part: 'trainer' }] },
    });
    await invite('c', { role: 'admin' });
    await redeem('c', '1');
    expect(await store.personOf(account('1'), NOW)).toMatchObject({ role: 'admin' });
  });

  it('takes the codes and accounts along that someone made who came by a withdrawn one', async () => {
    await invite('a', { role: 'admin' });
    const found = await redeem('a', '1');
    if (found.kind !== 'admitted') throw new Error('Expected to be let in');
    await invite('own', { person: found.person, places: 9 });
    await redeem('own', '2');
    expect(await store.withdraw('a')).toBe(2);
    expect(await kindOf('own', '3')).toBe('unknown');
    expect(await store.personOf(account('2'), NOW)).toBeNull();
  });

  it('forgets an account that has expired, and takes it in anew', async () => {
    await invite('a', { places: 2, expiresAt: '2027-01-01T00:00:00.000Z' });
    await store.redeem(hashCode('a'), account('s', 'web'), NOW, new Date('2026-01-02T00:00:00Z'));
    expect(await store.personOf(account('s', 'web'), NOW)).not.toBeNull();
    expect(await store.personOf(account('s', 'web'), LATER)).toBeNull();
    await store.extend(account('s', 'web'), new Date('2026-03-01T00:00:00Z'));
    expect(await store.personOf(account('s', 'web'), LATER)).not.toBeNull();
    await store.signOut(account('s', 'web'));
    expect(await store.personOf(account('s', 'web'), NOW)).toBeNull();
  });

  it('shuts out the accounts that came by an invitation that is withdrawn', async () => {
    await invite('a', { places: 2 });
    await redeem('a', '1');
    expect(await store.withdraw('a')).toBe(1);
    expect(await store.personOf(account('1'), NOW)).toBeNull();
    expect(await kindOf('a', '3')).toBe('unknown');
    expect(await store.withdraw('a')).toBeNull();
  });

  it('lists invitations and classes, the newest first', async () => {
    await invite('old');
    await invite('new', { createdAt: '2026-01-02T00:00:00.000Z' });
    expect((await store.invitations()).map(({ id }) => id)).toEqual(['new', 'old']);
    const later = { ...CLASS, id: 'c2', startsOn: '2026-03-01', endsOn: '2026-03-02' };
    await store.change([{ kind: 'add-class', class: later, at: AT }]);
    await addPerson('p');
    await store.change([join('p', 'learner')]);
    expect(await store.classes()).toEqual([
      { ...later, learners: 0, trainers: 0 },
      { ...CLASS, learners: 1, trainers: 0 },
    ]);
  });

  const join = (person: string, part: 'learner' | 'trainer'): PeopleChange => ({
    ...{ kind: 'join', person, classId: CLASS.id, part, at: AT },
  });

  it('lists the members of a class, trainers first, and who has signed in', async () => {
    for (const id of ['1', '2']) await addPerson(id);
    await addPerson('3', 'trainer');
    await store.change([join('2', 'learner'), join('1', 'learner'), join('3', 'trainer')]);
    await invite('a', { person: '2' });
    await redeem('a', 'x');
    const members = await store.members(CLASS.id);
    expect(members.map(({ person, part, hasSignedIn }) => [person, part, hasSignedIn])).toEqual([
      ['3', 'trainer', false],
      ['1', 'learner', false],
      ['2', 'learner', true],
    ]);
  });

  it('keeps all changes of one step, or none', async () => {
    await addPerson('p');
    const changes: PeopleChange[] = [
      { kind: 'rename', person: 'p', name: '新名' },
      { kind: 'join', person: 'p', classId: 'no such class', part: 'learner', at: AT },
    ];
    await expect(store.change(changes)).rejects.toThrow();
    expect(await store.person('p')).toMatchObject({ name: '人p' });
  });

  it('removes a person with all that is theirs, and keeps what was done by them', async () => {
    await addPerson('p', 'admin');
    await invite('a', { person: 'p' });
    await redeem('a', '1');
    const deed = {
      ...{ id: 'd', at: AT, actor: 'p', actorName: '当时的姓名' },
      ...{ deed: '新建班次', detail: '第一期' },
    };
    await store.change([
      { kind: 'audit', deed },
      { kind: 'remove-person', person: 'p' },
    ]);
    expect(await store.person('p')).toBeNull();
    expect(await store.personOf(account('1'), NOW)).toBeNull();
    expect(await store.audit(9)).toEqual([
      { at: AT, actor: 'p', deed: '新建班次', detail: '第一期', actorName: '当时的姓名' },
    ]);
  });

  it('knows whether there is anyone', async () => {
    expect(await store.hasAnyone()).toBe(false);
    await addPerson('p');
    expect(await store.hasAnyone()).toBe(true);
    expect((await store.people()).map(({ id }) => id)).toEqual(['p']);
  });
}
