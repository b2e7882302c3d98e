import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { keepTexts } from '../../../src/materials/recall/keep-texts.ts';
import { recallChanged } from '../../../src/materials/recall/recall-changed.ts';
import { makeRecallHouse, type RecallHouse } from '../../support/recall-house.ts';
import { NOTICE } from '../../support/small-index.ts';

const BUDGET = '各级政府要将经费列入预算。';
const NEW_BUDGET = '各级政府要将经费列入年度财政预算。';
const CHANGED = NOTICE.replace(BUDGET, NEW_BUDGET);
const QUESTION = '经费列入哪里？';
/** After that, in the evening, on the weekend, and on the next workday. */
const EVENING = '2027-06-04T13:00:00.000Z';
const SATURDAY = '2027-06-05T02:00:00.000Z';
const MONDAY = '2027-06-07T00:00:00.000Z';

let house: RecallHouse;
beforeEach(async () => {
  house = await makeRecallHouse();
  await house.learner('me');
  inForce(NOTICE);
});
afterEach(() => house.close());

function inForce(text: string): void {
  house.shelf.put({ text, standing: 'in-force' });
}

/** A second version in the place of the first. */
function replaced(text: string, edition = '第2版'): void {
  house.shelf.put(
    { text, version: 2, edition, standing: 'in-force' },
    { text: NOTICE, standing: 'superseded' },
  );
}

async function asks(id: string, question = QUESTION, speaker = {}): Promise<void> {
  const { text } = await (await house.talk(id, speaker)).say(question);
  expect(text).toContain('《培训通知》');
}

async function textsTo(person: string): Promise<readonly string[]> {
  return (await house.messagesOf(person)).map(({ text }) => text);
}

describe('a quote that has changed', () => {
  it('is told of once, with old and new words, at a time at which messages may go', async () => {
    await asks('me');
    await house.look();
    expect(await textsTo('me')).toEqual([]);
    await house.publish(CHANGED, 2);
    replaced(CHANGED);
    for (const instant of [EVENING, SATURDAY]) {
      house.goTo(instant);
      await house.look();
      expect(await textsTo('me')).toEqual([]);
    }
    house.goTo(MONDAY);
    await house.look();
    await house.look();
    const [text, ...others] = await textsTo('me');
    expect(others).toEqual([]);
    expect(text).toBe(
      [
        '【服务消息】您查到过的引文已有变动，请不要再使用原来的引文。资料：《培训通知》，现行版本：第2版。',
        '2027年6月1日查到，一（一）',
        `原引文：「${BUDGET}」`,
        `现行规定（一（一））：「${NEW_BUDGET}」`,
        '需要引用的，请以现行规定为准，或者重新提问。',
      ].join('\n'),
    );
    const talk = await house.talk('me');
    expect((await talk.say('消息')).text).toContain('1 条未读');
    const opened = await talk.tap((await talk.say('消息')).button('第 1 条'));
    expect(opened.text).toContain('引文变动');
    const passage = await talk.tap(opened.button('查看现行规定'));
    expect(passage.text).toContain(NEW_BUDGET);
    expect(passage.problem).toBeNull();
  });

  it('keeps quiet hours where its message was held up until then', async () => {
    await asks('me');
    replaced(CHANGED);
    house.goTo('2027-06-01T11:59:00.000Z');
    await house.look();
    house.goTo('2027-06-01T12:01:00.000Z');
    expect(await textsTo('me')).toEqual([]);
    house.goTo('2027-06-02T00:00:00.000Z');
    expect(await textsTo('me')).toHaveLength(1);
  });

  it('is told of in the same way by another process after a restart, and not again', async () => {
    await asks('me');
    replaced(CHANGED);
    const again = createApp(house.app.config, { clock: house.app.clock });
    const { shelf } = house;
    const parts = { ...(await again.recalls()), shelf };
    for (let times = 0; times < 2; times++) {
      await recallChanged(parts, keepTexts(shelf), new AbortController().signal);
    }
    await again.close();
    await house.look();
    expect(await textsTo('me')).toHaveLength(1);
  });

  it('is kept without the question, without the words of the answer', async () => {
    await asks('me', `请问${QUESTION}张三局长让我查一下`);
    const path = join(house.app.config.dataFolder, 'records.sqlite');
    const database = new Database(path, { readonly: true });
    const rows = ['given_answer', 'given_cite', 'given_answer_cite'].map((table) =>
      database.prepare(`SELECT * FROM ${table}`).all(),
    );
    database.close();
    expect(rows.map(({ length }) => length)).toEqual([1, 1, 1]);
    const words = JSON.stringify(rows);
    expect(words).toContain(BUDGET);
    expect(words).not.toMatch(/请问|张三|哪里|查一下/u);
    expect(rows[0]).toEqual([
      { id: expect.any(String), person: 'me', at: '2027-06-01T04:00:00.000Z' },
    ]);
  });

  it('is told of in one message where there are several', async () => {
    await asks('me');
    await asks('me', '经费怎么管理？');
    replaced(
      NOTICE.replace(BUDGET, NEW_BUDGET).replace(
        '（二）管理。要保证专款专用，提高使用效益。\n',
        '',
      ),
    );
    await house.look();
    const texts = await textsTo('me');
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain(`1. 2027年6月1日查到，一（一）\n原引文：「${BUDGET}」`);
    expect(texts[0]).toContain('2. 2027年6月1日查到，一（二）');
    expect(texts[0]).toContain('现行规定：没有这段文字，已删去。');
  });

  it('is told of to those who got it after the others, and to them alone', async () => {
    await house.learner('late');
    await asks('me');
    replaced(CHANGED);
    await house.look();
    // Answers may still come from an index that is being replaced.
    await asks('late');
    await house.look();
    await house.look();
    expect(await textsTo('me')).toHaveLength(1);
    expect(await textsTo('late')).toHaveLength(1);
  });

  it('is told of again only where it was given again', async () => {
    await asks('me');
    replaced(CHANGED);
    await house.look();
    inForce(NOTICE);
    await house.look();
    replaced(CHANGED);
    await house.look();
    expect(await textsTo('me')).toHaveLength(1);
    await asks('me');
    await house.look();
    expect(await textsTo('me')).toHaveLength(2);
  });
});

describe('nothing is told', () => {
  it.each([
    ['of a version whose day has not come', 'scheduled'],
    ['of a draft', 'draft'],
  ] as const)('%s', async (_, standing) => {
    await asks('me');
    house.shelf.put(
      { text: CHANGED, version: 2, standing },
      { text: NOTICE, standing: 'in-force' },
    );
    await house.look();
    expect(await textsTo('me')).toEqual([]);
  });

  it('of a file that is altered or missing, and it is once it is replaced', async () => {
    await asks('me');
    house.shelf.put({ text: CHANGED, standing: 'unusable' });
    await house.look();
    house.shelf.put();
    await house.look();
    house.shelf.put(
      { text: CHANGED, version: 2, standing: 'unusable' },
      { text: NOTICE, standing: 'in-force' },
    );
    await house.look();
    expect(await textsTo('me')).toEqual([]);
    replaced(CHANGED);
    await house.look();
    expect(await textsTo('me')).toHaveLength(1);
  });

  it('of what was put in force again before anyone was told', async () => {
    await asks('me');
    house.shelf.put({ text: NOTICE, standing: 'retired' });
    house.goTo(EVENING);
    await house.look();
    inForce(NOTICE);
    house.goTo(MONDAY);
    await house.look();
    expect(await textsTo('me')).toEqual([]);
  });

  it('where the words stand in the new version, and these are not compared again', async () => {
    await asks('me');
    replaced(`${NOTICE}\n三、附则\n本通知自发布之日起施行。`);
    await house.look();
    const reads = house.shelf.reads();
    await house.look();
    expect(house.shelf.reads()).toBe(reads);
    expect(await textsTo('me')).toEqual([]);
    // Its words were kept by the second version, and go with the third.
    house.shelf.put(
      { text: CHANGED, version: 3, standing: 'in-force' },
      { text: NOTICE, standing: 'superseded' },
    );
    await house.look();
    expect(await textsTo('me')).toHaveLength(1);
  });
});

describe('a material that holds no more', () => {
  it.each([
    ['retired', '《培训通知》（第1版）已停用，您查到过的下列引文请不要再使用。'],
    [
      'expired',
      '《培训通知》（第1版）有效期至2027年5月31日，已失效，您查到过的下列引文请不要再使用。',
    ],
  ] as const)('is told of once it is %s', async (standing, words) => {
    await asks('me');
    house.shelf.put({ text: NOTICE, standing, effective_to: '2027-05-31' });
    await house.look();
    await house.look();
    const [text, ...others] = await textsTo('me');
    expect(others).toEqual([]);
    expect(text?.split('\n')).toEqual([
      `【服务消息】${words}`,
      `2027年6月1日查到，一（一）：「${BUDGET}」`,
      '需要依据的，请重新提问，以现行资料为准。',
    ]);
  });

  it('is told of without its words where channels may not carry them', async () => {
    await asks('me');
    house.shelf.put({ text: NOTICE, standing: 'retired', openness: '内部' });
    await house.look({ carriesInternal: false });
    const [text] = await textsTo('me');
    expect(text).toContain('已停用');
    expect(text).toContain('内部资料，消息中不列原文');
    expect(text).not.toContain('预算');
  });
});

describe('who is told', () => {
  it('is nobody who was not signed in; they are counted', async () => {
    const talk = await house.talk('stranger', { person: 'nobody', account: 'nobody' });
    expect((await talk.say(QUESTION)).text).toContain(BUDGET);
    await asks('me');
    replaced(CHANGED);
    await house.look();
    const { givenAnswers } = await house.app.records();
    expect(await givenAnswers.totals('notice', '2027-01-01')).toEqual({
      ...{ answers: 2, told: 1, notSignedIn: 1 },
    });
  });

  it('is whoever asked where others read along', async () => {
    await asks('me', QUESTION, { conversation: 'group', isPublic: true });
    replaced(CHANGED);
    await house.look();
    expect(await textsTo('me')).toHaveLength(1);
  });

  it('is nobody who has left, or has deleted what was kept', async () => {
    await house.learner('left');
    await asks('me');
    await asks('left');
    const { people, givenAnswers } = await house.app.records();
    await people.change([{ kind: 'remove-person', person: 'left' }]);
    const talk = await house.talk('me');
    const data = await talk.say('我的数据');
    expect(data.text).toContain('引用记录：1 次答复引用的条文，365 天以后删除');
    const exported = await talk.tap(data.button('导出引用记录'));
    expect(exported.text).toContain('我的引用记录-2027-06-01.csv');
    await talk.say('清除记录').then((asked) => talk.tap(asked.button('确定清除')));
    expect(await givenAnswers.citedTo('me')).toHaveLength(1);
    const asked = await talk.tap((await talk.say('我的数据')).button('删除引用记录'));
    await talk.tap(asked.button('确定删除'));
    replaced(CHANGED);
    await house.look();
    expect(await givenAnswers.citedTo('me')).toEqual([]);
    expect(await textsTo('me')).toEqual([]);
  });

  it('is everyone once, where it is broken off between two portions', async () => {
    const { people, givenAnswers, deliveries } = await house.app.records();
    const ids = Array.from({ length: 250 }, (_, at) => `q${at}`);
    await people.change(
      ids.map((id) => ({
        ...{ kind: 'add-person', at: '2027-06-01T00:00:00.000Z' },
        person: { id, name: id, unit: '', role: 'learner' },
      })),
    );
    await asks('me');
    const [cite] = await givenAnswers.cites('notice', 1, '');
    if (cite === undefined) throw new Error('Expected a cite');
    await givenAnswers.change(
      ids.map((person) => ({
        kind: 'give-answer',
        answer: {
          id: `answer to ${person}`,
          person,
          at: '2027-06-01T03:00:00.000Z',
          cites: [cite],
        },
      })),
    );
    replaced(CHANGED);
    let portions = 0;
    const breaking = {
      ...givenAnswers,
      tell: (...given: Parameters<typeof givenAnswers.tell>) => {
        if (++portions === 2) throw new Error('killed');
        return givenAnswers.tell(...given);
      },
    };
    await expect(house.look({ givenAnswers: breaking })).rejects.toThrow('killed');
    await house.look();
    await house.look();
    const due = await deliveries.due(house.app.clock.now(), 999);
    expect(due).toHaveLength(251);
    expect(new Set(due.map(({ person }) => person)).size).toBe(251);
  });
});

describe('what is kept', () => {
  it('is nothing where no days are set', async () => {
    const other = await makeRecallHouse({ GANXUN_ANSWER_DAYS: '0' });
    try {
      await other.learner('me');
      const talk = await other.talk('me');
      await talk.say(QUESTION);
      const { givenAnswers } = await other.app.records();
      expect(await givenAnswers.compared()).toEqual([]);
      expect((await talk.say('/start')).text).not.toContain('答复引用了哪些条文');
    } finally {
      await other.close();
    }
  });

  it('is said before anything is asked', async () => {
    const talk = await house.talk('me');
    expect((await talk.say('/start')).text).toContain('答复引用了哪些条文另外保存 365 天');
    expect((await talk.say('清除记录')).text).toContain('请在“我的数据”中删除引用记录');
  });
});
