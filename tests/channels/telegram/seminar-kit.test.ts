import { beforeAll, describe, expect, it } from 'vitest';
import type { SentMessage } from '../../support/bot-api/start-bot-api.ts';
import { openChat } from '../../support/chat-window.ts';
import { invite } from '../../support/invite.ts';
import { makePlanBot, type PlanBot } from '../../support/plan-bot.ts';

let bot: PlanBot;

beforeAll(async () => {
  bot = await makePlanBot();
  await bot.serve({ access: { everyone: false, openChats: [] } });
  const today = bot.app.clock.now().toISOString().slice(0, 10);
  const { people } = await bot.app.records();
  const one = { id: 'class', name: '任职班', startsOn: today, endsOn: today };
  await people.change([{ kind: 'add-class', class: one, at: `${today}T00:00:00.000Z` }]);
  return () => bot.close();
}, 60_000);

function last(messages: readonly SentMessage[]): SentMessage {
  const found = messages.at(-1);
  if (found === undefined) throw new Error('Expected a message');
  return found;
}

const keysOf = ({ reply_markup }: SentMessage) =>
  (reply_markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text));

describe('a trainer in Telegram', () => {
  it('orders a kit in a line, looks at it, changes it and gets the Word file', async () => {
    const { people } = await bot.app.records();
    const code = await invite(people, 'trainer', bot.app.clock.now(), {
      ...{ places: 1, classId: 'class' },
    });
    const chat = openChat(bot, 700);
    await chat.say(`/start ${code}`);
    await chat.say('王芳');
    expect(last(await chat.say('/seminar')).text).toContain('还没有研讨方案');
    const asked = last(await chat.say('/seminar 训前需求调研走过场，各县干训干部班，40人，半天'));
    expect(asked.text).toContain('用哪种研讨方法');
    const made = await chat.tap(asked, '其余用默认值');
    const whole = made.map(({ text }) => text).join('\n');
    expect(whole).toContain('研讨方案：训前需求调研走过场');
    expect(whole).toContain('合计：时长 180 分钟');
    for (const row of keysOf(last(made))) expect(row.length).toBeLessThanOrEqual(4);
    const list = last(await chat.tap(last(made), '题目'));
    const question = await chat.tap(list, '第1题');
    expect(question.map(({ text }) => text).join('\n')).toMatch(/方法建议[\s\S]*规划要求/u);
    const changed = await chat.tap(last(question), '换一道');
    expect(changed.map(({ text }) => text).join('\n')).toContain('已存为第 2 版');
    const sent = await chat.tap(last(made), 'Word 三份合一');
    const file = sent.find(({ document }) => document !== undefined)?.document;
    expect(file?.name).toBe('研讨方案-训前需求调研走过场.docx');
    expect(file?.bytes.subarray(0, 2).toString()).toBe('PK');
    const kits = await (await bot.app.records()).seminars.kits(
      (await people.personOf({ channel: 'telegram', key: '700' }, bot.app.clock.now()))?.id ?? '',
    );
    expect(kits).toMatchObject([{ topic: '训前需求调研走过场', version: 2 }]);
  });
});
