import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { CLASS } from '../../support/house.ts';
import type { ModelRequest, Reply } from '../../support/model-double/model-double.ts';
import { type ModelHouse, makeModelHouse } from '../../support/model-house.ts';
import { play, REFUSED, sentIn } from '../../support/model-script.ts';
import { sendMessage } from '../../support/send-message.ts';
import { storedTexts } from '../../support/stored-texts.ts';

let house: ModelHouse;
beforeAll(async () => {
  house = await makeModelHouse();
  await house.add('learner', 'learner', 'learner');
  await house.add('trainer', 'trainer', 'trainer');
  await house.add('admin', 'admin');
}, 60_000);
afterAll(() => house.close());

type Call = readonly [name: string, input: Readonly<Record<string, unknown>>];

/** The model reads every message as a request and calls these tools, a turn each. */
function callTools(...turns: readonly (readonly Call[])[]): void {
  play(house.double, {
    read: (request: ModelRequest) => ({
      kind: 'request',
      question: /来话：\n"(.*)"$/su.exec(sentIn(request))?.[1] ?? '',
      language: 'zh',
      searches: [],
    }),
    agent: (request: ModelRequest): Reply => {
      const done = (request.body.messages as { role: string }[]).filter(
        ({ role }) => role === 'assistant',
      ).length;
      const calls = turns[done];
      if (calls === undefined) return { kind: 'text', text: '都办好了，密码是 123456。' };
      return {
        kind: 'tools',
        calls: calls.map(([name, input]) => ({ name, input: input as never })),
      };
    },
    answer: REFUSED,
  });
}

const offered = () => {
  const agent = house.double.requests.findLast(({ body }) => Array.isArray(body.tools));
  const tools = (agent as ModelRequest).body.tools as { function: { name: string } }[];
  return tools.map((one) => one.function.name);
};

const entriesOf = async (person: string) => {
  const { learning } = await house.app.records();
  return (await learning.entries(person, 50)).entries;
};

describe('a request in plain speech', () => {
  it('is written down only once it is confirmed by a tap', async () => {
    callTools([['record_study', { what: '师资队伍建设', day: '昨天' }]]);
    const talk = await house.talk('learner');
    const before = (await entriesOf('learner')).length;
    const heard = await talk.say('帮我把昨天学的师资队伍建设登到学习档案里');
    expect(heard.text).toContain('请确认：记一次学习，5月31日');
    expect(heard.text).not.toContain('123456');
    expect((await entriesOf('learner')).length).toBe(before);
    const done = await talk.tap(heard.button('确认'));
    expect(done.text).toContain('已记录');
    expect((await entriesOf('learner')).length).toBe(before + 1);
  });

  it('is dropped by a tap too', async () => {
    callTools([['record_study', { what: '师资队伍建设', day: null }]]);
    const talk = await house.talk('learner');
    const before = (await entriesOf('learner')).length;
    const heard = await talk.say('帮我把师资队伍建设登到学习档案里');
    expect((await talk.tap(heard.button('取消'))).text).toContain('好的');
    expect((await entriesOf('learner')).length).toBe(before);
  });

  it('is carried out once, however often its button is tapped', async () => {
    callTools([['record_study', { what: '五（二）', day: null }]]);
    const talk = await house.talk('learner');
    const heard = await talk.say('帮我把五（二）登到学习档案里');
    const before = (await entriesOf('learner')).length;
    const done = await talk.tap(heard.button('确认'));
    const again = await talk.tap(heard.button('确认'));
    const dropped = await talk.tap(heard.button('取消'));
    expect((await entriesOf('learner')).length).toBe(before + 1);
    expect(again.blocks).toEqual(done.blocks);
    expect(dropped.blocks).toEqual(done.blocks);
  });

  it('cannot be confirmed once it was dropped', async () => {
    callTools([['record_study', { what: '五（三）', day: null }]]);
    const talk = await house.talk('learner');
    const heard = await talk.say('帮我把五（三）登到学习档案里');
    const before = (await entriesOf('learner')).length;
    await talk.tap(heard.button('取消'));
    await talk.say('网络培训学时怎么管理？');
    const late = await talk.tap(heard.button('确认'));
    expect(late.text).not.toContain('已记录');
    expect((await entriesOf('learner')).length).toBe(before);
  });

  it('sends a 意见建议 of which the dialogue keeps nothing', async () => {
    const text = '食堂的汤太咸';
    callTools([['send_suggestion', { text }]]);
    const talk = await house.talk('learner');
    const heard = await talk.say(`帮我把一条意见交上去：${text}`);
    expect(heard.text).toContain(`“${text}”`);
    const done = await talk.tap(heard.button('确认'));
    expect(done.text).toContain('已经收到');
    expect((await talk.tap(heard.button('确认'))).text).toContain('已经收到');
    const stored = storedTexts(house.app.config.dataFolder);
    const holding = stored.filter((one) => one.text.includes(text));
    expect(holding.map(({ table }) => table)).toEqual(['suggestion']);
  });

  it('is offered once, however often the agent asks for it', async () => {
    const call: Call = ['record_study', { what: '五（二）', day: null }];
    callTools([call, call], [call]);
    const heard = await (await house.talk('learner')).say('帮我把五（二）登到学习档案里');
    expect(heard.text.match(/请确认/gu)).toHaveLength(1);
  });

  it('opens what is only looked at', async () => {
    callTools([['open_learning_map', {}]]);
    const heard = await (await house.talk('learner')).say('帮我看看我都学过哪些部分');
    expect(heard.text).toContain('学习地图');
  });

  it('takes several steps: what one tool finds serves the next', async () => {
    callTools(
      [['find_place', { words: '师资队伍' }]],
      [['record_study', { what: '五（二）', day: '今天' }]],
    );
    const heard = await (await house.talk('learner')).say('今天学了师资那一部分，帮我登上');
    expect(heard.text).toContain('请确认：');
    const told = sentIn(house.double.requests.at(-1) as ModelRequest);
    expect(told).toContain('五（二）');
  });

  it('says what is wrong where it cannot be done as it was asked for', async () => {
    callTools([['record_study', { what: '五（二）', day: '明天' }]]);
    const heard = await (await house.talk('learner')).say('帮我记明天要学的五（二）');
    expect(heard.text).toContain('不能记录还没有到的日子');
  });

  it('is said to be beyond reach where no tool does it, and answered as a question', async () => {
    callTools();
    const heard = await (await house.talk('learner')).say('帮我看看县级党校怎么建设');
    expect(heard.text).toMatch(/^没有找到您可以用来办理这件事的功能/u);
    expect(heard.text).not.toContain('123456');
    expect(heard.text).toMatch(/现有资料未载明|县级党校/u);
  });

  it('fails where records cannot be read, and is not answered as a question', async () => {
    callTools([['open_class', { class_name: CLASS.name }]]);
    const records = new Database(join(house.app.config.dataFolder, 'records.sqlite'));
    records.exec('ALTER TABLE class RENAME TO lost');
    onTestFinished(() => {
      records.exec('ALTER TABLE lost RENAME TO class');
      records.close();
    });
    const asked = house.double.requests.length;
    const talk = await house.talk('admin');
    await expect(talk.say('帮我打开班')).rejects.toThrow('no such table');
    const sent = house.double.requests.slice(asked).map(({ body }) => JSON.stringify(body));
    expect(sent.join('\n')).not.toContain('no such table');
  });

  it('may find itself among several of a kind, and then asks which', async () => {
    callTools([['open_class', { class_name: '班' }]]);
    const heard = await (await house.talk('admin')).say('帮我打开班');
    expect(heard.text).toContain('请写明是哪一个');
  });
});

describe('a seminar kit asked for in plain speech', () => {
  const order = {
    ...{ topic: '训前需求调研走过场', audience: '各县干训干部班', people: 40, minutes: 180 },
    ...{ method: null, situation: null },
  };
  const kitsOf = async (person: string) => (await house.app.records()).seminars.kits(person);

  it('is made once its order is confirmed, what is left open as usual', async () => {
    callTools([['make_seminar_kit', order]]);
    const talk = await house.talk('trainer');
    const heard = await talk.say('下周给县里的干训干部办研讨，帮我备一套材料');
    expect(heard.text).toContain(
      '请确认：做一份研讨方案，主题“训前需求调研走过场”，对象“各县干训干部班”，40 人，180 分钟，三段式。',
    );
    expect(await kitsOf('trainer')).toEqual([]);
    const made = await talk.tap(heard.button('确认'));
    expect(made.text).toContain('研讨方案已做好');
    expect(await kitsOf('trainer')).toMatchObject([{ topic: '训前需求调研走过场', version: 1 }]);
    await talk.tap(heard.button('确认'));
    expect(await kitsOf('trainer')).toHaveLength(1);
  });

  it.each([
    ['people', 3, '至少要 6 人'],
    ['minutes', 10, '至少 60 分钟'],
    ['topic', '费', '太短'],
  ])('of which %s is %s is told why not', async (piece, value, words) => {
    callTools([['make_seminar_kit', { ...order, [piece]: value }]]);
    const heard = await (await house.talk('trainer')).say('帮我备一套研讨材料，按刚才说的办');
    expect(heard.text).toContain(words);
    expect(heard.text).not.toContain('请确认');
  });

  it('opens the list of kits', async () => {
    callTools([['open_seminar_kits', {}]]);
    const heard = await (await house.talk('admin')).say('帮我看看以前做过的研讨材料');
    expect(heard.text).toContain('还没有研讨方案');
  });
});

describe('a notice asked for in plain speech', () => {
  const remindersOf = async () => (await house.app.records()).reminders.reminders();
  const notice = {
    class_name: CLASS.name,
    text: '6月3日上午9点在一号教室上课。',
    when: '明天 9:00',
  };

  it('is written down as a draft once it is confirmed, and sent by nobody but the trainer', async () => {
    callTools([['write_notice', notice]]);
    const talk = await house.talk('trainer');
    const heard = await talk.say('帮我跟班里说一声，后天上午9点在一号教室上课，明早发');
    expect(heard.text).toContain('请确认：给“任职培训班”拟一份通知草稿，时间“明天 9:00”');
    expect(heard.text).toContain('这一步不发送');
    expect(await remindersOf()).toEqual([]);
    const preview = await talk.tap(heard.button('确认'));
    expect(preview.text).toContain('班务通知预览（还没有发送）');
    expect(await remindersOf()).toMatchObject([{ state: 'draft', author: 'trainer' }]);
    await talk.tap(preview.button('确认发送'));
    expect(await remindersOf()).toMatchObject([{ state: 'active' }]);
  });

  it.each<[string, Partial<typeof notice>, string]>([
    ['a placeholder that is unknown', { text: '{电话}' }, '没有“{电话}”这个占位符'],
    ['a class of somebody else', { class_name: '没有的班' }, '没有找到您说的班次'],
  ])('with %s is told why not', async (_, fields, words) => {
    callTools([['write_notice', { ...notice, ...fields }]]);
    const heard = await (await house.talk('trainer')).say('帮我跟班里说一声，按刚才说的办');
    expect(heard.text).toContain(words);
    expect(heard.text).not.toContain('请确认');
  });

  it('with a time that is none waits for another', async () => {
    callTools([['write_notice', { ...notice, when: '昨天 9:00' }]]);
    const talk = await house.talk('trainer');
    const heard = await talk.say('帮我跟班里说一声，按刚才说的时间发');
    const asked = await talk.tap(heard.button('确认'));
    expect(asked.text).toContain('已经过去了');
    expect((await talk.say('现在')).text).toContain('班务通知预览');
  });

  it('opens the list of notices', async () => {
    callTools([['open_notices', {}]]);
    const heard = await (await house.talk('admin')).say('帮我看看通知发得怎么样了');
    expect(heard.text).toContain('通知提醒共');
  });
});

describe('questionnaires asked for in plain speech', () => {
  const order = {
    ...{ kind: 'needs', audience: '县处级领导干部', purpose: null, period: '2028年' },
    topics: ['基层治理'],
  };

  it('are drafted once that is confirmed, and sent to nobody', async () => {
    callTools([['make_questionnaire', order]]);
    const talk = await house.talk('trainer');
    const heard = await talk.say('帮我弄个问卷，问问处级干部明年想学什么，重点问基层治理');
    expect(heard.text).toContain('请确认：起草一份培训需求问卷，对象“县处级领导干部”');
    const { questionnaires } = await house.app.records();
    expect(await questionnaires.questionnaires()).toEqual([]);
    const page = await talk.tap(heard.button('确认'));
    expect(page.text).toContain('还没有发给任何人');
    expect(await questionnaires.questionnaires()).toMatchObject([{ owner: 'trainer' }]);
    expect(await questionnaires.surveys()).toEqual([]);
  });

  it('are not drafted for judging people', async () => {
    callTools([['make_questionnaire', { ...order, purpose: '作为提拔干部的依据' }]]);
    const heard = await (await house.talk('trainer')).say('帮我弄个问卷，看看谁该提拔');
    expect(heard.text).not.toContain('请确认');
  });
});

describe('study reminders asked for in plain speech', () => {
  const wishesOf = async (person: string) => (await house.app.records()).reminders.wishes(person);

  it('are set once they are confirmed', async () => {
    callTools([['set_study_reminder', { days: '周一、三、五', time: '早上八点半' }]]);
    const talk = await house.talk('learner');
    const heard = await talk.say('帮我定一下，一三五早上八点半叫我看看材料');
    expect(heard.text).toContain('请确认：学习提醒设为每周一、周三、周五 8:30，每周最多 3 次。');
    expect(await wishesOf('learner')).toBeNull();
    expect((await talk.tap(heard.button('确认'))).text).toContain('已开启学习提醒');
    const set = { isOn: true, days: [1, 3, 5], time: '08:30', mostAWeek: 3 };
    expect(await wishesOf('learner')).toMatchObject(set);
    await talk.tap(heard.button('确认'));
    expect(await wishesOf('learner')).toMatchObject(set);
  });

  it('are stopped once that is confirmed', async () => {
    const talk = await house.talk('trainer');
    await talk.say('每周二 9:00 提醒我学习');
    callTools([['stop_study_reminder', {}]]);
    const heard = await talk.say('帮我把那个叫我看材料的关了吧');
    expect(heard.text).toContain('请确认：停止学习提醒');
    expect(await wishesOf('trainer')).toMatchObject({ isOn: true });
    await talk.tap(heard.button('确认'));
    expect(await wishesOf('trainer')).toMatchObject({ isOn: false });
  });

  it.each([
    [{ days: '周二', time: '晚上十点' }, '没有设为 22:00'],
    [{ days: '周二', time: '25:99' }, '没有“25:99”这个时间'],
    [{ days: '有空的时候', time: null }, '没有看懂要在什么时候提醒'],
    [{ days: null, time: null }, '没有看懂要在什么时候提醒'],
  ])('%j are told what is wrong with them', async (input, words) => {
    callTools([['set_study_reminder', input]]);
    const heard = await (await house.talk('admin')).say('帮我定个时间叫我看材料');
    expect(heard.text).toContain(words);
    expect(heard.text).not.toContain('请确认');
    expect(await wishesOf('admin')).toBeNull();
  });

  it('and messages are opened, of which the model is told nothing', async () => {
    const sent = { id: 'message-00000001', text: '六月十日第一教室报到' };
    await sendMessage(await house.app.records(), 'learner', sent);
    callTools([['open_messages', {}]]);
    const asked = house.double.requests.length;
    const heard = await (await house.talk('learner')).say('帮我看看都给我发了什么');
    expect(heard.text).toContain('我的消息，1 条未读');
    const told = house.double.requests.slice(asked).map(({ body }) => JSON.stringify(body));
    expect(told.join('\n')).not.toContain('第一教室');
  });
});

describe('an agent has the tools of the person who asks, and no more', () => {
  it.each([
    [
      'stranger',
      [
        'create_class',
        'open_audit',
        'record_study',
        'invite_learners',
        'list_members',
        'set_study_reminder',
        'stop_study_reminder',
        'open_messages',
      ],
    ],
    [
      'learner',
      [
        ...['create_class', 'open_audit', 'invite_learners', 'list_members', 'invite_trainer'],
        ...['make_seminar_kit', 'write_notice', 'open_notices'],
        ...['make_questionnaire', 'open_questionnaires'],
      ],
    ],
    ['trainer', ['create_class', 'open_audit', 'invite_trainer']],
  ])('%s is not offered %s', async (who, tools) => {
    callTools();
    await (await house.talk(who)).say('帮我看看现在能办什么');
    for (const name of tools) expect(offered()).not.toContain(name);
    expect(offered()).toContain('list_materials');
  });

  it('offers an administrator everything of their own', async () => {
    callTools();
    await (await house.talk('admin')).say('帮我看看现在能办什么');
    expect(offered()).toEqual(
      expect.arrayContaining(['create_class', 'open_audit', 'invite_trainer']),
    );
  });

  it.each<[string, Call]>([
    [
      'learner',
      ['create_class', { name: '越权班', starts_on: '2027-07-01', ends_on: '2027-07-02' }],
    ],
    ['learner', ['open_audit', {}]],
    ['learner', ['list_members', { class_name: CLASS.name }]],
    ['learner', ['invite_trainer', { class_name: CLASS.name }]],
    ['trainer', ['invite_trainer', { class_name: CLASS.name }]],
    ['stranger', ['record_study', { what: '五（二）', day: null }]],
    ['learner', ['no_such_tool', { anything: 1 }]],
  ])('%s gains nothing by a call of %j', async (who, call) => {
    callTools([call], [call]);
    const { people } = await house.app.records();
    const before = await people.classes();
    const heard = await (await house.talk(who)).say('帮我办一下');
    expect(heard.problem).toBeNull();
    expect(heard.text).not.toMatch(/请确认|操作记录：|邀请码|越权班|姓名trainer/u);
    expect(await people.classes()).toEqual(before);
  });

  it.each<[string, Call]>([
    ['a number for words', ['record_study', { what: 5, day: null }]],
    ['a missing field', ['record_study', {}]],
    ['people beyond all measure', ['invite_learners', { class_name: CLASS.name, people: 100_000 }]],
  ])('does nothing with inputs of another type: %s', async (_, call) => {
    callTools([call]);
    const heard = await (await house.talk('trainer')).say('帮我办一下这个');
    expect(heard.problem).toBeNull();
    expect(heard.text).not.toContain('请确认');
  });

  it('holds a trainer to their own class', async () => {
    callTools([['list_members', { class_name: '进修班' }]]);
    const heard = await (await house.talk('trainer')).say('帮我看看进修班的名单');
    expect(heard.text).toContain('不能办理');
  });

  it('offers nothing private where others read along', async () => {
    callTools([['record_study', { what: '五（二）', day: null }]]);
    const talk = await house.talk('learner', { conversation: 'group', isPublic: true });
    const heard = await talk.say('帮我把五（二）登上');
    for (const name of ['record_study', 'set_study_reminder', 'open_messages']) {
      expect(offered()).not.toContain(name);
    }
    expect(heard.text).not.toContain('请确认');
  });

  it('comes to an end where the agent goes round in circles', async () => {
    play(house.double, {
      read: { kind: 'request', question: '办', language: 'zh', searches: [] },
      agent: { kind: 'tools', calls: [{ name: 'find_place', input: { words: '师资' } }] },
      answer: REFUSED,
    });
    const before = house.double.requests.length;
    const heard = await (await house.talk('learner')).say('帮我找找');
    expect(heard.problem).toBeNull();
    expect(house.double.requests.length - before).toBeLessThan(12);
  });

  it('tells a model nothing of people or of their records', async () => {
    callTools([['open_my_records', {}]], [['list_members', { class_name: CLASS.name }]]);
    await (await house.talk('trainer')).say('帮我看看记录和名单');
    const sent = house.double.requests.map(({ body }) => JSON.stringify(body)).join('\n');
    expect(sent).not.toMatch(/姓名learner|姓名trainer|某局/u);
  });
});
