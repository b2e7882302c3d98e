import { beforeAll, describe, expect, it } from 'vitest';
import type { SentMessage } from '../../support/bot-api/start-bot-api.ts';
import { openChat } from '../../support/chat-window.ts';
import { MIXED } from '../../support/mixed-questionnaire.ts';
import { makePlanBot, type PlanBot } from '../../support/plan-bot.ts';
import { storedTexts } from '../../support/stored-texts.ts';
import { publishSurvey, SURVEY_CODE } from '../../support/survey-house.ts';
import { admitPeople } from './admit-people.ts';

const LONG_CODE = 'HJKMN23456';
let bot: PlanBot;

beforeAll(async () => {
  bot = await makePlanBot();
  await bot.serve({ access: { everyone: true, openChats: [] } });
  await admitPeople(bot, [1, 2, 3]);
  const records = await bot.app.records();
  await publishSurvey(records, ['p1', 'p2'], { code: SURVEY_CODE });
  const options = Array.from({ length: 40 }, (_, at) => `${at + 1}号培训主题${'长'.repeat(50)}`);
  const item = { hint: '', showIf: null, basis: null, isRequired: true, isBand: false } as const;
  const many = { ...item, id: 'many', type: 'single', text: '题'.repeat(200), options } as const;
  await publishSurvey(records, [], { id: 'long', code: LONG_CODE }, { ...MIXED, items: [many] });
  return () => bot.close();
}, 60_000);

function last(messages: readonly SentMessage[]): SentMessage {
  const found = messages.at(-1);
  if (found === undefined) throw new Error('Expected a message');
  return found;
}

const rowsOf = ({ reply_markup }: SentMessage) =>
  reply_markup?.inline_keyboard.map((row) => row.map(({ text }) => text)) ?? [];

/** The message as it stands now. */
function now(chat: number, message: SentMessage): SentMessage {
  const found = openChat(bot, chat)
    .shown()
    .find(({ message_id }) => message_id === message.message_id);
  if (found === undefined) throw new Error('Expected the message to be there still');
  return found;
}

async function begin(chat: number): Promise<SentMessage> {
  const window = openChat(bot, chat);
  const intro = last(await window.say(`/start q-${SURVEY_CODE}`));
  await window.tap(intro, '开始填写');
  return now(chat, intro);
}

describe('a questionnaire in Telegram', () => {
  it('is one message that changes with every tap', async () => {
    const window = openChat(bot, 1);
    const intro = last(await window.say(`/start q-${SURVEY_CODE}`));
    expect(intro.text).toContain('在 Telegram 中填写，题目和您的回答都经过其服务器');
    expect(await window.tap(intro, '开始填写')).toEqual([]);
    const first = now(1, intro);
    expect(first.text).toMatch(/第 1 题，共 6 题　□{10} 已答 0 题[\s\S]*您的职务层次/u);
    expect(rowsOf(first)).toEqual([
      ...[['县处级正职'], ['县处级副职'], ['其他（请注明）']],
      ...[['先跳过'], ['清除本题', '稍后再填', '提交']],
    ]);
    expect(await window.tap(first, '县处级副职')).toEqual([]);
    await window.tap(now(1, intro), '没有参加过');
    await window.tap(now(1, intro), '工学矛盾突出');
    const several = now(1, intro);
    expect(rowsOf(several)[0]).toEqual(['✓ 工学矛盾突出']);
    await window.tap(several, '下一题');
    const pair = now(1, intro);
    expect(pair.text).toMatch(/重要程度：1 很不重要，5 非常重要/u);
    expect(rowsOf(pair).slice(0, 3)).toEqual([
      ['重要1', '重要2', '重要3', '重要4', '重要5'],
      ['掌握1', '掌握2', '掌握3', '掌握4', '掌握5'],
      ['不适用'],
    ]);
    await window.tap(pair, '重要4');
    expect(rowsOf(now(1, intro))[0]).toEqual(['重要1', '重要2', '重要3', '✓ 4', '重要5']);
    await window.tap(now(1, intro), '掌握2');
    await window.tap(now(1, intro), '案例教学');
    expect(rowsOf(now(1, intro))[1]).toEqual(['【第1】案例教学']);
    await window.tap(now(1, intro), '跳过');
    const typed = await window.say('多安排现场教学');
    const ready = last(typed);
    expect(ready.text).toContain('必答题都已答完，可以提交。');
    const done = last(await window.tap(ready, '提交'));
    expect(done.text).toMatch(
      /问卷已提交[\s\S]*Telegram 聊天窗口中的题目和您发来的文字，请自行删除/u,
    );
    await window.tap(ready, '提交');
    const { questionnaires } = await bot.app.records();
    expect(await questionnaires.totals('survey-of-2028')).toMatchObject({ submitted: 1 });
  });

  it('takes typed answers in new messages, and says over the chat what went stale', async () => {
    const window = openChat(bot, 2);
    const first = await begin(2);
    const second = last(await window.say('县处级正职'));
    expect(second.text).toContain('第 2 题');
    expect(second.message_id).not.toBe(first.message_id);
    await window.tap(first, '县处级副职');
    expect(now(2, first).text).toContain('第 2 题');
    const { questionnaires } = await bot.app.records();
    const draft = await questionnaires.draft('survey-of-2028', { kind: 'person', person: 'p2' });
    expect(draft).toEqual({ level: { kind: 'single', option: 1, other: '' } });
    expect(await window.tapData(first, 'aforged.0')).toEqual([]);
  });

  it('holds forty long options: in the text, with their numbers on the keys', async () => {
    const window = openChat(bot, 3);
    const intro = last(await window.say(`问卷 ${LONG_CODE}`));
    const fresh = await window.tap(intro, '开始填写');
    const shown = fresh.at(-1) ?? now(3, intro);
    const labels = rowsOf(shown).flat();
    expect(labels).toEqual(expect.arrayContaining(['1', '40']));
    expect(labels.length).toBeLessThanOrEqual(100);
    const text = [now(3, intro), ...fresh].map((one) => one.text).join('\n');
    expect(text).toContain('40. 40号培训主题');
    await window.tap(shown, '40');
    expect(now(3, shown).text).toContain('必答题都已答完');
  });

  it('leaves nothing of an answer in the inbox, the log, or any other record that can be read', async () => {
    const window = openChat(bot, 2);
    await window.say('其他：无人知晓的职务');
    const records = await bot.app.records();
    expect(await records.inbox.pending(Number(bot.api.token.split(':')[0]))).toEqual([]);
    expect(bot.logged.join('\n')).not.toContain('无人知晓');
    const stored = storedTexts(bot.app.config.dataFolder)
      .map(({ text }) => text)
      .join('\n');
    expect(stored).not.toMatch(/无人知晓|多安排现场教学/u);
  });
});

describe('whoever is kept out', () => {
  it('is told to answer on the page, or to ask for an invitation', async () => {
    const other = await makePlanBot();
    await other.serve({
      access: { everyone: false, openChats: [] },
      parts: { surveyPage: (code) => `https://example.org/#survey=${code}` },
    });
    const window = openChat(other, 77);
    for (const text of [`/start q-${SURVEY_CODE}`, `问卷 ${SURVEY_CODE}`]) {
      const told = last(await window.say(text)).text ?? '';
      expect(told).toContain(`请在网页上填写：https://example.org/#survey=${SURVEY_CODE}`);
      expect(told).toContain('索取邀请链接');
    }
    await other.close();
  }, 60_000);
});
