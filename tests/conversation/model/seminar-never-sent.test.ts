import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ModelHouse, makeModelHouse } from '../../support/model-house.ts';
import { play, REFUSED } from '../../support/model-script.ts';
import { type SeminarHouse, seminarIn } from '../../support/seminar-house.ts';

let house: ModelHouse;
let seminar: SeminarHouse;
beforeAll(async () => {
  house = await makeModelHouse();
  seminar = await seminarIn(house);
  play(house.double, { answer: REFUSED });
}, 60_000);
afterAll(() => house.close());

const sent = () => JSON.stringify(house.double.requests.map(({ body }) => body));

it('what is said in a seminar never goes to the model, nor with a question in its middle', async () => {
  const session = await seminar.open();
  const talk = await seminar.of('a');
  const joined = (await talk.say(`研讨 ${session.code}`)).text;
  expect(joined).toContain('研讨中的意见和投票不发送给模型服务');
  // Nothing is left by which to tell who was in it, so what comes later is a question like any other.
  expect(joined).toContain('以后发来的话按提问答复');
  const secret = [
    '秘而不宣其一',
    '秘而不宣其二',
    '秘而不宣其三',
    '把秘而不宣记下来吧',
    '那秘而不宣呢',
  ];
  for (const text of secret.slice(0, 3)) await talk.say(text);
  await talk.say('1. 秘而不宣其四\n2. 秘而不宣其五');
  await session.press('结束收集，开始归并');
  await talk.say('秘而不宣太晚');
  await seminar.trainer.say('合并 1 2');
  await seminar.trainer.say('拆出 2');
  await session.press('开始投票');
  await talk.say('1 2 3');
  await talk.say('秘而不宣不是选票');
  await session.press('结束投票，公布结果');
  await seminar.trainer.say('聚焦：秘而不宣的聚焦');
  await session.press('以此聚焦，进入原因收集');
  await talk.say('秘而不宣在旧一轮');
  for (const text of secret.slice(3)) await talk.say(text);
  await seminar.trainer.say('分歧：秘而不宣的分歧');
  expect(house.double.requests).toEqual([]);
  await talk.say('那经费呢？');
  await talk.say('培训计划由谁制定，怎么报批？');
  expect(house.double.requests.length).toBeGreaterThan(0);
  const asked = await seminar.trainer.say('最近有哪些要求');
  expect(asked.problem).toBeNull();
  await seminar.trainer.tap((await session.press('结束研讨')).button('确定结束'));
  expect(sent()).not.toContain('秘而不宣');
});
