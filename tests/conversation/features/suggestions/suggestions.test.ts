import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, makeHouse, NOON } from '../../../support/house.ts';
import { storedTexts } from '../../../support/stored-texts.ts';
import type { Heard, Talk } from '../../../support/talk.ts';

const TEXT = '张主任点名太随意\n请“改进”，我的电话 13800000000';
const ANOTHER = '希望网页字再大些';
const CODE = /[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}/u;

let house: House;
let hours = 0;
beforeAll(async () => {
  house = await makeHouse({ GANXUN_ZONE: 'Asia/Shanghai' });
  await house.add('wang', 'admin');
  await house.add('li', 'admin');
  await house.add('zhao', 'trainer', 'trainer');
  await house.add('sun', 'learner', 'learner');
  return () => house.close();
}, 60_000);
// Tries, and what is told once an hour, begin anew.
beforeEach(() => house.goTo(new Date(Date.parse(NOON) + ++hours * 7_200_000).toISOString()));

const talk = (id: string, changes = {}): Promise<Talk> => house.talk(id, changes);
const records = () => house.app.records();
const codeIn = ({ text }: Heard): string => CODE.exec(text)?.[0] ?? '';

/** Of a person's conversation in the tables. */
function ownId(key: string): unknown {
  return storedTexts(house.app.config.dataFolder).find(
    ({ table, row }) => table === 'conversation' && row.key === key,
  )?.row.id;
}

/** @returns its code */
async function send(id: string, text: string, isWished = false): Promise<string> {
  const one = await talk(id);
  const invited = await one.say('意见建议');
  if (isWished) await one.tap(invited.button('有答复时告诉我'));
  return codeIn(await one.say(text));
}

/** The page of the one that says this, as an administrator opens it. */
async function openAs(id: string, text: string): Promise<Heard> {
  const admin = await talk(id);
  for (let list = await admin.say('意见办理'); ; list = await admin.tap(list.button('下一页'))) {
    const found = list.blocks
      .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
      .find((button) => button.label.includes(text));
    if (found !== undefined) return admin.tap(found);
  }
}

async function settle(id: string, page: Heard, how: string, words: string): Promise<Heard> {
  const admin = await talk(id);
  const asked = await admin.tap(page.button(how));
  expect(asked.text).toContain('您的姓名');
  const shown = await admin.say(words);
  expect(shown.text).toContain(`姓名${id}：${words}`);
  return admin.tap(shown.button('确定'));
}

describe('whoever sends a 意见建议', () => {
  it('is in no row with it, nor is its code, and the turn goes after an hour', async () => {
    const code = await send('sun', TEXT);
    expect(code).not.toBe('');
    const stored = storedTexts(house.app.config.dataFolder);
    const said = JSON.stringify(TEXT).slice(1, -1);
    const holding = stored.filter(({ text }) => text.includes(TEXT) || text.includes(said));
    expect(holding.map(({ table, column }) => [table, column])).toEqual([['suggestion', 'text']]);
    expect(stored.filter(({ text }) => text.includes(code.replace('-', '')))).toEqual([]);
    expect(stored.filter(({ text }) => text.includes(code))).toEqual([]);
    // Neither an instant nor a number that grows: a day, and what is random.
    const row = holding[0]?.row as Record<string, unknown>;
    expect({ ...row, id: '', code_hash: '' }).toEqual({
      ...{ id: '', text: TEXT, at: '2027-06-01', state: 'open', revision: 1, steps: '[]' },
      code_hash: '',
    });
    expect(stored.filter(({ table }) => table === 'suggestion_wish')).toEqual([]);
    const elsewhere = stored.filter(({ table }) => table !== 'suggestion');
    expect(elsewhere.filter(({ text }) => text.includes(String(row.id)))).toEqual([]);
    const { conversations } = await records();
    const speaker = { channel: 'test', conversation: 'sun', person: 'sun' };
    const before = await conversations.history(speaker, 9);
    expect(before.turns.map(({ said }) => said)).toEqual(['意见建议', '意见建议']);
    expect(JSON.stringify(before)).toContain('只显示一次');
    house.goTo(new Date(Date.parse(NOON) + ++hours * 7_200_000).toISOString());
    await (await talk('zhao')).say('谢谢');
    expect((await conversations.history(speaker, 9)).turns).toEqual([]);
  });

  it('gets the same reply to a message that comes twice, without the code, and sends it once', async () => {
    const sun = await talk('sun');
    await sun.say('意见建议');
    await sun.say('只发一次的意见', 'twice');
    const again = await sun.say('只发一次的意见', 'twice');
    expect(again.text).toContain('已经收到');
    expect(codeIn(again)).toBe('');
    const { suggestions } = await (await records()).feedback();
    expect(suggestions.filter(({ text }) => text === '只发一次的意见')).toHaveLength(1);
  });

  it('sees by the code how it stands, from any account or none, and keeps nothing of it', async () => {
    const code = await send('sun', '没有人看得到的一条');
    for (const [who, typed] of [
      ['zhao', code],
      ['stranger', code.replace('-', '').toLowerCase()],
    ] as const) {
      const one = await talk(who);
      const heard = await one.say(`查询意见 ${typed}`);
      expect(heard.text).toContain('状态：待办');
      expect(heard.text).toContain('没有人看得到的一条');
      const { conversations } = await records();
      const speaker = { channel: 'test', conversation: who, person: who };
      const history = JSON.stringify(await conversations.history(speaker, 99));
      expect(history).not.toContain('没有人看得到');
      expect(history.toUpperCase()).not.toContain(code.replace('-', ''));
      expect(history).not.toContain(code);
    }
  });

  it('is told what to do about a wrong code, and may not try for ever', async () => {
    const sun = await talk('sun');
    expect((await sun.say('查询意见')).text).toContain('例如“查询意见');
    for (let tries = 0; tries < 10; tries++) {
      expect((await sun.say('查询意见 ABCDE-23456')).text).toContain('请核对');
    }
    expect((await sun.say('查询意见 ABCDE-23456')).text).toContain('一小时后再试');
  });

  it('does not do so where others read along, and loses nothing that is too long', async () => {
    const group = await talk('sun', { conversation: 'group', isPublic: true });
    expect((await group.say('意见建议')).text).toContain('其他人也能看到');
    expect((await group.say('/suggest 太慢')).text).toContain('其他人也能看到');
    const sun = await talk('sun');
    await sun.say('意见建议');
    expect((await sun.say('长'.repeat(1001))).problem).toContain('最多 1000 个字');
    expect((await sun.say('短了')).text).toContain('已经收到');
  });

  it('is told of the answer where they asked for it, and by nothing after they have seen it', async () => {
    const stranger = await (await talk('stranger')).say('意见建议');
    expect(() => stranger.button('有答复时告诉我')).toThrow();
    await send('sun', '请告诉我答复', true);
    const { suggestions, deliveries } = await records();
    expect((await suggestions.wishedBy('sun')).map(({ text }) => text)).toEqual(['请告诉我答复']);
    const mine = await (await talk('sun')).say('我的数据');
    expect(mine.text).toContain('等着告诉您答复的 1 件');
    const page = await openAs('li', '请告诉我答复');
    expect(page.text).not.toMatch(/sun|姓名sun/u);
    await settle('li', page, '答复', '下月起改为大号字');
    const later = new Date(house.app.clock.now().getTime() + 86_400_000);
    const due = (await deliveries.due(later, 99)).filter(({ person }) => person === 'sun');
    expect(due.map(({ text }) => text)).toEqual([expect.stringContaining('有了答复')]);
    expect(due[0]?.text).not.toContain('大号字');
    const sun = await talk('sun');
    const { conversations } = await records();
    const speaker = { channel: 'test', conversation: 'sun', person: 'sun' };
    const actions = {
      ...{ id: 'AAAAAAAAAAAAAAAA', expiresAt: '2028-01-01T00:00:00.000Z' },
      deeds: [{ kind: 'open-own-answers' }],
    };
    await conversations.keep({
      ...{ speaker, at: NOON, state: null, turn: null, actions, files: [] },
      ...{ rating: null, suggestion: null, changes: [] },
    });
    const shown = await sun.tap({ label: '', action: 'AAAAAAAAAAAAAAAA.0' });
    expect(shown.text).toContain('姓名li（2027年6月');
    expect(shown.text).toContain('下月起改为大号字');
    expect((await sun.tap(shown.button('看过了'))).text).toContain('已经删除');
    expect(await suggestions.wishedBy('sun')).toEqual([]);
    expect((await sun.tap({ label: '', action: 'AAAAAAAAAAAAAAAA.0' })).text).toContain('已经看过');
    const ofSun = storedTexts(house.app.config.dataFolder).filter(
      ({ table, text, row }) =>
        text.includes('大号字') && (table === 'delivery' || row.conversation === ownId('sun')),
    );
    expect(ofSun).toEqual([]);
  });

  it('may ask for that later by the code, and take it back', async () => {
    const code = await send('sun', '以后再告诉我');
    expect((await (await talk('stranger')).say(`有答复时告诉我 ${code}`)).text).toContain(
      '请先登录',
    );
    const sun = await talk('sun');
    const wished = await sun.say(`有答复时告诉我 ${code}`);
    const { suggestions } = await records();
    expect(await suggestions.wishedBy('sun')).toHaveLength(1);
    await sun.tap(wished.button('不用告诉我'));
    expect(await suggestions.wishedBy('sun')).toEqual([]);
  });
});

describe('those who answer', () => {
  it('are told once of all that came within an hour, and not by its minute', async () => {
    const { deliveries } = await records();
    const sentTo = async () =>
      (await deliveries.due(new Date('2027-06-09T00:00:00.000Z'), 999)).filter(
        ({ person, source }) => person === 'wang' && source.startsWith('suggestions:'),
      );
    const before = (await sentTo()).length;
    house.goTo('2027-06-02T02:10:11.123Z');
    await send('sun', '一小时之内的第一条');
    await send('zhao', '一小时之内的第二条');
    house.goTo('2027-06-02T02:50:00.000Z');
    await send('sun', '一小时之内的第三条');
    const told = (await sentTo()).slice(before);
    expect(told.map(({ notBefore }) => notBefore)).toEqual(['2027-06-02T03:00:00.000Z']);
    house.goTo('2027-06-02T03:00:00.001Z');
    await send('sun', '下一个小时的一条');
    expect((await sentTo()).length).toBe(before + 2);
    // What comes by night is one message in the morning.
    for (const at of ['2027-06-02T13:10:00.000Z', '2027-06-02T20:10:00.000Z']) {
      house.goTo(at);
      await send('sun', `夜里 ${at}`);
    }
    expect((await sentTo()).slice(before + 2).map(({ notBefore }) => notBefore)).toEqual([
      '2027-06-03T00:00:00.000Z',
    ]);
  });

  it('take one in hand, answer by their name, and take it up anew; the words stay as they were', async () => {
    const code = await send('sun', ANOTHER);
    const wang = await talk('wang');
    const page = await openAs('wang', ANOTHER);
    const taken = await wang.tap(page.button('开始办理'));
    expect(taken.text).toContain('状态：办理中');
    const answered = await settle('li', await openAs('li', ANOTHER), '答复', '已经改了');
    expect(answered.text).toContain('姓名wang 开始办理');
    expect(answered.text).toContain('姓名li 答复：已经改了');
    const stale = await wang.tap(taken.button('不予采纳'));
    expect(stale.text).toContain('刚刚由别人办理过');
    expect(stale.text).toContain('状态：已答复');
    const li = await talk('li');
    const anew = await li.tap(answered.button('重新办理'));
    expect(anew.text).toContain('状态：办理中');
    await settle('wang', await openAs('wang', ANOTHER), '不予采纳', '与无障碍要求不一致');
    const seen = (await (await talk('stranger')).say(`查询意见 ${code}`)).text;
    expect(seen).toContain('状态：不予采纳');
    expect(seen).toContain(ANOTHER);
    expect(seen.indexOf('与无障碍要求不一致')).toBeLessThan(seen.indexOf('已经改了'));
    const lines = (await (await records()).people.audit(4)).map(
      ({ actorName, deed }) => `${actorName} ${deed}`,
    );
    expect(new Set(lines)).toEqual(
      new Set([
        ...['姓名wang 不采纳意见建议', '姓名li 重新办理意见建议'],
        ...['姓名li 答复意见建议', '姓名wang 办理意见建议'],
      ]),
    );
    const audit = JSON.stringify(await (await records()).people.audit(9));
    expect(audit).not.toMatch(/网页字|已经改了|无障碍/u);
  });

  it('have names before they answer, and are admins alone', async () => {
    const { people } = await records();
    await house.add('qian', 'admin');
    await people.change([{ kind: 'rename', person: 'qian', name: '' }]);
    await send('sun', '谁来答复这一条');
    const qian = await talk('qian');
    const page = await openAs('qian', '谁来答复这一条');
    expect((await qian.tap(page.button('答复'))).text).toContain('登记姓名');
    for (const who of ['zhao', 'sun']) {
      expect((await (await talk(who)).say('意见办理')).text).toContain('不在您的权限之内');
    }
  });

  it('export all with their states, no formula among them', async () => {
    await send('sun', '=1+1');
    const wang = await talk('wang');
    const exported = await wang.tap((await wang.say('意见办理')).button('导出表格'));
    const [file] = exported.blocks.flatMap((block) => (block.kind === 'file' ? [block.file] : []));
    const { conversations } = await records();
    const speaker = { channel: 'test', conversation: 'wang', person: 'wang' };
    const bytes = (await conversations.file(speaker, file?.id ?? ''))?.bytes ?? new Uint8Array();
    const table = Buffer.from(bytes).toString('utf8');
    expect(table).toContain("'=1+1");
    expect(table.split('\r\n')[0]).toContain('编号,收到日期,状态,原文,办理经过');
    expect(table).toContain('待办');
  });
});
