import { beforeAll, expect, it } from 'vitest';
import { makeId } from '../../../src/conversation/ids.ts';
import { createBell } from '../../../src/delivery/post/bell.ts';
import { serveReminders } from '../../../src/reminder/planning/serve-reminders.ts';
import type { SentMessage } from '../../support/bot-api/start-bot-api.ts';
import { type ChatWindow, openChat } from '../../support/chat-window.ts';
import { makePlanBot, type PlanBot } from '../../support/plan-bot.ts';
import { admitPeople } from './admit-people.ts';

const [ADMIN, LEARNER, OTHER] = [901, 1, 2];
const CLASS = { id: 'class-one', name: '任职培训班', startsOn: '2027-05-20', endsOn: '2027-12-31' };

let bot: PlanBot;

/** The bot and the planner as the service runs them, over real HTTP and the real clock. */
beforeAll(async () => {
  bot = await makePlanBot();
  const { app } = bot;
  const { people, leases } = await app.records();
  const at = app.clock.now().toISOString();
  await people.change([{ kind: 'add-class', class: CLASS, at }]);
  await admitPeople(bot, [ADMIN], 'admin');
  await admitPeople(bot, [LEARNER, OTHER]);
  await people.change(
    [LEARNER, OTHER].map((chat) => {
      const part = 'learner' as const;
      return { kind: 'join' as const, person: `p${chat}`, classId: CLASS.id, part, at };
    }),
  );
  for (const chat of [LEARNER, OTHER]) bot.api.unblock(chat);
  const bell = createBell();
  await bot.serve({ parts: { bell } });
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => console.error(fields) };
  const planning = { ...(await app.planning()), hasBot: true };
  const reminders = serveReminders({ ...planning, leases, holder: makeId(), log, bell });
  return async () => {
    await reminders.close();
    await bot.close();
  };
}, 60_000);

function last(messages: readonly SentMessage[]): SentMessage {
  const found = messages.at(-1);
  if (found === undefined) throw new Error('Expected a message');
  return found;
}

const labelsOf = ({ reply_markup }: SentMessage) =>
  reply_markup?.inline_keyboard.map((row) => row.map(({ text }) => text)) ?? [];

async function tapLast(chat: ChatWindow, label: string): Promise<SentMessage> {
  return last(await chat.tap(last(chat.shown()), label));
}

it('an administrator’s notice reaches a learner, whose tap the report counts', async () => {
  const admin = openChat(bot, ADMIN);
  await admin.say('发通知');
  await tapLast(admin, '班务通知');
  const scope = last(await admin.say(CLASS.name));
  expect(scope.text).toContain('“任职培训班”的学员，共 2 人');
  await tapLast(admin, '范围选好了');
  const gap = await tapLast(admin, '补训通知');
  expect(gap.text).toContain('课程名称是？（第 1 项，共 5 项）');
  for (const words of ['案例教学', '6月9日14:30', '三号教室', '6月7日']) await admin.say(words);
  const contact = last(admin.shown());
  expect(labelsOf(contact).flat()).toEqual(['跳过这一项', '整段改写', '换个模板', '先放着']);
  await tapLast(admin, '跳过这一项');
  await tapLast(admin, '现在');
  const preview = await tapLast(admin, '加急');
  expect(preview.text).toContain('补训，时间为6月9日14:30，地点为三号教室');
  for (const label of labelsOf(preview).flat()) expect([...label].length).toBeLessThanOrEqual(8);
  const done = await tapLast(admin, '确认发送');
  expect(done.text).toContain('马上开始发送');

  const text = [
    '【任职培训班】p1同志：',
    '任职培训班中你未参加的案例教学，现安排补训，时间为6月9日14:30，地点为三号教室。',
    '请按时参加。时间有冲突的，请于6月7日前联系，以便另行安排。',
  ].join('\n');
  const has = (chat: number) => bot.api.messages(chat).length === 1;
  await bot.api.until(() => has(LEARNER) && has(OTHER), 'the notice in both chats', 30_000);
  const learner = openChat(bot, LEARNER);
  const notice = last(learner.shown());
  expect(notice.text).toBe(text);
  expect(labelsOf(notice)).toEqual([['收到']]);
  expect((await learner.tap(notice, '收到')).map((one) => one.text)).toEqual([]);
  expect(bot.api.answers().at(-1)?.text).toContain('已收到');

  // What was sent is settled a moment after it is there to be seen.
  await expect
    .poll(async () => (await admin.say('提醒管理')).length > 0 && last(admin.shown()).text, {
      timeout: 30_000,
    })
    .toContain('已发完，班务通知，加急，“任职培训班”的学员');
  const report = await tapLast(admin, '查看第 1 条');
  expect(report.text).toContain('已发出：2 人，其中点开 1 人');
  expect(report.text).toContain('未送达：0 人');

  const inbox = last(await learner.say('/inbox'));
  expect(inbox.text).toContain('【任职培训班】任职培训班中你未参加的案例教学');
  expect(inbox.text).not.toContain('未读');
}, 120_000);

it('a learner opts in by a tap, changes by a line, and stops', async () => {
  const learner = openChat(bot, OTHER);
  await learner.say('/remind');
  await tapLast(learner, '开启');
  const on = await tapLast(learner, '每周二、周四 12:30');
  expect(on.text).toContain('已开启学习提醒');
  expect(on.text).toContain('Telegram');
  const changed = last(await learner.say('每周一 8:30 提醒我学习'));
  expect(changed.text).toContain('时间：每周一 8:30');
  const paused = last(await learner.say('暂停一周'));
  expect(paused.text).toContain('已暂停学习提醒');
  expect((await tapLast(learner, '恢复')).text).toContain('已恢复学习提醒：每周一 8:30');
  const stopped = last(await learner.say('停止提醒'));
  expect(stopped.text).toContain('已停止学习提醒');
  const { reminders } = await bot.app.records();
  expect(await reminders.wishes('p2')).toMatchObject({ isOn: false });
}, 60_000);
