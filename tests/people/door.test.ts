import { describe, expect, it } from 'vitest';
import { createDoor, type Knock } from '../../src/people/door.ts';
import { findCode, groupedCode, hashCode, makeCode } from '../../src/people/invitation.ts';
import type { Person } from '../../src/people/person.ts';
import type { PeopleStore, Redeemed } from '../../src/people/store.ts';

const ACCOUNT = { channel: 'telegram', key: '7' };
const KNOCK: Knock = { account: ACCOUNT, chat: '7', chatName: null, isGroup: false };
const IN_GROUP: Knock = { account: ACCOUNT, chat: '-5', chatName: 'Study', isGroup: true };

const PERSON: Person = {
  ...{ id: 'p', name: '王芳', unit: '', role: 'learner' },
  ...{ createdAt: '', consentedAt: null, memberships: [] },
};
const ADMITTED: Redeemed = { kind: 'admitted', person: 'p', joined: null, role: 'learner' };

type Asked = Pick<PeopleStore, 'personOf' | 'redeem'>;

/** Admits one account, and by one code; a door asks for nothing else. */
function makeStore(code: string, admitted = '', asked: Partial<Asked> = {}): PeopleStore {
  const store: Asked = {
    personOf: async ({ key }) => (key === admitted ? PERSON : null),
    redeem: async (hash) => (hash === hashCode(code) ? ADMITTED : { kind: 'unknown' }),
    ...asked,
  };
  return store as PeopleStore;
}

function makeDoor(access = { everyone: false, openChats: [] as string[] }, admitted = '') {
  let now = 0;
  const door = createDoor(makeStore('CODE', admitted), access, { now: () => new Date(now) });
  const wait = (ms: number) => {
    now += ms;
  };
  return { door, wait };
}

describe('the door', () => {
  it('is open to those who were let in, in private and not in any group', async () => {
    const { door } = makeDoor(undefined, '7');
    expect(await door.open(KNOCK)).toBe('in');
    expect(await door.open(IN_GROUP)).toBe('not-here');
  });

  it('is shut to strangers', async () => {
    const { door } = makeDoor();
    expect([await door.open(KNOCK), await door.open(IN_GROUP)]).toEqual(['stranger', 'stranger']);
  });

  it.each(['-5', 'study'])('is open to whoever is in a chat that is named as %s', async (name) => {
    const { door } = makeDoor({ everyone: false, openChats: ['-9', name] });
    expect([await door.open(IN_GROUP), await door.open(KNOCK)]).toEqual(['in', 'stranger']);
  });

  it.each(['study', 'STUDY', 'sTuDy'])('takes %s for the name of an open chat', async (name) => {
    const { door } = makeDoor({ everyone: false, openChats: ['study'] });
    expect(await door.open({ ...IN_GROUP, chatName: name })).toBe('in');
    expect(await door.open({ ...IN_GROUP, chatName: `${name}2` })).toBe('stranger');
    expect(await door.open({ ...IN_GROUP, chatName: null })).toBe('stranger');
  });

  it('is open in an open group to those who were let in, too', async () => {
    const { door } = makeDoor({ everyone: false, openChats: ['-5'] }, '7');
    expect(await door.open(IN_GROUP)).toBe('in');
    expect(await door.open({ ...IN_GROUP, chat: '-6' })).toBe('not-here');
  });

  it('is open to all where the operator said so', async () => {
    const { door } = makeDoor({ everyone: true, openChats: [] });
    expect([await door.open(IN_GROUP), await door.open(KNOCK)]).toEqual(['in', 'in']);
  });

  it('takes five tries of a code in an hour, and further ones after it', async () => {
    const { door, wait } = makeDoor();
    for (let tries = 0; tries < 5; tries++)
      expect((await door.redeem('X', ACCOUNT)).kind).toBe('unknown');
    expect((await door.redeem('CODE', ACCOUNT)).kind).toBe('too-many-tries');
    expect((await door.redeem('CODE', { ...ACCOUNT, key: '8' })).kind).toBe('admitted');
    expect((await door.redeem('CODE', { ...ACCOUNT, channel: 'web' })).kind).toBe('admitted');
    wait(3_599_999);
    expect((await door.redeem('CODE', ACCOUNT)).kind).toBe('too-many-tries');
    wait(3_600_000);
    expect((await door.redeem('CODE', ACCOUNT)).kind).toBe('admitted');
  });

  it('forgets each try by itself an hour after it', async () => {
    const { door, wait } = makeDoor();
    await door.redeem('X', ACCOUNT);
    wait(1_800_000);
    for (let tries = 0; tries < 4; tries++) await door.redeem('X', ACCOUNT);
    wait(1_800_000);
    expect((await door.redeem('X', ACCOUNT)).kind).toBe('unknown');
    expect((await door.redeem('X', ACCOUNT)).kind).toBe('too-many-tries');
  });

  it('takes back a try that was right', async () => {
    const { door } = makeDoor();
    for (let tries = 0; tries < 9; tries++) {
      expect((await door.redeem('CODE', ACCOUNT)).kind).toBe('admitted');
    }
  });

  it('counts tries that come at once, and tries from one place', async () => {
    const { door } = makeDoor();
    const many = Array.from({ length: 20 }, () => door.redeem('X', ACCOUNT));
    const kinds = (await Promise.all(many)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'unknown')).toHaveLength(5);
    for (let tries = 0; tries < 50; tries++) {
      await door.redeem('X', { channel: 'web', key: `${tries}` }, '203.0.113.7');
    }
    const next = await door.redeem('CODE', { channel: 'web', key: 'new' }, '203.0.113.7');
    expect(next.kind).toBe('too-many-tries');
  });

  it('asks the records nothing for one who tried too often', async () => {
    let asked = 0;
    const redeem = async () => {
      asked++;
      return { kind: 'unknown' as const };
    };
    const access = { everyone: false, openChats: [] };
    const clock = { now: () => new Date(0) };
    const door = createDoor(makeStore('CODE', '', { redeem }), access, clock);
    for (let tries = 0; tries < 50; tries++) await door.redeem('X', ACCOUNT);
    expect(asked).toBe(5);
  });

  it('says when a code is redeemed, by its clock', async () => {
    const at: Date[] = [];
    const redeem = async (_hash: string, _account: unknown, now: Date) => {
      at.push(now);
      return { kind: 'expired' as const };
    };
    const clock = { now: () => new Date(86_400_000) };
    const access = { everyone: false, openChats: [] };
    const door = createDoor(makeStore('CODE', '', { redeem }), access, clock);
    expect((await door.redeem('CODE', ACCOUNT)).kind).toBe('expired');
    expect(at).toEqual([new Date(86_400_000)]);
  });
});

describe('a code', () => {
  it.each([
    'ABCDEFGH2345',
    'abcd-efgh-2345',
    '邀请码：ABCD EFGH 2345',
    '/start ABCDEFGH2345',
    'ＡＢＣＤＥＦＧＨ２３４５',
  ])('is found in %s', (text) => {
    expect(findCode(text)).toBe('ABCDEFGH2345');
  });

  it.each([
    'ABCDEFGH234',
    'ABCDEFGH23456',
    'ABCD-EFGH 2345',
    'ABCDEFGH2340',
    '网络培训学时怎么管理',
  ])('is not found in %s', (text) => {
    expect(findCode(text)).toBeNull();
  });

  it('is the same read in groups', () => {
    const code = makeCode();
    expect(findCode(groupedCode(code))).toBe(code);
    expect(hashCode(groupedCode(code))).toBe(hashCode(code));
  });

  it('is long, without signs that are taken for others, and never the same', () => {
    const codes = Array.from({ length: 1000 }, makeCode);
    expect(codes.filter((code) => !/^[2-9A-HJKMNP-Z]{12}$/u.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('is kept as a hash that does not show it, the same however it is typed', () => {
    const code = makeCode();
    const hash = hashCode(code);
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
    for (const typed of [code.toLowerCase(), ` ${code}\n`]) expect(hashCode(typed)).toBe(hash);
    expect(hashCode(makeCode())).not.toBe(hash);
    expect(hashCode(code.slice(1))).not.toBe(hash);
  });
});
