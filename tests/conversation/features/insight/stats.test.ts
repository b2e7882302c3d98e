import { afterAll, beforeAll, expect, it } from 'vitest';
import { stats } from '../../../../src/commands/stats.ts';
import { UsageError } from '../../../../src/errors.ts';
import { type House, makeHouse } from '../../../support/house.ts';
import type { Heard, Talk } from '../../../support/talk.ts';

/** In Shanghai, the last minute of the first of June and the first of the second. */
const BEFORE_MIDNIGHT = '2027-06-01T15:59:00.000Z';
const AFTER_MIDNIGHT = '2027-06-01T16:01:00.000Z';
const ANSWERED = '网络培训学时怎么管理？';
const OUT_OF_SCOPE = '帮我写一首诗';

let house: House;
let learner: Talk;
let admin: Talk;

beforeAll(async () => {
  house = await makeHouse();
  await house.add('learner', 'learner', 'learner');
  await house.add('trainer', 'trainer', 'trainer');
  await house.add('admin', 'admin');
  learner = await house.talk('learner');
  admin = await house.talk('admin');
}, 60_000);
afterAll(() => house.close());

/** Totals as they are kept, small numbers included. */
async function counted(from: string, to = from) {
  const { outcomes, others } = await (await house.app.records()).insight.totals(from, to);
  return {
    outcomes: Object.fromEntries(
      outcomes.map(({ day, name, number }) => [`${day} ${name}`, number]),
    ),
    others: Object.fromEntries(
      others
        .filter(({ of }) => of !== 'took')
        .map(({ of, name, number }) => [`${of} ${name}`, number]),
    ),
    timed: others.reduce((sum, { of, number }) => (of === 'took' ? sum + number : sum), 0),
  };
}

it('counts each question once, on its day in the zone, and what is no question not at all', async () => {
  house.goTo(BEFORE_MIDNIGHT);
  await learner.say(ANSWERED, 'same');
  await learner.say(ANSWERED, 'same');
  await learner.say('谢谢');
  await learner.say('学习记录');
  house.goTo(AFTER_MIDNIGHT);
  const heard = await learner.say(ANSWERED);
  await learner.say(OUT_OF_SCOPE);
  await learner.tap(heard.button('有用'));
  await learner.tap(heard.button('没帮助'));
  expect(await counted('2027-06-01')).toEqual({
    outcomes: { '2027-06-01 answered': 1 },
    others: { 'cited plan-2023-2027': 1 },
    timed: 1,
  });
  expect(await counted('2027-06-02')).toEqual({
    outcomes: { '2027-06-02 answered': 1, '2027-06-02 out-of-scope': 1 },
    others: {
      ...{ 'cited plan-2023-2027': 1, 'rating useful': 0, 'rating not-useful': 1 },
    },
    timed: 2,
  });
});

it('tells admins totals from five on, and nobody else anything', async () => {
  for (let asked = 0; asked < 5; asked++) await learner.say(ANSWERED);
  const heard = await admin.say('运行情况');
  expect(heard.text).toContain('运行情况（近 30 天）');
  expect(heard.text).toContain('提问 8 次');
  // Seven answered would tell of the one that was not.
  expect(heard.text).toContain('已作答：次数 —');
  expect(heard.text).toContain('超出范围：次数 不足5');
  expect(heard.text).not.toMatch(/姓名|某局/u);
  for (const who of ['learner', 'trainer']) {
    const refused = await (await house.talk(who)).say('/stats');
    expect(refused.text).toContain('不在您的权限之内');
  }
});

it('opens every part and the workbook from the page', async () => {
  let page = await admin.say('/stats');
  const open = async (label: string): Promise<Heard> => {
    const part = await admin.tap(page.button(label));
    page = await admin.tap(part.button('返回'));
    return part;
  };
  const drawn = await open('提问走势');
  expect(drawn.blocks.map(({ kind }) => kind)).toContain('picture');
  expect((await open('资料引用')).text).toContain('没有被引用的现行资料');
  expect((await open('消息发送')).text).toContain('开启学习提醒 0 人');
  expect((await open('问题和把关')).text).toContain('待分派 0 个');
  const exported = await admin.tap(page.button('导出表格'));
  const file = exported.blocks.find((block) => block.kind === 'file');
  expect(file?.file.name).toBe('运行情况-2027-05-04至2027-06-02.xlsx');
  expect((await admin.tap(page.button('近7天'))).text).toContain('5月27日至6月2日');
});

it('tells the same by the command line', async () => {
  const lines: string[] = [];
  const output = { line: (text: string) => void lines.push(text) };
  const run = (...args: string[]) =>
    stats(args, { app: house.app, output: { ...output, note: () => {} } } as never);
  await run('--json', '--days', '7');
  const told = JSON.parse(lines.join('')) as { asked: number; outcomes: { count: unknown }[] };
  expect(told.asked).toBe(8);
  expect(told.outcomes.map(({ count }) => count)).toEqual(['hidden', 0, 0, 'few']);
  await run();
  expect(lines.join('\n')).toContain('提问 8 次');
  await expect(run('--days', '8')).rejects.toThrow(UsageError);
});
