import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Phase, Round } from '../../src/seminar/session/session.ts';
import type { SeminarChange, SeminarStore } from '../../src/seminar/store.ts';
import type { Records } from '../../src/storage/records.ts';
import { kitOn, sessionOf } from '../support/seminar.ts';
import { kept, SPEAKER, turn } from './kept.ts';

const AT = '2026-03-05T08:00:00.000Z';
const LATER = '2026-03-05T09:00:00.000Z';
const CLASS = { id: 'c', name: '第一期', startsOn: '2026-03-01', endsOn: '2026-03-31' };
const VOTERS = Array.from({ length: 12 }, (_, at) => `l${at}`);

/** What every database must do for kits and sessions; run on real ones. */
export function storesSeminars(open: () => Promise<Records>): void {
  let records: Records;
  let store: SeminarStore;
  beforeEach(async () => {
    records = await open();
    store = records.seminars;
    await records.people.change([
      { kind: 'add-class', class: CLASS, at: AT },
      ...['t', 'u', ...VOTERS].map((id) => ({
        ...{ kind: 'add-person' as const, at: AT },
        person: { id, name: `人${id}`, unit: '', role: 'learner' as const },
      })),
    ]);
  });
  afterEach(() => records.close());

  const change = (...changes: SeminarChange[]) => store.change(changes);
  const addKit = (id: string, owner = 't', topic = id, at = AT) =>
    change({ kind: 'add-kit', id, owner, classId: null, kit: kitOn(topic), note: '新建', at });
  const saveVersion = (before: number, topic: string) =>
    change({
      ...{ kind: 'save-version', id: 'k', before, kit: kitOn(topic), note: `改成${topic}` },
      at: LATER,
    });

  it('gives a kit back as it was kept', async () => {
    await addKit('k');
    expect(await store.kit('k')).toEqual({
      ...{ id: 'k', owner: 't', classId: null, heldOn: null, version: 1, changedAt: AT },
      kit: kitOn('k'),
    });
    expect(await store.kit('none')).toBeNull();
  });

  it('adds versions and keeps those before', async () => {
    await addKit('k', 't', '甲');
    await saveVersion(1, '乙');
    expect(await store.kit('k')).toMatchObject({ version: 2, changedAt: LATER, kit: kitOn('乙') });
    expect(await store.version('k', 1)).toMatchObject({ version: 1, kit: kitOn('甲') });
    expect(await store.version('k', 3)).toBeNull();
    expect(await store.versions('k')).toEqual([
      { version: 2, note: '改成乙', changedAt: LATER },
      { version: 1, note: '新建', changedAt: AT },
    ]);
    expect(await store.kits('t')).toMatchObject([{ topic: '乙', version: 2 }]);
  });

  it('keeps one of two changes to the same version, and tells the other', async () => {
    await addKit('k', 't', '甲');
    const both = await Promise.allSettled([saveVersion(1, '乙'), saveVersion(1, '丙')]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: expect.stringContaining('刚刚被改动过') },
    });
    expect(await store.versions('k')).toHaveLength(2);
    await change({ kind: 'remove-kit', id: 'k' });
    await expect(saveVersion(2, '丁')).rejects.toThrow('已经删除');
  });

  it('lists one’s own kits and those that are shared with one, the latest first', async () => {
    await addKit('a', 't', '甲', AT);
    await addKit('b', 'u', '乙', LATER);
    await addKit('x', 'u', '丙', LATER);
    await change({ kind: 'share-kit', id: 'b', person: 't' });
    await change({ kind: 'share-kit', id: 'b', person: 't' });
    expect((await store.kits('t')).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(await store.readers('b')).toEqual(['t']);
    await change({ kind: 'unshare-kit', id: 'b', person: 't' });
    expect((await store.kits('t')).map(({ id }) => id)).toEqual(['a']);
  });

  it('keeps class and day of a kit, and loses the class with it alone', async () => {
    await addKit('k');
    await change(
      { kind: 'set-kit-class', id: 'k', classId: CLASS.id },
      { kind: 'set-kit-day', id: 'k', heldOn: '2026-03-09' },
    );
    expect(await store.kit('k')).toMatchObject({ classId: CLASS.id, heldOn: '2026-03-09' });
  });

  it('removes a kit with its versions and shares, and leaves its sessions', async () => {
    await addKit('k');
    await change(
      { kind: 'share-kit', id: 'k', person: 'u' },
      { kind: 'open-session', session: sessionOf('s', { kitId: 'k' }) },
      { kind: 'remove-kit', id: 'k' },
    );
    expect([await store.kit('k'), await store.versions('k'), await store.readers('k')]).toEqual([
      ...[null, [], []],
    ]);
    expect(await store.session('s')).toMatchObject({ kitId: null });
  });

  const openSession = (id = 's', fields: Parameters<typeof sessionOf>[1] = {}) =>
    change({ kind: 'open-session', session: sessionOf(id, fields) });
  const join = (person: string, session = 's') => change({ kind: 'join', session, person });
  const contribute = (person: string, text: string, round: Round = 'problem', session = 's') =>
    change({ kind: 'contribute', session, person, id: `${person}-${text}`, round, text });
  const moveTo = async (phase: Phase, round: Round = 'problem', focus = '聚焦') => {
    const step = (await store.session('s'))?.step ?? -1;
    await change({ kind: 'move-session', session: 's', from: step, round, phase, focus });
  };
  const vote = (person: string, ...choices: string[]) =>
    change({ kind: 'vote', session: 's', person, round: 'problem', choices });
  const merge = (into: string | null, ...ids: string[]) =>
    change({ kind: 'merge', session: 's', ids, into });
  const list = async (round: Round = 'problem') =>
    (await store.contributions('s', round)).map(({ number, text }) => `${number} ${text}`);
  /** Four contributions of four people, to be voted on by all. */
  const toTheVote = async () => {
    await openSession();
    for (const person of VOTERS) await join(person);
    for (const [at, text] of ['甲', '乙', '丙', '丁'].entries()) await contribute(`l${at}`, text);
    await moveTo('merge');
  };

  it('gives a session back as it was opened, by id, code, owner and kit', async () => {
    await addKit('k');
    const session = sessionOf('s', {
      ...{ kitId: 'k', classId: CLASS.id, group: '第1组' },
      timer: { state: 'paused', leftMs: 5000 },
    });
    await change({ kind: 'open-session', session });
    await openSession('older', { code: '222222', openedAt: '2026-03-04T08:00:00.000Z' });
    expect(await store.session('s')).toEqual(session);
    expect(await store.sessionByCode('123456')).toEqual(session);
    expect((await store.sessions('t', 9)).map(({ id }) => id)).toEqual(['s', 'older']);
    expect(await store.sessions('t', 1)).toHaveLength(1);
    expect(await store.sessionsOfKit('k')).toEqual([session]);
    expect([await store.session('none'), await store.sessionByCode('000000')]).toEqual([
      null,
      null,
    ]);
  });

  it('gives no two open sessions the same code, and a closed one’s code away', async () => {
    await openSession('a');
    await expect(openSession('b')).rejects.toThrow('研讨码刚被别的研讨用上');
    await change({ kind: 'close-session', session: 'a', at: LATER });
    expect(await store.sessionByCode('123456')).toBeNull();
    await openSession('b');
    expect(await store.sessionByCode('123456')).toMatchObject({ id: 'b' });
  });

  it('counts who has joined and not left, each once', async () => {
    await openSession();
    await Promise.all(['l0', 'l1', 'l0', 'l2'].map((person) => join(person)));
    expect(await store.participants('s')).toBe(3);
    await change({ kind: 'leave', session: 's', person: 'l1' });
    expect(await store.participants('s')).toBe(2);
    expect(await store.takesPart('s', 'l0')).toBe(true);
    expect(await store.takesPart('s', 'l1')).toBe(false);
    expect(await store.joined('l0')).toMatchObject([{ id: 's' }]);
    expect(await store.joined('l1')).toEqual([]);
    await join('l1');
    expect(await store.participants('s')).toBe(3);
  });

  it('numbers contributions in the order of arrival, and none twice', async () => {
    await openSession();
    for (const person of VOTERS) await join(person);
    await Promise.all(VOTERS.map((person) => contribute(person, `意见${person}`)));
    const given = await store.contributions('s', 'problem');
    expect(given.map(({ number }) => number)).toEqual(VOTERS.map((_, at) => at + 1));
    expect(await store.contributors('s', 'problem')).toBe(VOTERS.length);
    await contribute('l0', '意见l0');
    await contribute('l0', '又一条');
    expect((await store.own('s', 'problem', 'l0')).map(({ text }) => text)).toEqual([
      ...['意见l0', '又一条'],
    ]);
    await change({ kind: 'withdraw', session: 's', person: 'l0', id: 'l0-又一条' });
    await change({ kind: 'withdraw', session: 's', person: 'l1', id: 'l0-意见l0' });
    await contribute('l1', '再一条');
    expect((await list()).at(-1)).toBe(`${VOTERS.length + 2} 再一条`);
    expect(await list()).toHaveLength(VOTERS.length + 1);
  });

  it('takes no contribution from outside, for another round, after its phase, or after the end', async () => {
    await openSession();
    await expect(contribute('l0', '甲')).rejects.toThrow('不在这场研讨中');
    await join('l0');
    await expect(contribute('l0', '甲', 'cause')).rejects.toThrow('原因的收集刚刚结束');
    await contribute('l0', '甲');
    await moveTo('merge');
    await expect(contribute('l0', '乙')).rejects.toThrow('问题的收集刚刚结束');
    await expect(
      change({ kind: 'withdraw', session: 's', person: 'l0', id: 'l0-甲' }),
    ).rejects.toThrow('不能再撤回');
    await change({ kind: 'close-session', session: 's', at: LATER });
    await expect(contribute('l0', '丙')).rejects.toThrow('已经结束');
    await expect(join('l1')).rejects.toThrow('已经结束');
    await expect(contribute('l0', '丙', 'problem', 'none')).rejects.toThrow('没有这场研讨');
    expect(await list()).toEqual(['1 甲']);
  });

  it('keeps what was said by someone who left, without them', async () => {
    await openSession();
    await join('l0');
    await contribute('l0', '甲');
    await change({ kind: 'leave', session: 's', person: 'l0' });
    expect(await list()).toEqual(['1 甲']);
    expect(await store.own('s', 'problem', 'l0')).toEqual([]);
  });

  it('merges into what stands, takes out again, and only while merging', async () => {
    await toTheVote();
    await merge('l0-甲', 'l1-乙');
    await merge('l2-丙', 'l0-甲');
    const into = async () =>
      (await store.contributions('s', 'problem')).map(({ mergedInto }) => mergedInto);
    expect(await into()).toEqual(['l2-丙', 'l2-丙', null, null]);
    await merge('l1-乙', 'l3-丁');
    expect(await into()).toEqual(['l2-丙', 'l2-丙', null, 'l2-丙']);
    await merge(null, 'l1-乙', 'l3-丁');
    expect(await into()).toEqual(['l2-丙', null, null, null]);
    await expect(merge('l2-丙', 'none')).rejects.toThrow('不在本轮清单上');
    await moveTo('vote');
    await expect(merge('l2-丙', 'l1-乙')).rejects.toThrow('不是归并阶段');
  });

  it('counts 3, 2 and 1 points, each ballot once, from whatever device it comes', async () => {
    await toTheVote();
    await moveTo('vote');
    const all = ['l0-甲', 'l1-乙', 'l2-丙'];
    const given = await Promise.allSettled(
      VOTERS.flatMap((person) => [vote(person, ...all), vote(person, ...all.toReversed())]),
    );
    expect(given.filter(({ status }) => status === 'fulfilled')).toHaveLength(VOTERS.length);
    expect(given.filter(({ status }) => status === 'rejected')[0]).toMatchObject({
      reason: { message: expect.stringContaining('已经投过票') },
    });
    const votes = await store.votes('s', 'problem');
    const sum = [...votes.values()].map((one) => one.reduce((total, some) => total + some, 0));
    expect(sum).toEqual([VOTERS.length, VOTERS.length, VOTERS.length]);
    expect(votes.get('l1-乙')).toEqual([0, VOTERS.length, 0]);
    expect(await store.ballots('s', 'problem')).toBe(VOTERS.length);
    expect(await store.hasVoted('s', 'problem', 'l3')).toBe(true);
    expect(await store.hasVoted('s', 'cause', 'l3')).toBe(false);
  });

  it('refuses a ballot that is not three that stand, and keeps nothing of it', async () => {
    await toTheVote();
    await merge('l0-甲', 'l1-乙');
    await expect(vote('l5', 'l0-甲', 'l2-丙', 'l3-丁')).rejects.toThrow('投票已经结束');
    await moveTo('vote');
    await expect(vote('l5', 'l0-甲', 'l1-乙', 'l2-丙')).rejects.toThrow(
      '第 2 条已归并到第 1 条，这张选票没有计入',
    );
    await expect(vote('l5', 'l0-甲', 'none', 'l2-丙')).rejects.toThrow('不在清单上');
    await expect(vote('l5', 'l0-甲', 'l2-丙')).rejects.toThrow('选 3 条不同的');
    await expect(vote('l5', 'l0-甲', 'l0-甲', 'l2-丙')).rejects.toThrow('选 3 条不同的');
    await expect(vote('u', 'l0-甲', 'l2-丙', 'l3-丁')).rejects.toThrow('不在这场研讨中');
    expect(await store.ballots('s', 'problem')).toBe(0);
    await moveTo('merge');
    await merge('l0-甲', 'l2-丙');
    await moveTo('vote');
    await vote('l5', 'l0-甲', 'l3-丁');
    expect((await store.votes('s', 'problem')).get('l3-丁')).toEqual([0, 1, 0]);
  });

  it('lets nobody vote twice by leaving and coming again', async () => {
    await toTheVote();
    await moveTo('vote');
    await vote('l5', 'l0-甲', 'l1-乙', 'l2-丙');
    await change({ kind: 'leave', session: 's', person: 'l5' });
    await join('l5');
    await expect(vote('l5', 'l0-甲', 'l1-乙', 'l2-丙')).rejects.toThrow('已经投过票');
  });

  it('moves from the step that is told alone', async () => {
    await openSession();
    await moveTo('merge');
    const move = { kind: 'move-session', session: 's', from: 0, focus: '' } as const;
    await expect(change({ ...move, round: 'problem', phase: 'merge' })).rejects.toThrow(
      '已经进入别的阶段',
    );
    const toVote = { ...move, from: 1, round: 'problem', phase: 'vote', focus: '聚焦' } as const;
    const both = await Promise.allSettled([change(toVote), change(toVote)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await store.session('s')).toMatchObject({ phase: 'vote', step: 2, focus: '聚焦' });
  });

  it('moves back only while nothing is undone', async () => {
    await toTheVote();
    await moveTo('collect');
    await moveTo('merge');
    await moveTo('vote');
    await moveTo('merge');
    await moveTo('vote');
    await vote('l5', 'l0-甲', 'l1-乙', 'l2-丙');
    await expect(moveTo('merge')).rejects.toThrow('已经有人投票');
    await moveTo('result');
    await expect(moveTo('vote')).rejects.toThrow('结果已经公布');
    await moveTo('collect', 'cause');
    await moveTo('result');
    await moveTo('collect', 'cause');
    await contribute('l0', '原因', 'cause');
    await expect(moveTo('result')).rejects.toThrow('已经收到意见');
  });

  it('skips no round in which something stands, and counts what was withdrawn for nothing', async () => {
    await openSession();
    await join('l0');
    await contribute('l0', '甲');
    await expect(moveTo('collect', 'cause')).rejects.toThrow('不能跳过');
    expect(await store.session('s')).toMatchObject({ round: 'problem', step: 0 });
    await change({ kind: 'withdraw', session: 's', person: 'l0', id: 'l0-甲' });
    await moveTo('collect', 'cause');
    await contribute('l0', '乙', 'cause');
    await expect(moveTo('result', 'problem')).rejects.toThrow('已经收到意见');
    await change({ kind: 'withdraw', session: 's', person: 'l0', id: 'l0-乙' });
    await moveTo('result', 'problem');
    expect(await store.session('s')).toMatchObject({ round: 'problem', phase: 'result' });
  });

  it('lets no ballot in behind the end of a vote', async () => {
    await toTheVote();
    await moveTo('vote');
    const choices = ['l0-甲', 'l1-乙', 'l2-丙'];
    const [moved, ...given] = await Promise.allSettled([
      moveTo('result'),
      ...VOTERS.map((person) => vote(person, ...choices)),
    ]);
    expect(moved?.status).toBe('fulfilled');
    const counted = given.filter(({ status }) => status === 'fulfilled').length;
    expect(await store.ballots('s', 'problem')).toBe(counted);
    await expect(vote('t', ...choices)).rejects.toThrow('投票已经结束');
  });

  it('keeps a timer, and what the trainer fills in', async () => {
    await openSession();
    await join('l0');
    await contribute('l0', '甲');
    const timer = { state: 'running', endsAt: LATER } as const;
    await change({ kind: 'set-timer', session: 's', timer });
    expect(await store.session('s')).toMatchObject({ timer });
    await change({ kind: 'set-timer', session: 's', timer: null });
    expect(await store.session('s')).toMatchObject({ timer: null });
    const detail = (fields: object) =>
      change({ kind: 'detail', session: 's', id: 'l0-甲', fields } as SeminarChange);
    await detail({ category: '制度', deadline: '2027年3月' });
    await detail({ category: '', responsible: '县委组织部' });
    expect(await store.contributions('s', 'problem')).toMatchObject([
      { category: '制度', deadline: '2027年3月', responsible: '县委组织部', feasibility: '' },
    ]);
  });

  it('keeps notes in order, changes one and takes one away', async () => {
    await openSession();
    const note = (id: string, text: string) =>
      change({ kind: 'note', session: 's', id, of: 'disagreement', text });
    await note('z', '先来的');
    await note('a', '后来的');
    await note('z', '先来的，改过');
    expect((await store.notes('s')).map(({ text }) => text)).toEqual(['先来的，改过', '后来的']);
    await note('z', '');
    expect(await store.notes('s')).toEqual([{ id: 'a', of: 'disagreement', text: '后来的' }]);
  });

  it('wipes at its end who took part, what they said and that they voted, and keeps the counts', async () => {
    await toTheVote();
    await openSession('other', { code: '222222' });
    await join('l0', 'other');
    await moveTo('vote');
    await vote('l5', 'l0-甲', 'l1-乙', 'l2-丙');
    await change({ kind: 'leave', session: 's', person: 'l7' });
    const state = (session: string, part = 'participant') => ({
      ...{ version: 1, toldOf: null },
      seminar: { session, part, round: 'problem' },
    });
    const deed = { kind: 'cast-vote', session: 's', picks: ['l0-甲'] };
    const actions = { id: 'x', deeds: [deed], expiresAt: '2999-01-01T00:00:00.000Z' };
    const said = turn('a', { session: 's' });
    await records.conversations.keep(kept({ turn: said, actions, state: state('s') }));
    await records.conversations.keep(kept({ turn: turn('b') }));
    const elsewhere = { ...SPEAKER, conversation: 'elsewhere' };
    const other = kept({ speaker: elsewhere, turn: turn('c', { session: 'other' }) });
    await records.conversations.keep({ ...other, state: state('other') });
    const steering = { ...SPEAKER, conversation: 'of the trainer' };
    await records.conversations.keep(kept({ speaker: steering, state: state('s', 'owner') }));

    await change({ kind: 'close-session', session: 's', at: LATER });
    await change({ kind: 'close-session', session: 's', at: '2026-03-06T00:00:00.000Z' });
    expect(await store.session('s')).toMatchObject({ closedAt: LATER, timer: null });
    expect(await store.participants('s')).toBe(VOTERS.length);
    expect([await store.takesPart('s', 'l0'), await store.joined('l5')]).toEqual([false, []]);
    expect(await store.own('s', 'problem', 'l0')).toEqual([]);
    expect(await store.contributors('s', 'problem')).toBe(0);
    expect(await store.hasVoted('s', 'problem', 'l5')).toBe(false);
    expect(await list()).toEqual(['1 甲', '2 乙', '3 丙', '4 丁']);
    expect(await store.ballots('s', 'problem')).toBe(1);
    expect((await store.votes('s', 'problem')).get('l0-甲')).toEqual([1, 0, 0]);

    const { turns } = await records.conversations.history(SPEAKER, 9);
    expect(turns.map(({ id }) => id)).toEqual(['b']);
    expect(await records.conversations.deed(SPEAKER, 'x', 0, new Date(AT))).toBeNull();
    expect(await records.conversations.state(SPEAKER)).toMatchObject({
      ...{ version: 1, toldOf: null, seminar: null },
    });
    expect(await records.conversations.state(steering)).toEqual(state('s', 'owner'));
    expect((await records.conversations.history(elsewhere, 9)).turns).toHaveLength(1);
    expect(await records.conversations.state(elsewhere)).toEqual(state('other'));
    expect(await store.joined('l0')).toMatchObject([{ id: 'other' }]);
  });

  it('leaves of someone who is removed what others need, and nothing of theirs', async () => {
    await addKit('k', 'l0');
    await toTheVote();
    await moveTo('vote');
    await vote('l0', 'l0-甲', 'l1-乙', 'l2-丙');
    await records.people.change([{ kind: 'remove-person', person: 'l0' }]);
    expect(await store.kit('k')).toBeNull();
    expect(await list()).toEqual(['1 甲', '2 乙', '3 丙', '4 丁']);
    expect(await store.participants('s')).toBe(VOTERS.length - 1);
    expect(await store.ballots('s', 'problem')).toBe(1);
    const said = turn('a', { session: 's' });
    await records.conversations.keep(kept({ turn: said }));
    await records.people.change([{ kind: 'remove-person', person: 't' }]);
    expect(await store.session('s')).toBeNull();
    expect((await records.conversations.history(SPEAKER, 9)).turns).toEqual([]);
  });

  it('keeps no turn of a session behind its end', async () => {
    await openSession();
    await records.conversations.keep(kept({ turn: turn('a', { session: 's' }) }));
    expect((await records.conversations.history(SPEAKER, 9)).turns).toMatchObject([
      { id: 'a', session: 's' },
    ]);
    await change({ kind: 'close-session', session: 's', at: LATER });
    const late = records.conversations.keep(kept({ turn: turn('b', { session: 's' }), state: {} }));
    await expect(late).rejects.toThrow('已经结束');
    expect((await records.conversations.history(SPEAKER, 9)).turns).toEqual([]);
  });

  it('keeps no state and no button that names a session behind its end, but for its owner', async () => {
    await openSession();
    await openSession('other', { code: '222222' });
    const state = (session: string, part: string) => ({
      ...{ version: 1, toldOf: null },
      seminar: { session, part, round: 'problem' },
    });
    const deeds = [
      { kind: 'cancel' },
      { kind: 'open-seat', session: 's' },
      { kind: 'open-seat', session: 'other' },
    ];
    const actions = (id: string) => ({ id, deeds, expiresAt: '2999-01-01T00:00:00.000Z' });
    const deed = (set: string, at: number, speaker = SPEAKER) =>
      records.conversations.deed(speaker, set, at, new Date(AT));
    const keep = (id: string, fields: Parameters<typeof kept>[0]) =>
      records.conversations.keep(kept({ turn: turn(id), actions: actions(id), ...fields }));
    await keep('before', { state: state('s', 'participant') });
    expect(await deed('before', 1)).toEqual(deeds[1]);
    await change({ kind: 'close-session', session: 's', at: LATER });

    await keep('late', { state: state('s', 'participant') });
    expect(await records.conversations.state(SPEAKER)).toMatchObject({
      toldOf: null,
      seminar: null,
    });
    expect([await deed('late', 0), await deed('late', 1), await deed('late', 2)]).toEqual([
      ...[deeds[0], null, deeds[2]],
    ]);
    await keep('gone', { state: state('none', 'participant') });
    expect(await records.conversations.state(SPEAKER)).toMatchObject({ seminar: null });
    await keep('later', { state: state('other', 'participant') });
    expect(await records.conversations.state(SPEAKER)).toEqual(state('other', 'participant'));

    const owner = { channel: 'test', conversation: 'of the trainer', person: 'account-of-t' };
    const invitation = {
      ...{ id: 'i', codeHash: 'h', note: '', places: 1, role: 'learner' as const, classId: null },
      ...{ person: 't', createdAt: AT, expiresAt: '2999-01-01T00:00:00.000Z' },
    };
    await records.people.change([{ kind: 'invite', invitation }]);
    const account = { channel: 'test', key: 'account-of-t' };
    await records.people.redeem('h', account, new Date(AT), null);
    await keep('sheet', { speaker: owner, state: state('s', 'owner') });
    expect(await deed('sheet', 1, owner)).toEqual(deeds[1]);
    expect(await records.conversations.state(owner)).toEqual(state('s', 'owner'));
  });

  it('keeps nothing of a message whose contribution comes too late', async () => {
    await openSession();
    await join('l0');
    const message = (id: string) =>
      kept({
        turn: turn(id),
        changes: [
          {
            of: 'seminar',
            change: {
              ...{ kind: 'contribute', session: 's', person: 'l0', id, round: 'problem' },
              text: id,
            },
          },
        ],
      });
    await records.conversations.keep(message('a'));
    await moveTo('merge');
    await expect(records.conversations.keep(message('b'))).rejects.toThrow('没有记入');
    expect((await records.conversations.history(SPEAKER, 9)).turns).toHaveLength(1);
    expect(await list()).toEqual(['1 a']);
  });
}
