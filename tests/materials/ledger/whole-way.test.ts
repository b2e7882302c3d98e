import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { serveLedger } from '../../../src/materials/ledger/serve-ledger.ts';
import { type LedgerHouse, makeLedgerHouse, type WrittenPair } from '../../support/ledger-house.ts';
import { NOTICE } from '../../support/small-index.ts';

const EVENING = '2027-06-01T13:00:00.000Z';
const NEXT_MORNING = '2027-06-02T01:00:00.000Z';
const AUDITED = '（三）审计。审计部门每年审计一次培训经费。';
const QUESTION = '培训经费由哪个部门审计？';
const WITH_ANSWER = NOTICE.replace('二、师资', `${AUDITED}\n二、师资`);
const PAIR: WrittenPair = {
  id: 'audit',
  questions: [
    QUESTION,
    '培训经费哪个部门来审计呀',
    '请问（姓名已隐去）同志，培训经费由哪个部门审计？',
  ],
  answer: '审计部门每年审计一次培训经费。',
  quotes: [{ material: 'notice', place: '一（三）', text: '审计部门每年审计一次培训经费。' }],
};

describe('a question without an answer', () => {
  let house: LedgerHouse;
  beforeEach(async () => {
    house = await makeLedgerHouse();
  });
  afterEach(() => house.close());
  const only = async () => {
    const topics = await house.topics();
    expect(topics).toHaveLength(1);
    return topics[0] as (typeof topics)[number];
  };

  it('is asked, answered, told at an allowed hour, and answered from then on', async () => {
    for (const id of ['me', 'left', 'other']) await house.learner(id);
    const talk = await house.talk('me');
    const heard = await talk.say(`请问王建国同志，${QUESTION}`);
    expect(heard.text).toContain(
      '已记入待答问题，姓名、号码已隐去，不显示提问人；有答复会发消息。',
    );
    await (await house.talk('left')).say(QUESTION);
    await (await house.talk('other')).say('培训经费哪个部门来审计呀');
    const stranger = await house.talk('nobody');
    expect((await stranger.say(QUESTION)).text).toContain('登录后提问的，可以收到答复。');
    await house.look();
    const topic = await only();
    expect(topic).toMatchObject({ question: QUESTION, people: 3, times: 4, state: 'open' });
    const wordings = await house.ledger.wordings(topic.id, 0, 9);
    expect(wordings.map(({ text }) => text).toSorted()).toEqual(PAIR.questions.toSorted());
    expect(JSON.stringify([topic, wordings])).not.toMatch(/王建国|姓名me|"me"|"left"|"other"/u);

    await house.approve(topic, PAIR);
    // The index that serves does not have it yet, and nothing is lost by that.
    house.goTo(EVENING);
    await house.publish([PAIR], { text: WITH_ANSWER, fields: { version: 2 } });
    await house.look();
    expect(await only()).toMatchObject({ state: 'answered' });
    expect(await house.messagesOf('me')).toEqual([]);

    const { people } = await house.app.records();
    await people.change([{ kind: 'remove-person', person: 'left' }]);
    house.goTo(NEXT_MORNING);
    await house.look();
    await house.look();
    const [message, ...others] = await house.messagesOf('me');
    expect(others).toEqual([]);
    expect(message).toMatchObject({ title: '待答问题有了答复' });
    expect(message?.text).toContain('问题：请问（姓名已隐去）同志，培训经费由哪个部门审计？');
    expect(message?.text).toContain('「审计部门每年审计一次培训经费。」——《培训通知》一（三）');
    expect(await house.messagesOf('other')).toHaveLength(1);
    expect(await house.messagesOf('left')).toEqual([]);
    expect(await only()).toMatchObject({ people: 2, state: 'answered' });
    expect(await house.ledger.ownAsked('me')).toEqual([]);
    const { givenAnswers } = await house.app.records();
    expect(await givenAnswers.citedTo('other')).toContainEqual(
      expect.objectContaining({ text: '审计部门每年审计一次培训经费。', version: 2 }),
    );
    const again = await talk.say(QUESTION);
    expect(again.text).toContain('审计部门每年审计一次培训经费');
    expect(again.text).not.toContain('待答问题');
  });

  it('that was answered and no help is open apart from its answer', async () => {
    for (const id of ['me', 'other']) await house.learner(id);
    await (await house.talk('me')).say(QUESTION);
    await house.look();
    await house.publish([PAIR], { text: WITH_ANSWER, fields: { version: 2 } });
    await house.approve(await only(), PAIR);
    const talk = await house.talk('other');
    const answered = await talk.say(QUESTION);
    const rated = await talk.tap(answered.button('没帮助'));
    expect(rated.text).toContain('问题已记入待答问题，不显示提问人；有答复会发消息。');
    await house.look();
    const states = (await house.topics()).map(({ state, people }) => [state, people]);
    expect(states.toSorted()).toEqual([
      ['answered', 1],
      ['open', 1],
    ]);
    expect(await house.messagesOf('me')).toHaveLength(1);
    expect(await house.messagesOf('other')).toEqual([]);
    await talk.tap(answered.button('有用'));
    expect(await house.topics()).toHaveLength(1);
  });

  it('is open again once its basis is gone, and those who ask then are told later', async () => {
    await house.learner('me');
    await (await house.talk('me')).say(QUESTION);
    await house.look();
    await house.publish([PAIR], { text: WITH_ANSWER, fields: { version: 2 } });
    await house.approve(await only(), PAIR);
    await house.look();
    expect(await house.messagesOf('me')).toHaveLength(1);
    await house.publish([PAIR], { text: NOTICE, fields: { version: 3 } });
    await house.look();
    expect(await only()).toMatchObject({ state: 'open', reason: '依据已经变化', pair: null });
    await (await house.talk('me')).say(QUESTION);
    await house.look();
    expect(await only()).toMatchObject({ state: 'open', people: 1, times: 2 });
    await house.publish([PAIR], { text: WITH_ANSWER, fields: { version: 4 } });
    await house.approve(await only(), PAIR);
    await house.look();
    expect(await house.messagesOf('me')).toHaveLength(2);
  });

  it('is served by one of two processes, which goes on when something fails', async () => {
    await house.learner('me');
    await (await house.talk('me')).say(QUESTION);
    const logged: string[] = [];
    const log = { warn: (fields: object) => void logged.push(JSON.stringify(fields)) };
    const twin = createApp(house.app.config, { clock: house.app.clock });
    const parts = { ...(await house.app.ledger()), log, tickMs: 20, holder: 'one' };
    let failures = 1;
    const failing = {
      ...parts.ledger,
      exemplars: async () => {
        if (failures-- > 0) throw new Error('broken once');
        return parts.ledger.exemplars();
      },
    };
    const one = serveLedger({ ...parts, ledger: failing });
    const two = serveLedger({ ...(await twin.ledger()), log, tickMs: 20, holder: 'two' });
    await expect.poll(async () => (await house.topics()).length, { timeout: 5000 }).toBe(1);
    await Promise.all([one.close(), two.close()]);
    await twin.close();
    expect(await only()).toMatchObject({ wordings: 1, people: 1 });
    expect(logged.length).toBeLessThanOrEqual(1);
  });
});

it.each([
  ['names the page where words of internal materials may go by that alone', 'web', '请登录网页'],
  ['says nothing where they may be read nowhere', 'none', undefined],
] as const)('%s', async (_, channels, told) => {
  const settings = { GANXUN_INTERNAL_CHANNELS: channels, TELEGRAM_BOT_TOKEN: '1:a' };
  const house = await makeLedgerHouse(settings);
  try {
    await house.learner('me');
    await (await house.talk('me')).say(QUESTION);
    await house.look();
    const fields = { version: 2, openness: '内部' } as const;
    await house.publish([PAIR], { text: WITH_ANSWER, fields });
    const [topic] = await house.topics();
    if (topic === undefined) throw new Error('Expected a topic');
    await house.approve(topic, PAIR);
    await house.look();
    const [message] = await house.messagesOf('me');
    if (told === undefined) expect(message).toBeUndefined();
    else expect(message?.text).toContain(told);
    expect(message?.text ?? '').not.toContain('每年审计一次');
    const { givenAnswers } = await house.app.records();
    expect(JSON.stringify(await givenAnswers.citedTo('me'))).not.toContain('每年审计一次');
    expect(await house.ledger.ownAsked('me')).toHaveLength(told === undefined ? 1 : 0);
  } finally {
    await house.close();
  }
});
