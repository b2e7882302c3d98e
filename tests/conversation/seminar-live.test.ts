import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Occasion,
  type PersonalOccasion,
  say,
  type Working,
} from '../../src/conversation/feature.ts';
import { askInSession } from '../../src/conversation/features/seminar-live/ask-in-session.ts';
import { sessionSays } from '../../src/conversation/features/seminar-live/speak.ts';
import type { DraftBlock } from '../../src/conversation/reply.ts';
import { readState } from '../../src/conversation/state.ts';
import { NOON } from '../support/house.ts';
import type { Opened, SeminarHouse } from '../support/seminar-house.ts';
import { makeSeminarHouse, TOPIC } from '../support/seminar-house.ts';
import { type StoredText, storedTexts } from '../support/stored-texts.ts';
import type { Heard, Talk } from '../support/talk.ts';
import { partsOf } from '../support/word-file.ts';

const TO_MERGE = '结束收集，开始归并';
const TO_VOTE = '开始投票';
const TO_RESULT = '结束投票，公布结果';
const REFRESH = '看看进行到哪一步';

let seminar: SeminarHouse;
let people = 0;
beforeAll(async () => {
  seminar = await makeSeminarHouse();
}, 60_000);
afterAll(() => seminar.house.close());

interface Member extends Talk {
  readonly id: string;
}

/** Someone new who has joined a session. */
async function join({ code }: Opened, id = `p${++people}`): Promise<Member> {
  const talk = await seminar.of(id);
  expect((await talk.say(`研讨 ${code}`)).text).toContain('已加入研讨');
  return { ...talk, id };
}

/** A session with these contributions, each of someone new. */
async function withTexts(...texts: string[]) {
  const session = await seminar.open();
  const said: Member[] = [];
  for (const text of texts) {
    const talk = await join(session);
    expect((await talk.say(text)).text).toContain('已记入');
    said.push(talk);
  }
  return { session, said };
}

async function castText(talk: Talk, numbers: string): Promise<Heard> {
  const asked = await talk.say(numbers);
  return asked.text.includes('请确认选票') ? talk.tap(asked.button('确认投票')) : asked;
}

/** Of the Word file in a reply to the trainer. */
const wordsOf = async (heard: Heard) => {
  const file = heard.blocks.find((block) => block.kind === 'file')?.file;
  const conversation = await seminar.house.app.conversation();
  const speaker = { channel: 'test', conversation: 't', person: 't' };
  const kept = await conversation.file(speaker, file?.id ?? '');
  const document = partsOf(kept?.bytes ?? new Uint8Array()).get('word/document.xml') ?? '';
  return { name: file?.name, words: document.replace(/<[^>]+>/gu, '') };
};

/** A button of what someone is told. */
const button = async (talk: Talk, text: string, label: string) =>
  (await talk.say(text)).button(label);

const textsOf = async (id: string, round: 'problem' | 'cause' | 'measure' = 'problem') =>
  (await seminar.seminars.contributions(id, round)).map(({ text }) => text);

describe('a seminar from the first round to the record sheet', () => {
  let session: Opened;
  let all: Member[];

  it('is opened for the class, with a code and what to say', async () => {
    session = await seminar.open();
    const panel = await session.panel();
    expect(panel.text).toContain(`研讨码 ${session.code.slice(0, 3)} ${session.code.slice(3)}`);
    expect(panel.text).toContain(`发送“研讨 ${session.code}”加入`);
    expect(panel.text).toContain('第一轮 问题 · 收集');
    expect(panel.text).not.toMatch(/自动|推送|通知您|提醒您/u);
  });

  it('takes one thing a message, silently, and shows how many, never who', async () => {
    const said = ['县里没有调研经费', '缺少调研经费', '领导不重视', '问卷题目太笼统'];
    all = [];
    for (const text of said) {
      const talk = await join(session);
      all.push(talk);
      const heard = await talk.say(text);
      expect(heard.text).toContain('这是您在本轮提的第 1 条');
      for (const other of said) expect(heard.text).not.toContain(other);
    }
    const panel = (await session.panel()).text;
    expect(panel).toContain('已加入 4 人，其中 4 人已提意见；问题 4 条');
    expect(panel).not.toMatch(/姓名p|某局/u);
    expect((await all[0]?.say('研讨'))?.text).not.toContain('领导不重视');
  });

  it('merges what the trainer agrees to, and takes out again', async () => {
    await session.press(TO_MERGE);
    const offered = await session.press('归并建议');
    expect(offered.text).toContain('第 1 组，并入第 1 条：\n1. 县里没有调研经费\n2. 缺少调研经费');
    const merged = await seminar.trainer.tap(offered.button('同意第1组'));
    expect(merged.text).toContain('第 2 条已并入第 1 条');
    expect(merged.text).toContain('没有其他可以归并的建议，清单现有 3 条');
    expect((await seminar.trainer.say('合并 3 4')).text).toContain('第 4 条已并入第 3 条');
    expect((await seminar.trainer.say('拆出 4')).text).toContain('第 4 条已恢复');
    expect((await session.panel()).text).toContain('问题 4 条，归并后 3 条');
  });

  it('takes each vote once, by buttons or numbers, confirmed first', async () => {
    await session.press(TO_VOTE);
    const [first, second, third, fourth] = all as [Member, Member, Member, Member];
    const list = await first.say('研讨');
    expect(list.text).toContain('1. 县里没有调研经费（2 条意见）');
    expect(list.text).not.toContain('缺少调研经费');
    const one = await first.tap(list.button('第3条'));
    const two = await first.tap(one.button('第1条'));
    const confirm = await first.tap(two.button('第4条'));
    expect(confirm.text).toContain('3 分：第 3 条“领导不重视”\n2 分：第 1 条');
    expect((await first.tap(confirm.button('确认投票'))).text).toContain('已投票，计入一次');
    expect((await castText(second, '3，1，4')).text).toContain('已投票');
    expect((await castText(third, '第1条、第3条、第4条')).text).toContain('已投票');
    expect((await castText(fourth, '1 3 4')).text).toContain('已投票');
    expect((await session.panel()).text).toContain('已投票 4 人');
  });

  it('publishes the tally with its tie, and lets the trainer choose and reword the focus', async () => {
    const result = await session.press(TO_RESULT);
    expect(result.text).toContain('第 1、3 条并列第一，由您选定一条作为聚焦问题');
    expect(result.text).toContain('第 1 名（并列） 得分 10 分：1. 县里没有调研经费');
    expect((await all[0]?.say('研讨'))?.text).toContain(
      '第 1 名（并列） 得分 10 分：3. 领导不重视',
    );
    expect((await session.press('聚焦第3条')).text).toContain('聚焦问题已定为：领导不重视');
    const asked = await session.press('换个说法');
    expect(asked.text).toContain('现在是：领导不重视');
    const worded = await seminar.trainer.say('怎样让领导重视需求调研？');
    expect(worded.text).toContain('聚焦问题已定为：怎样让领导重视需求调研？');
    expect((await seminar.trainer.say('聚焦：怎样让领导真正重视需求调研？')).text).toContain(
      '真正',
    );
    await session.press('以此聚焦，进入原因收集');
    expect(await session.now()).toMatchObject({
      ...{ round: 'cause', phase: 'collect', focus: '怎样让领导真正重视需求调研？' },
    });
  });

  it('goes through causes and measures in the same way', async () => {
    const [first, second] = all as [Member, Member];
    expect((await first.say('研讨')).text).toContain(
      '围绕“怎样让领导真正重视需求调研？”，请写出造成',
    );
    await first.say('没有把调研纳入考核');
    await second.say('研讨');
    await second.say('说不清道不明');
    await session.pressAll(TO_MERGE, TO_VOTE);
    expect((await castText(first, '2 1')).text).toContain('已投票');
    await session.press(TO_RESULT);
    expect((await seminar.trainer.say('原因2 归 环境')).text).toContain('类别：环境');
    expect((await session.panel()).text).toContain('得分 3 分：2. 说不清道不明（环境）');
    await session.press('进入对策收集');
    await first.say('研讨');
    await first.say('建立需求台账，定期更新');
    await session.pressAll(TO_MERGE, TO_VOTE);
    expect((await castText(first, '1')).text).toContain('已投票');
    const end = await session.press(TO_RESULT);
    expect(() => end.button('进入对策收集')).toThrow();
    const told = await seminar.trainer.say('对策1 责任：县委组织部 时限：2027年3月 可行性：高');
    expect(told.text).toContain('责任主体：县委组织部；时限：2027年3月；可行性：高');
    expect((await seminar.trainer.say('分歧：要不要纳入考核')).text).toContain('已记入');
    expect((await seminar.trainer.say('要点：先把调研做实')).text).toContain('已记入');
  });

  it('fills the record sheet', async () => {
    const { text } = await session.press('记录表');
    for (const words of [
      ...['班次：任职培训班', '参加：4 人', `主题：${TOPIC}`],
      ...['聚焦问题：怎样让领导真正重视需求调研？'],
      ...[
        '县里没有调研经费：提出 2 条意见，得分 10 分（并列）',
        '问卷题目太笼统：提出 1 条意见，得分 4 分',
      ],
      ...[
        '没有把调研纳入考核：类别 制度（建议），提出 1 条意见，得分 2 分',
        '说不清道不明：类别 环境',
      ],
      '建立需求台账，定期更新：责任主体 县委组织部，时限 2027年3月，可行性 高，提出 1 条意见，得分 3 分',
      ...['分歧：要不要纳入考核', '要点：先把调研做实'],
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/姓名p|p\d/u);
    const dropped = await seminar.trainer.tap((await session.press('记录表')).button('删记录1'));
    expect(dropped.text).toContain('已删除：要不要纳入考核');
  });

  it('takes a category for the group’s own once the trainer has named it', async () => {
    const record = async () => {
      const sheet = await session.press('记录表');
      return wordsOf(await seminar.trainer.tap(sheet.button('导出 Word')));
    };
    const cells = (words: string) => words.slice(words.indexOf('未归类'));
    expect(cells((await record()).words)).toContain('没有把调研纳入考核');
    expect((await seminar.trainer.say('原因1 归 制度')).text).toContain('类别：制度');
    const { text } = await session.press('记录表');
    expect(text).toContain('没有把调研纳入考核：类别 制度，');
    expect(text).not.toContain('（建议）');
    expect((await record()).words).not.toContain('未归类');
  });

  it('ends once that is confirmed, and wipes who took part', async () => {
    const asked = await session.press('结束研讨');
    const [first] = all as [Member];
    const before = await seminar.house.app.records();
    const speaker = { channel: 'test', conversation: first.id, person: first.id };
    const count = async () => (await before.conversations.history(speaker, 99)).turns.length;
    expect(await count()).toBeGreaterThan(5);
    const ended = await seminar.trainer.tap(asked.button('确定结束'));
    expect(ended.text).toContain('结束时有 4 人在研讨中');
    expect(await count()).toBe(0);
    expect(await before.conversations.state(speaker)).toMatchObject({ seminar: null });
    expect((await first.say('经费管理规定')).text).not.toContain('研讨');
    const sheet = (await seminar.trainer.tap(ended.button('记录表'))).text;
    expect(sheet).toContain('参加：4 人');
    expect((await seminar.trainer.say('对策1 可行性：中')).text).toContain('可行性：中');
  });
});

describe('the end of a session', () => {
  it('leaves what was said on the sheet alone, and the name of the session with its trainer', async () => {
    const { session, said } = await withTexts('经费总是不够', '师资力量偏弱', '课程多年不换');
    const [asks, votes, leaves] = said as [Member, Member, Member];
    const silent = await join(session);
    const words = ['经费总是不够', '师资力量偏弱', '课程多年不换', '网络培训学时怎么管理'];
    await asks.say('网络培训学时怎么管理？');
    await asks.say('网络培训学时怎么管理');
    await asks.say('1. 先问再改\n2. 先改再问');
    await leaves.tap(await button(leaves, '研讨', '我提的意见'));
    await leaves.say('退出研讨');
    await session.pressAll(TO_MERGE, TO_VOTE);
    expect((await castText(votes, '2 1 4')).text).toContain('已投票');
    await asks.say('1 2');
    await silent.say('研讨');

    const { dataFolder } = seminar.house.app.config;
    const found = (isSought: (text: string) => boolean) => {
      const all = storedTexts(dataFolder);
      const ofTrainer = all.find(({ table, row }) => table === 'conversation' && row.key === 't');
      return all.filter(({ table, text, row }) => {
        const conversation = table === 'conversation' ? row.id : row.conversation;
        const isSheet = table.startsWith('seminar_');
        return !isSheet && conversation !== ofTrainer?.row.id && isSought(text);
      });
    };
    const ofSession = (text: string) => text.includes(session.id);
    const isSaid = (text: string) => words.some((one) => text.includes(one));
    const places = (texts: readonly StoredText[]) =>
      new Set(texts.map(({ table, column }) => `${table}.${column}`));
    expect(places(found(ofSession))).toEqual(
      new Set(['conversation.state', 'turn.session', 'action_set.deeds']),
    );
    expect(places(found(isSaid))).toEqual(
      new Set(['conversation.state', 'turn.said', 'turn.blocks']),
    );
    await seminar.trainer.tap((await session.press('结束研讨')).button('确定结束'));
    expect(found(ofSession)).toEqual([]);
    expect(found(isSaid)).toEqual([]);
    expect(found((text) => text.includes('先问再改'))).toEqual([]);
    const ids = [...said, silent].map(({ id }) => id);
    const sheet = storedTexts(dataFolder).filter(({ table }) => table.startsWith('seminar_'));
    expect(sheet.filter(({ text }) => ids.includes(text))).toEqual([]);
    expect(sheet.filter(({ text }) => words.includes(text))).toHaveLength(words.length);
    const states = storedTexts(dataFolder).filter(
      ({ table, column, row }) =>
        table === 'conversation' && column === 'state' && ids.includes(String(row.key)),
    );
    expect(states.map(({ text }) => JSON.parse(text).seminar)).toEqual(ids.map(() => null));
  });
});

describe('a record sheet as a Word file', () => {
  it('holds what was said, and no name', async () => {
    const { session } = await withTexts('经费不足', '师资不足');
    const record = await session.press('记录表');
    const { name, words } = await wordsOf(await seminar.trainer.tap(record.button('导出 Word')));
    expect(name).toBe(`记录表-${TOPIC}.docx`);
    for (const text of ['经费不足', '师资不足', TOPIC]) expect(words).toContain(text);
    expect(words).not.toMatch(/姓名p|p\d/u);
  });

  it('holds all groups that were opened together, in their order', async () => {
    const page = await seminar.tapDeed('t', { kind: 'open-sessions', kit: 'k' });
    const opened = await seminar.trainer.tap(page.button('分组各一场（2 组）'));
    const [, code] = opened.text.match(/第2组：发送“研讨 (\d{6})”/u) ?? [];
    const panel = await seminar.trainer.tap(opened.button(`第2组 ${code}`));
    const record = await seminar.trainer.tap(panel.button('记录表'));
    const told = await seminar.trainer.tap(record.button('导出全部小组'));
    expect(told.text).toContain('已导出 2 个小组的记录表');
    const { words } = await wordsOf(told);
    expect(words.indexOf('第1组')).toBeGreaterThan(-1);
    expect(words.indexOf('第2组')).toBeGreaterThan(words.indexOf('第1组'));
  });
});

describe('a contribution', () => {
  it('of markup and control characters is kept as plain text on one line', async () => {
    const { session } = await withTexts(
      '<b>经费</b>\u0007不足\n主要在县里',
      '<script>x</script>走过场',
    );
    expect(await textsOf(session.id)).toEqual(['经费 不足 主要在县里', '走过场']);
  });

  it('of 4,000 characters is refused with advice, and nothing is lost or kept', async () => {
    const { session, said } = await withTexts('经费不足');
    const heard = await said[0]?.say('长'.repeat(4000));
    expect(heard?.problem).toContain('最多 200 个字，现在有 4000 个字，没有记入');
    expect(heard?.events).toHaveLength(1);
    expect(await textsOf(session.id)).toEqual(['经费不足']);
  });

  it('that was said already is told, and not doubled; nor is one delivered twice', async () => {
    const session = await seminar.open();
    const talk = await join(session);
    await talk.say('经费不足', 'one');
    expect((await talk.say('经费不足', 'one')).text).toContain('第 1 条');
    expect((await talk.say(' 经费不足 ')).text).toContain('没有重复记入');
    expect(await textsOf(session.id)).toEqual(['经费不足']);
  });

  it('that is a list is put in as several, or as one', async () => {
    const session = await seminar.open();
    const talk = await join(session);
    const asked = await talk.say('1. 经费不足\n2. 师资不足');
    expect(await textsOf(session.id)).toEqual([]);
    await talk.tap(asked.button('分成 2 条记入'));
    await talk.tap((await talk.say('1、课程旧\n2、方法旧')).button('合成一条记入'));
    expect(await textsOf(session.id)).toEqual(['经费不足', '师资不足', '课程旧；方法旧']);
  });

  it('is withdrawn by its writer while it is collected', async () => {
    const session = await seminar.open();
    const talk = await join(session);
    const kept = await talk.say('经费不足');
    expect((await talk.tap(kept.button('撤回这一条'))).text).toContain('已撤回“经费不足”');
    expect(await textsOf(session.id)).toEqual([]);
    await talk.say('师资不足');
    await talk.say('课程旧');
    const own = await talk.tap((await talk.say('研讨')).button('我提的意见'));
    expect(own.text).toContain('1. 师资不足\n2. 课程旧');
    await session.press(TO_MERGE);
    expect((await talk.tap(own.button('撤回 2'))).text).toContain('不能再撤回');
    expect(await textsOf(session.id)).toEqual(['师资不足', '课程旧']);
  });

  it('for a round that has passed is not put under the new one unless its writer says so', async () => {
    const { session, said } = await withTexts('经费不足');
    const [talk] = said as [Member];
    await session.pressAll(TO_MERGE, TO_VOTE, TO_RESULT, '以此聚焦，进入原因收集');
    const told = await talk.say('师资不足');
    expect(told.text).toContain('研讨已经进入原因这一轮，这句话还没有记入');
    expect(await textsOf(session.id, 'cause')).toEqual([]);
    expect((await talk.tap(told.button('记入原因'))).text).toContain('已记入');
    expect((await talk.tap(told.button('记入原因'))).text).toContain('没有重复记入');
    expect(await textsOf(session.id, 'cause')).toEqual(['师资不足']);
    expect(await textsOf(session.id)).toEqual(['经费不足']);
  });

  it('comes too late once the list is closed, and is told so', async () => {
    const { session, said } = await withTexts('经费不足');
    await session.press(TO_MERGE);
    expect((await said[0]?.say('师资不足'))?.text).toContain('现在不收集意见，这句话没有记入');
    await session.press('重新开放收集');
    expect((await said[0]?.say('师资不足'))?.text).toContain('已记入');
    expect(await textsOf(session.id)).toEqual(['经费不足', '师资不足']);
  });
});

describe('a vote', () => {
  it('counts once, whatever is tapped or sent again, from whatever device', async () => {
    const { session, said } = await withTexts('经费不足', '师资不足', '课程旧');
    await session.pressAll(TO_MERGE, TO_VOTE);
    const [talk] = said as [Member];
    const asked = await talk.say('1 2 3');
    const other = await talk.say('3 2 1');
    expect((await talk.tap(asked.button('确认投票'))).text).toContain('已投票');
    expect((await talk.tap(asked.button('确认投票'))).text).toContain('已投票');
    expect((await talk.tap(other.button('确认投票'))).text).toContain('已经投过票');
    expect((await talk.say('3 2 1')).text).toContain('已经投过票');
    const phone = await seminar.house.talk(talk.id, { conversation: 'phone' });
    expect((await phone.say(`研讨 ${session.code}`)).text).toContain('您在本轮已经投票');
    expect(await seminar.seminars.ballots(session.id, 'problem')).toBe(1);
    const votes = await seminar.seminars.votes(session.id, 'problem');
    expect([...votes.values()].toSorted()).toEqual([
      [0, 0, 1],
      [0, 1, 0],
      [1, 0, 0],
    ]);
  });

  it('after the end of the vote, or of the session, is told so and not counted', async () => {
    const { session, said } = await withTexts('经费不足', '师资不足', '课程旧');
    await session.pressAll(TO_MERGE, TO_VOTE);
    const [talk, other] = said as [Member, Member];
    const asked = await talk.say('1 2 3');
    await castText(other, '1 2 3');
    await session.press(TO_RESULT);
    expect((await talk.tap(asked.button('确认投票'))).text).toContain('投票已经结束，选票没有计入');
    expect((await talk.say('1 2 3')).text).toContain('没有记入');
    expect(await seminar.seminars.ballots(session.id, 'problem')).toBe(1);
    await seminar.trainer.tap((await session.press('结束研讨')).button('确定结束'));
    expect((await talk.tap(asked.button('确认投票'))).problem).toContain('已过期');
  });

  it('leaves no record of who voted for what, from whatever device it was made out', async () => {
    const { session, said } = await withTexts('经费不足', '师资不足', '课程旧');
    await session.pressAll(TO_MERGE, TO_VOTE);
    const [talk, other] = said as [Member, Member];
    const phone = await seminar.house.talk(talk.id, { conversation: `phone of ${talk.id}` });
    await phone.say(`研讨 ${session.code}`);
    const begun = await phone.tap((await phone.say('研讨')).button('第2条'));
    await phone.tap(begun.button('第3条'));
    await phone.say('2 3');
    const list = await talk.say('研讨');
    await talk.say('2 3 3');
    const asked = await talk.say('2 3 1');
    await other.say('1 2 3');
    const ofTalk = () =>
      storedTexts(seminar.house.app.config.dataFolder).filter(({ table, row }) => {
        const isOwn = table === 'action_set' && row.person === talk.id;
        return isOwn || (table === 'turn' && row.session === session.id);
      });
    const picked = '3 分：第 2 条“师资不足”';
    const choosing = (texts: readonly StoredText[]) =>
      texts.filter(({ column, text }) =>
        column === 'deeds'
          ? text.includes('"picks":["')
          : text.includes(picked) || /^[\d ]+$/u.test(text),
      );
    expect(choosing(ofTalk()).length).toBeGreaterThan(3);
    const counted = await talk.tap(asked.button('确认投票'));
    expect(counted.text).toContain('已投票，计入一次');
    expect(counted.text).not.toContain('师资不足');
    await talk.say('2 3 1');
    await talk.tap(list.button('第2条'));
    expect(choosing(ofTalk())).toEqual([]);
    expect((await phone.tap(begun.button('第3条'))).text).toContain('已经投过票');
    const speaker = { channel: 'test', conversation: other.id, person: other.id };
    const { turns } = await (await seminar.house.app.records()).conversations.history(speaker, 99);
    expect(turns.at(-1)).toMatchObject({ said: '选票' });
    expect(JSON.stringify(turns.at(-1))).toContain('3 分：第 1 条“经费不足”');
  });

  it('for what was merged away is told into which, and can be given again', async () => {
    const { session, said } = await withTexts('经费不足', '师资不足', '课程旧', '工学矛盾');
    await session.pressAll(TO_MERGE, TO_VOTE);
    const [talk] = said as [Member];
    const asked = await talk.say('4 2 3');
    await session.press('退回归并');
    expect((await talk.tap(asked.button('确认投票'))).text).toContain('还没有开始投票');
    const again = await talk.say('研讨');
    expect(again.text).toContain('正在归并');
    await seminar.trainer.say('合并 1 4');
    await session.press(TO_VOTE);
    const fresh = await castText(talk, '4 2 3');
    expect(fresh.text).toContain('第 4 条已归并到第 1 条，没有计票');
    const bySelf = await seminar.tapDeed((said[1] as Member).id, {
      ...{ kind: 'cast-vote', session: session.id, round: 'problem' },
      picks: (await seminar.seminars.contributions(session.id, 'problem'))
        .slice(1)
        .map(({ id }) => id),
    });
    expect(bySelf.text).toContain('第 4 条已归并到第 1 条，选票没有计入');
    expect(await seminar.seminars.ballots(session.id, 'problem')).toBe(0);
    expect((await castText(talk, '1 2 3')).text).toContain('已投票');
  });

  it('by a button of someone else, or one that was made up, is refused', async () => {
    const { session, said } = await withTexts('经费不足', '师资不足', '课程旧');
    await session.pressAll(TO_MERGE, TO_VOTE);
    const [talk, other] = said as [Member, Member];
    const asked = await talk.say('1 2 3');
    const forged = await other.tap(asked.button('确认投票'));
    expect(forged.problem).toContain('已过期');
    expect((await other.tap({ label: '', action: 'AAAAAAAAAAAAAAAA.0' })).problem).toContain(
      '已过期',
    );
    expect(await seminar.seminars.ballots(session.id, 'problem')).toBe(0);
  });

  it('of someone who is not in the session is not counted', async () => {
    const { session, said } = await withTexts('经费不足', '师资不足', '课程旧');
    await session.pressAll(TO_MERGE, TO_VOTE);
    expect(said).toHaveLength(3);
    await seminar.of('outsider');
    const picks = (await seminar.seminars.contributions(session.id, 'problem')).map(({ id }) => id);
    const deed = { kind: 'cast-vote', session: session.id, round: 'problem', picks } as const;
    expect((await seminar.tapDeed('outsider', deed)).text).toContain('不在这场研讨中');
    const [talk] = said as [Member];
    const wrong = await seminar.tapDeed(talk.id, { ...deed, picks: picks.slice(0, 2) });
    expect(wrong.text).toContain('没有计入');
    const unknown = { ...deed, picks: ['x', ...picks.slice(1)] };
    expect((await seminar.tapDeed(talk.id, unknown)).text).toContain('不在清单上');
    expect(await seminar.seminars.ballots(session.id, 'problem')).toBe(0);
  });

  it('is by numbers alone where the list is long', async () => {
    const session = await seminar.open();
    const talk = await join(session);
    for (let at = 0; at < 21; at++) await talk.say(`意见之${at}`);
    await session.pressAll(TO_MERGE, TO_VOTE);
    const list = await talk.say('研讨');
    expect(list.text).toContain('21. 意见之20');
    expect(() => list.button('第1条')).toThrow();
    expect((await castText(talk, '21 1 2')).text).toContain('已投票');
  });
});

describe('two sessions at once', () => {
  it('keep apart what belongs to each', async () => {
    const [one, other] = [await seminar.open(), await seminar.open()];
    const [a, b] = [await join(one), await join(other)];
    await a.say('经费不足');
    await b.say('师资不足');
    expect(await textsOf(one.id)).toEqual(['经费不足']);
    expect(await textsOf(other.id)).toEqual(['师资不足']);
    await join(other, a.id);
    await a.say('课程旧');
    expect(await textsOf(other.id)).toEqual(['师资不足', '课程旧']);
    expect(await textsOf(one.id)).toEqual(['经费不足']);
  });

  it('are opened for the groups of a kit, each with a code of its own', async () => {
    const page = await seminar.tapDeed('t', { kind: 'open-sessions', kit: 'k' });
    const opened = await seminar.trainer.tap(page.button('分组各一场（2 组）'));
    const codes = [...opened.text.matchAll(/(第\d组)：发送“研讨 (\d{6})”/gu)];
    expect(codes.map(([, group]) => group)).toEqual(['第1组', '第2组']);
    expect(new Set(codes.map(([, , code]) => code)).size).toBe(2);
    const twice = await seminar.trainer.tap(page.button('分组各一场（2 组）'));
    expect(twice.turn).toBe(opened.turn);
    const panel = await seminar.trainer.tap(opened.button(`第2组 ${codes[1]?.[2]}`));
    expect(panel.text).toContain('（第2组）');
  });
});

describe('someone who takes part', () => {
  it('comes late and sees where it stands', async () => {
    const { session } = await withTexts('经费不足', '师资不足', '课程旧');
    await session.pressAll(TO_MERGE, TO_VOTE);
    const late = await seminar.of('late');
    const heard = await late.say(session.code);
    expect(heard.text).toContain('第一轮 问题 · 投票');
    expect(heard.text).toContain('3. 课程旧');
    expect((await castText(late, '3 2 1')).text).toContain('已投票');
  });

  it('leaves: is not counted any more, and what was said stays', async () => {
    const { session, said } = await withTexts('经费不足', '师资不足');
    const [talk] = said as [Member];
    expect((await talk.say('退出研讨')).text).toContain('已退出研讨');
    expect((await session.panel()).text).toContain('已加入 1 人');
    expect(await textsOf(session.id)).toEqual(['经费不足', '师资不足']);
    expect(await seminar.seminars.own(session.id, 'problem', talk.id)).toEqual([]);
    expect((await talk.say('退出研讨')).text).toContain('没有在参加研讨');
    await talk.say('课程旧');
    expect(await textsOf(session.id)).toEqual(['经费不足', '师资不足']);
    expect((await talk.say(session.code)).text).toContain('已加入研讨');
  });

  it('asks a question, is answered as usual and stays', async () => {
    const { session, said } = await withTexts('经费不足');
    const [talk] = said as [Member];
    const heard = await talk.say('网络培训学时怎么管理？');
    expect(heard.text).toContain('学时互认机制');
    expect(heard.text).toContain('这句话按提问答复，没有记入研讨');
    expect(heard.button(REFRESH)).toBeDefined();
    expect(() => heard.button('记入研讨')).toThrow();
    expect(heard.text).toContain('请改成不带问号的一句话再发送');
    await talk.say('网络培训学时怎么管理');
    expect(await textsOf(session.id)).toEqual(['经费不足', '网络培训学时怎么管理']);
  });

  it('leaves no word of a question behind, which may be a contribution too', async () => {
    const { session, said } = await withTexts('经费不足');
    const [talk] = said as [Member];
    const { conversations } = await seminar.house.app.records();
    const speaker = { channel: 'test', conversation: talk.id, person: talk.id };
    await talk.say('网络培训学时怎么管理？');
    expect(await conversations.state(speaker)).toMatchObject({
      recent: [{ question: '网络培训学时怎么管理？' }],
    });
    await talk.say('退出研讨');
    expect(JSON.stringify(await conversations.state(speaker))).not.toContain('网络培训');
    await talk.say(session.code);
    await talk.say('网络培训学时怎么管理？');
    await seminar.trainer.tap((await session.press('结束研讨')).button('确定结束'));
    expect(JSON.stringify(await conversations.state(speaker))).not.toContain('网络培训');
    expect((await conversations.history(speaker, 99)).turns).toEqual([]);
  });

  it('hears of an end that came meanwhile, and asks nothing by what was meant for the session', async () => {
    const { session, said } = await withTexts('经费不足');
    const [talk] = said as [Member];
    const { conversations, seminars } = await seminar.house.app.records();
    const speaker = { channel: 'test', conversation: talk.id, person: talk.id };
    const state = readState(await conversations.state(speaker));
    await seminar.trainer.tap((await session.press('结束研讨')).button('确定结束'));
    const occasion = { seminars, state, person: { id: talk.id } } as unknown as PersonalOccasion;
    const { blocks, state: after, session: kept } = await sessionSays('师资不足', occasion);
    expect(JSON.stringify(blocks)).toContain('这场研讨已经结束，这句话没有记入研讨。');
    expect([after?.seminar, kept]).toEqual([null, undefined]);
    expect(await textsOf(session.id)).toEqual(['经费不足']);
  });

  it('is answered to the end where the seminar ends meanwhile, as anyone would be', async () => {
    const { session, said } = await withTexts('经费不足');
    const [talk] = said as [Member];
    const { conversations, seminars } = await seminar.house.app.records();
    const speaker = { channel: 'test', conversation: talk.id, person: talk.id };
    const state = readState(await conversations.state(speaker));
    const close = { kind: 'close-session', session: session.id, at: NOON } as const;
    const answered = { ...say('答复'), settle: () => ({ outcome: 'answered' }) };
    const occasion = {
      ...{ seminars, state },
      perform: async () => {
        await seminars.change([close]);
        return answered;
      },
    } as unknown as Occasion;
    const reply = await askInSession('网络培训学时怎么管理？', occasion);
    const blocks: (DraftBlock | Working)[] = [];
    for await (const block of reply.blocks) blocks.push(block);
    expect(JSON.stringify(blocks)).toContain('研讨在答复时已经结束');
    expect(JSON.stringify(blocks)).not.toContain(session.id);
    const settled = { ...reply, ...reply.settle?.() };
    expect(settled).toMatchObject({ outcome: 'answered', state: { seminar: null, recent: [] } });
    expect(settled.session).toBeUndefined();
  });

  it('can use everything else meanwhile', async () => {
    const { session, said } = await withTexts('经费不足');
    const [talk] = said as [Member];
    expect((await talk.say('帮助')).text).toContain('使用说明');
    expect((await talk.say('/checkin 五（二）')).text).toContain('已记录');
    expect((await talk.say('谢谢')).text).toContain('不客气');
    await talk.say('师资不足');
    expect(await textsOf(session.id)).toEqual(['经费不足', '师资不足']);
    await session.press(TO_MERGE);
    expect((await talk.say('打卡 五（一）')).text).toContain('已记录');
    expect((await talk.say('学习地图')).text).toContain('学习地图');
    expect((await talk.say('师资不足')).text).toContain('没有记入');
  });

  it('contributes whatever may be one, and records nothing else by it', async () => {
    const { session, said } = await withTexts('经费不足');
    const [talk] = said as [Member];
    const contributions = ['打卡：只看次数，不看学了什么', '补记 太随意', '资料目录'];
    for (const text of contributions) expect((await talk.say(text)).text).toContain('已记入');
    expect(await textsOf(session.id)).toEqual(['经费不足', ...contributions]);
    expect((await talk.say('/records')).text).toContain('还没有');
  });

  it('is told of a code that leads nowhere, and must be signed in', async () => {
    const { session } = await withTexts('经费不足');
    const talk = await seminar.of('anyone');
    expect((await talk.say('研讨 000000')).text).toContain('没有研讨码为 000000 的研讨');
    expect((await talk.say('/seminar 12')).text).toContain('研讨码是六位数字');
    const stranger = await seminar.house.talk('stranger');
    expect((await stranger.say(session.code)).text).toContain('需要先登录');
    expect((await stranger.say(`研讨 ${session.code}`)).text).toContain('需要先登录');
    expect((await stranger.say('000001')).text).not.toContain('研讨');
    const inGroup = await seminar.house.talk('anyone', { isPublic: true, conversation: 'g' });
    expect((await inGroup.say(session.code)).text).toContain('其他人也能看到');
    expect((await talk.say(`/seminar ${session.code}`)).text).toContain('已加入研讨');
  });

  it('finds nothing said in a seminar in the conversation that is exported', async () => {
    const { said } = await withTexts('只在研讨中说');
    const [talk] = said as [Member];
    await talk.say('经费怎么管理？');
    await talk.say('退出研讨');
    await talk.say('网络培训怎么管理？');
    const exported = await talk.say('导出对话');
    const file = exported.blocks.find((block) => block.kind === 'file');
    const conversation = await seminar.house.app.conversation();
    const speaker = { channel: 'test', conversation: talk.id, person: talk.id };
    const kept = await conversation.file(speaker, file?.file.id ?? '');
    const text = Buffer.from(kept?.bytes ?? []).toString('utf8');
    expect(text).toContain('网络培训怎么管理？');
    expect(text).not.toContain('经费怎么管理？');
    expect(text).not.toContain('只在研讨中说');
  });
});

describe('a trainer', () => {
  it('opens sessions of their own kits and of those that are shared with them, and of no other', async () => {
    await seminar.house.add('reader', 'trainer', 'trainer');
    const open = { kind: 'open-sessions', kit: 'k' } as const;
    expect((await seminar.tapDeed('reader', open)).text).toContain('没有共享给您');
    const start = { kind: 'start-sessions', kit: 'k', inGroups: false } as const;
    expect((await seminar.tapDeed('reader', start)).text).toContain('没有共享给您');
    await seminar.seminars.change([{ kind: 'share-kit', id: 'k', person: 'reader' }]);
    expect((await seminar.tapDeed('reader', open)).text).toContain(`开展研讨：${TOPIC}`);
    expect((await seminar.tapDeed('reader', start)).text).toContain('研讨码');
  });

  it('finds a session under the day on which it was opened here', async () => {
    seminar.house.goTo('2027-06-01T23:30:00.000Z');
    await seminar.open();
    const page = await seminar.tapDeed('t', { kind: 'list-sessions' });
    seminar.house.goTo(NOON);
    expect(page.text).toContain(`${TOPIC}（2027-06-02）`);
  });

  it('cannot steer the session of another, and an administrator can end it', async () => {
    const { session } = await withTexts('经费不足');
    await seminar.house.add(`other-${session.code}`, 'trainer', 'trainer');
    const by = (id: string, kind: 'open-panel' | 'show-record' | 'ask-close-session') =>
      seminar.tapDeed(id, { kind, session: session.id });
    for (const kind of ['open-panel', 'show-record', 'ask-close-session'] as const) {
      expect((await by(`other-${session.code}`, kind)).text).toContain('由他人主持');
    }
    const move = { kind: 'move-session', session: session.id, from: 0, to: 'next' } as const;
    expect((await seminar.tapDeed(`other-${session.code}`, move)).text).toContain('由他人主持');
    await seminar.house.add(`admin-${session.code}`, 'admin');
    const admin = await seminar.house.talk(`admin-${session.code}`);
    const asked = await admin.tap((await admin.say(session.code)).button('结束这场研讨'));
    expect((await admin.tap(asked.button('确定结束'))).text).toContain('已经结束');
    expect((await session.now()).closedAt).not.toBeNull();
    expect((await admin.say('操作记录')).text).toContain('结束研讨');
    expect((await session.panel()).text).toContain('已经结束');
  });

  it('moves once, however often a button is tapped, and back while nothing is undone', async () => {
    const { session, said } = await withTexts('经费不足', '师资不足', '课程旧');
    const panel = await session.panel();
    await seminar.trainer.tap(panel.button(TO_MERGE));
    const again = await seminar.trainer.tap(panel.button(TO_MERGE));
    expect(again.text).toContain('刚才的按钮没有再起作用');
    expect((await session.now()).phase).toBe('merge');
    await session.pressAll(TO_VOTE, '退回归并', TO_VOTE);
    await castText(said[0] as Talk, '1 2 3');
    await expect(session.press('退回归并')).rejects.toThrow();
    const back = { kind: 'move-session', session: session.id, to: 'back' } as const;
    const { step } = await session.now();
    expect((await seminar.tapDeed('t', { ...back, from: step })).text).toContain('不能退回上一步');
  });

  it('does not leave an empty list, and may skip its round', async () => {
    const session = await seminar.open();
    const empty = await session.press(TO_MERGE);
    expect(empty.text).toContain('还没有收到问题');
    const talk = await join(session);
    const kept = await talk.say('经费不足');
    expect((await seminar.trainer.tap(empty.button('跳过问题这一轮'))).text).toContain('不能跳过');
    expect(await session.now()).toMatchObject({ round: 'problem', phase: 'collect' });
    await talk.tap(kept.button('撤回这一条'));
    await session.press('跳过问题这一轮');
    expect(await session.now()).toMatchObject({ round: 'cause', phase: 'collect' });
    await talk.say('研讨');
    const cause = await talk.say('没有专人');
    expect(cause.text).toContain('已记入');
    await talk.tap(cause.button('撤回这一条'));
    await session.press('退回上一轮结果');
    expect(await session.now()).toMatchObject({ round: 'problem', phase: 'result' });
  });

  it('has a timer that everyone can look at', async () => {
    const session = await seminar.open();
    const talk = await join(session);
    expect((await session.press('计时5分')).text).toContain('计时：还剩 5 分');
    seminar.house.goTo('2027-06-01T04:02:30.000Z');
    expect((await talk.say('研讨')).text).toContain('计时：还剩 2 分 30 秒');
    expect((await session.press('暂停')).text).toContain('已暂停，还剩 2 分 30 秒');
    seminar.house.goTo('2027-06-01T04:30:00.000Z');
    expect((await session.press('继续')).text).toContain('还剩 2 分 30 秒');
    expect((await session.press('加5分钟')).text).toContain('还剩 7 分 30 秒');
    seminar.house.goTo('2027-06-01T05:00:00.000Z');
    expect((await session.panel()).text).toContain('时间已到');
    expect((await seminar.trainer.say('计时 8 分钟')).text).toContain('还剩 8 分');
    expect((await session.press('停止计时')).text).not.toContain('计时：');
    expect((await seminar.trainer.say('计时 999 分钟')).text).toContain('1 到 180 分钟');
    seminar.house.goTo('2027-06-01T04:00:00.000Z');
  });

  it('is told what is wrong with an order, and nothing is changed', async () => {
    const { session } = await withTexts('经费不足', '师资不足');
    await session.panel();
    expect((await seminar.trainer.say('合并 1 2')).text).toContain('现在不是归并阶段');
    await session.press(TO_MERGE);
    expect((await seminar.trainer.say('合并 1 9')).text).toContain('清单上没有第 9 条');
    expect((await seminar.trainer.say('合并 1')).text).toContain('至少两条');
    expect((await seminar.trainer.say('原因1 归 天气')).text).toContain('没有“天气”这一类');
    expect((await seminar.trainer.say('对策7 责任：县委')).text).toContain('没有对策7');
    expect((await seminar.trainer.say('对策1 责任：')).text).toContain('没有看懂');
    expect((await seminar.trainer.say(`分歧：${'长'.repeat(300)}`)).text).toContain(
      '最多 200 个字',
    );
    const list = await seminar.seminars.contributions(session.id, 'problem');
    expect(list.every(({ mergedInto }) => mergedInto === null)).toBe(true);
    expect((await seminar.trainer.say('对策怎么落实？')).text).not.toContain('没有对策');
  });

  it('is told into which contributions go, and of nothing that does not happen', async () => {
    const { session } = await withTexts('甲种意见', '乙类问题', '丙项困难', '丁个不足', '戊处短板');
    await session.press(TO_MERGE);
    const say = async (text: string) => (await seminar.trainer.say(text)).text;
    const into = async () =>
      (await seminar.seminars.contributions(session.id, 'problem')).map(
        ({ mergedInto }, _, all) => all.find(({ id }) => id === mergedInto)?.number ?? 0,
      );
    expect(await say('拆出 4')).toContain('第 4 条原来就是这样，没有变动');
    expect(await say('合并 1 2')).toContain('第 2 条已并入第 1 条“甲种意见”。');
    const again = await seminar.trainer.say('合并 2 1');
    expect(again.text).toContain('第 2 条先前已并入第 1 条“甲种意见”，没有变动');
    expect(() => again.button('撤销归并')).toThrow();
    expect(await say('合并 2 3')).toContain('第 3 条已并入第 1 条“甲种意见”（第 2 条先前已并入）');
    expect(await into()).toEqual([0, 1, 1, 0, 0]);
    const merged = await seminar.trainer.say('合并 5 1 4');
    expect(await into()).toEqual([5, 5, 5, 5, 0]);
    const undone = await seminar.trainer.tap(merged.button('撤销归并'));
    expect(undone.text).toContain('第 1、4 条已恢复为单独的意见。第 2、3 条已恢复并入第 1 条。');
    expect(await into()).toEqual([0, 1, 1, 0, 0]);
    expect((await seminar.trainer.tap(merged.button('撤销归并'))).text).toContain('没有变动');
    expect(await say('拆出 3 4')).toContain(
      '第 3 条已恢复为单独的意见。第 4 条原来就是这样，没有变动。',
    );
  });

  it('agrees to all suggestions at once, or leaves one out', async () => {
    const { session } = await withTexts(
      ...['经费不足', '培训经费不足', '师资不足', '缺乏师资', '课程旧'],
    );
    const offered = await session.pressAll(TO_MERGE, '归并建议');
    const left = await seminar.trainer.tap(offered.button('不并第1组'));
    expect(left.text).toContain('归并建议：1 组');
    const done = await seminar.trainer.tap(left.button('全部同意（1 组）'));
    expect(done.text).toContain('第 4 条已并入第 3 条');
    const undone = await seminar.trainer.tap(done.button('撤销归并'));
    expect(undone.text).toContain('第 4 条已恢复');
    await seminar.trainer.tap((await session.press('归并建议')).button('全部同意（2 组）'));
    expect((await session.panel()).text).toContain('归并后 3 条');
  });
});
