import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blockText } from '../../../src/conversation/plain-text.ts';
import type { Block } from '../../../src/conversation/reply.ts';
import type { ModelRequest } from '../../support/model-double/model-double.ts';
import { type ModelHouse, makeModelHouse } from '../../support/model-house.ts';
import {
  answered,
  claim,
  passageWith,
  play,
  REFUSED,
  sentIn,
  taskOf,
} from '../../support/model-script.ts';

let house: ModelHouse;
beforeAll(async () => {
  house = await makeModelHouse();
}, 60_000);
afterAll(() => house.close());

const ONLINE = '出台干部网络培训学时管理办法';
const draftOnline = (text: string) => (request: ModelRequest) =>
  answered(claim(text, [passageWith(request, '学时管理办法'), ONLINE]));
const ZH = draftOnline('要出台干部网络培训学时管理办法。');

let visitors = 0;
const newcomer = () => house.talk(`speaker-${++visitors}`);
const tasksSince = (from: number) => house.double.requests.slice(from).map(taskOf);

describe('a dialogue with a model', () => {
  it('asks what a follow-up means, with the questions before it and the beginnings of their answers', async () => {
    play(house.double, {
      answer: ZH,
      read: { kind: 'question', question: '网络培训学时由谁管理？', language: 'zh', searches: [] },
    });
    const talk = await newcomer();
    await talk.say('网络培训学时怎么管理？');
    const heard = await talk.say('那由谁来呢？');
    const read = house.double.requests.findLast((one) => taskOf(one) === 'read') as ModelRequest;
    expect(sentIn(read)).toContain('"question":"网络培训学时怎么管理？"');
    expect(heard.text).toContain('按上文理解为：网络培训学时由谁管理？');
  });

  it('keeps no more than a few questions, and the beginnings of their answers, for that', async () => {
    play(house.double, { answer: ZH });
    const talk = await newcomer();
    for (let turn = 1; turn <= 8; turn++) await talk.say(`网络培训学时怎么管理？第${turn}次问`);
    const read = house.double.requests.findLast((one) => taskOf(one) === 'read') as ModelRequest;
    const lines = sentIn(read)
      .split('\n')
      .filter((line) => line.startsWith('{"question"'));
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line.length).toBeLessThan(400);
  });

  it('asks nothing about a plain question that the text answers outright', async () => {
    play(house.double, { answer: ZH });
    const from = house.double.requests.length;
    await (await newcomer()).say('网络培训学时怎么管理？');
    expect(tasksSince(from)).toEqual(['answer']);
  });

  it('searches by official words where the everyday ones lead nowhere', async () => {
    const everyday = '喊我去听课没去成咋整';
    play(house.double, {
      read: {
        kind: 'question',
        question: everyday,
        language: 'zh',
        searches: ['点名调训 补训制度'],
      },
      answer: (request: ModelRequest) =>
        answered(
          claim('没去成的，要按照点名调训和补训制度安排补训。', [
            passageWith(request, '点名调训和补训制度'),
            '完善点名调训和补训制度',
          ]),
        ),
    });
    const heard = await (await newcomer()).say(everyday);
    expect(heard.text).toContain('（引文1）');
    expect(heard.text).toContain('七（一）');
    // What stands alone is not told back in other words.
    expect(heard.text).not.toContain('理解为');
  });

  it('answers in the language of the question, with the quotes in Chinese', async () => {
    play(house.double, {
      read: { kind: 'question', question: '网络培训学时怎么管理？', language: 'en', searches: [] },
      answer: (request: ModelRequest) => {
        expect(sentIn(request)).toContain('作答语言：en');
        return draftOnline('Rules on the hours of online training are to be issued.')(request);
      },
    });
    const heard = await (await newcomer()).say('How are online learning hours managed?');
    expect(heard.text).toContain('译成中文查找：网络培训学时怎么管理？');
    expect(heard.text).toContain('Rules on the hours of online training are to be issued.');
    expect(heard.text).toContain(ONLINE);
    expect(heard.text).toContain('Chinese quotations prevail');
  });

  it('tells a refusal to whoever asked in another language', async () => {
    play(house.double, {
      read: { kind: 'question', question: '考研学费能不能报销？', language: 'en', searches: [] },
      answer: REFUSED,
    });
    const heard = await (await newcomer()).say('Are tuition fees reimbursed?');
    expect(heard.text).toContain('现有资料未载明');
    expect(heard.text).toContain('do not settle this question');
  });

  it('does with its rules alone what the endpoint does not tell', async () => {
    play(house.double, { answer: ZH, read: { kind: 'text', text: 'no JSON' } });
    const talk = await newcomer();
    await talk.say('网络培训学时怎么管理？');
    const heard = await talk.say('那由谁负责？');
    expect(heard.problem).toBeNull();
    expect(heard.text).not.toBe('');
  });

  it('hands nothing of records to a model that were said or shown before', async () => {
    await house.add('learner', 'learner', 'learner');
    play(house.double, { answer: ZH });
    const talk = await house.talk('learner');
    await talk.say('打卡 今天 听了机密似的专题讲座');
    await talk.say('我的记录');
    const from = house.double.requests.length;
    await talk.say('网络培训学时怎么管理？');
    await talk.say('那由谁负责？');
    const sent = house.double.requests.slice(from).map(sentIn).join('\n');
    expect(sent).not.toContain('机密似的');
  });

  it('says so too before the first question of whoever never began, and once', async () => {
    play(house.double, { answer: ZH });
    const talk = await newcomer();
    const first = await talk.say('网络培训学时怎么管理？');
    const next = await talk.say('网络培训由谁负责？');
    const told = `发送给模型接口（${new URL(house.double.url).host}）`;
    expect(blockText(first.blocks[0] as Block)).toContain(told);
    expect(next.text).not.toContain(told);
  });

  it('says at first use where questions go', async () => {
    const heard = await (await newcomer()).say('/start');
    expect(heard.text).toContain(`发送给模型接口（${new URL(house.double.url).host}）`);
    expect(heard.text).toContain('学习记录、问卷答案和班次名单不发送');
  });
});
