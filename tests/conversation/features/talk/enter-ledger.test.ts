import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_OF_PERSON } from '../../../../src/materials/ledger/limits.ts';
import { type LedgerHouse, makeLedgerHouse } from '../../../support/ledger-house.ts';
import { tapDeed } from '../../../support/tap-deed.ts';

const QUESTION = '培训经费由哪个部门审计？';
const ANSWERED = '经费列入哪里？';
const NOTED = '已记入待答问题';

describe('questions without an answer', () => {
  let house: LedgerHouse;
  let people = 0;
  const learner = async () => {
    const id = `p${++people}`;
    await house.learner(id);
    return id;
  };
  const wordings = async () => (await house.ledger.unplaced(999)).map(({ text }) => text);
  const own = async (id: string) => (await house.ledger.ownAsked(id)).map(({ text }) => text);
  beforeAll(async () => {
    house = await makeLedgerHouse();
  });
  afterAll(() => house.close());

  it('are noted, and taken out again by one tap', async () => {
    const id = await learner();
    const talk = await house.talk(id);
    const heard = await talk.say(QUESTION);
    expect(heard.text).toContain(`${NOTED}，不显示提问人；有答复会发消息。`);
    expect(await own(id)).toEqual([QUESTION]);
    const taken = await talk.tap(heard.button('不记入'));
    expect(taken.text).toContain('不再记入');
    expect(await own(id)).toEqual([]);
    // A second tap, and one of somebody who has not asked, change nothing.
    const other = await learner();
    await (await house.talk(other)).say(QUESTION);
    await talk.tap(heard.button('不记入'));
    expect(await own(other)).toEqual([QUESTION]);
    expect(await house.ledger.unplaced(9)).toMatchObject([{ times: 1, people: 1 }]);
  });

  it('are of nobody where somebody else reads along, and of a stranger counted', async () => {
    const id = await learner();
    const group = await house.talk(id, { conversation: 'group', isPublic: true });
    const heard = await group.say('骨干教师的培训由谁组织？');
    expect(heard.text).toContain(`${NOTED}，不显示提问人。`);
    expect(await own(id)).toEqual([]);
    await (await house.talk('stranger')).say('骨干教师的培训由谁组织？');
    const found = await house.ledger.unplaced(99);
    expect(found).toContainEqual(
      expect.objectContaining({ text: '骨干教师的培训由谁组织？', times: 2, people: 0 }),
    );
    await group.tap(heard.button('不记入'));
    await group.tap(heard.button('不记入'));
    expect(await house.ledger.unplaced(99)).toContainEqual(
      expect.objectContaining({ text: '骨干教师的培训由谁组织？', times: 1 }),
    );
  });

  it('enter when an answer was no help, and leave when it was after all', async () => {
    const id = await learner();
    const talk = await house.talk(id);
    const heard = await talk.say(ANSWERED);
    expect(heard.text).not.toContain(NOTED);
    const rated = await talk.tap(heard.button('没帮助'));
    expect(rated.text).toContain('问题已记入待答问题，不显示提问人；有答复会发消息。');
    await talk.tap(heard.button('没帮助'));
    expect(await own(id)).toEqual([ANSWERED]);
    await talk.tap(heard.button('有用'));
    expect(await own(id)).toEqual([]);
    expect(await wordings()).not.toContain(ANSWERED);
  });

  it('of a stranger enter once for each answer, however it is rated', async () => {
    const talk = await house.talk('visitor');
    const heard = await talk.say(ANSWERED);
    const times = async () =>
      (await house.ledger.unplaced(99)).find(({ text }) => text === ANSWERED)?.times ?? 0;
    await talk.tap(heard.button('有用'));
    expect(await times()).toBe(0);
    for (const label of ['没帮助', '没帮助', '有用', '没帮助']) await talk.tap(heard.button(label));
    expect(await times()).toBe(1);
  });

  it.each([
    ['a personnel matter', '老王该不该提拔当处长？'],
    ['an errand', '帮我写一份培训总结'],
    ['another subject', '明天天气怎么样？'],
    ['a place that is not there', '第三十三条是怎么规定的？'],
  ])('%s is none, and rated as no help neither', async (_, text) => {
    const id = await learner();
    const talk = await house.talk(id);
    const before = await wordings();
    const heard = await talk.say(text);
    expect(heard.text).toMatch(/超出范围|未载明/u);
    expect(heard.text).not.toContain(NOTED);
    const rated = await talk.tap(heard.button('没帮助'));
    expect(rated.text).not.toContain('待答问题');
    expect(await wordings()).toEqual(before);
  });

  it('under buttons of an earlier program are rated as before', async () => {
    const id = await learner();
    const rated = await tapDeed(house, id, { kind: 'rate', turn: 'none', verdict: 'not-useful' });
    expect(rated.text).toContain('已记录：没帮助');
    expect(await own(id)).toEqual([]);
  });

  it('are noted no further once a person has brought enough in a day', async () => {
    const id = await learner();
    const talk = await house.talk(id);
    const at = house.app.clock.now().toISOString();
    const brought = Array.from({ length: MOST_OF_PERSON - 1 }, (_, number) => ({
      kind: 'ask-ledger' as const,
      asked: {
        ...{ text: `第${number}个问题由谁答复？`, cause: 'not-in-corpus' as const },
        ...{ near: null, person: id, at },
      },
    }));
    await house.ledger.change(brought);
    expect((await talk.say('培训经费的决算由哪个部门办理？')).text).toContain(NOTED);
    const tooMany = await talk.say('骨干教师的评比由哪个部门办理？');
    expect(tooMany.text).toContain('未载明');
    expect(tooMany.text).not.toContain(NOTED);
    expect(await own(id)).toHaveLength(MOST_OF_PERSON);
  });

  it('are shown to whoever asked, exported and deleted', async () => {
    const id = await learner();
    const talk = await house.talk(id);
    await talk.say('经费能买电脑吗？');
    const data = await talk.say('我的数据');
    expect(data.text).toContain('待答问题：1 个，有答复时告知您');
    const shown = await talk.tap(data.button('我的待答问题'));
    expect(shown.text).toContain('1. 经费能买电脑吗？');
    const exported = await talk.tap(shown.button('导出待答问题'));
    expect(exported.blocks).toContainEqual(expect.objectContaining({ kind: 'file' }));
    expect((await talk.say('清除记录')).text).toContain('在“我的数据”中删除待答问题');
    const confirm = await talk.tap(shown.button('删除待答问题'));
    expect(await own(id)).toHaveLength(1);
    const deleted = await talk.tap(confirm.button('确定删除'));
    expect(deleted.text).toContain('已经删除');
    expect(await own(id)).toEqual([]);
    expect(await wordings()).not.toContain('经费能买电脑吗？');
  });

  it('of a demonstration are noted nowhere', async () => {
    const { talkWith } = await import('../../../support/talk.ts');
    const before = await wordings();
    const demo = talkWith(await house.app.demo());
    const heard = await demo.say(QUESTION);
    expect(heard.text).toContain('未载明');
    expect(heard.text).not.toContain(NOTED);
    const rated = await demo.tap((await demo.say(ANSWERED)).button('没帮助'));
    expect(rated.text).not.toContain('待答问题');
    expect(await wordings()).toEqual(before);
  });
});
