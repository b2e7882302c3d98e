import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answers } from '../../src/questionnaire/answers.ts';
import { CLASS, type House, makeHouse } from '../support/house.ts';
import { sendMessage } from '../support/send-message.ts';
import { publishSurvey, SURVEY, SURVEY_CODE } from '../support/survey-house.ts';
import type { Heard, Talk } from '../support/talk.ts';
import { tapDeed } from '../support/tap-deed.ts';

let house: House;
let number = 0;
let me = '';
let talk: Talk;

beforeAll(async () => {
  house = await makeHouse();
}, 60_000);
afterAll(() => house.close());

beforeEach(async () => {
  me = `learner${++number}`;
  await house.add(me, 'learner', 'learner');
  talk = await house.talk(me);
});

const questionOf = (heard: Heard) => {
  const block = heard.blocks.find((one) => one.kind === 'question');
  if (block === undefined) throw new Error(`Expected a question, got: ${heard.text}`);
  return block;
};

async function store() {
  return (await house.app.records()).questionnaires;
}

/** A survey of one's own for each test. */
async function publish(fields: Parameters<typeof publishSurvey>[2] = {}): Promise<string> {
  const id = `${SURVEY}-${number}`;
  await publishSurvey(await house.app.records(), [me], { id, ...fields });
  return id;
}

async function draft(survey: string, person = me): Promise<Answers> {
  return (await store()).draft(survey, { kind: 'person', person });
}

async function begin(survey: string): Promise<Heard> {
  const intro = await tapDeed(house, me, { kind: 'open-survey', survey });
  return talk.tap(intro.button('开始填写'));
}

async function goOn(survey: string): Promise<Heard> {
  const intro = await tapDeed(house, me, { kind: 'open-survey', survey });
  return talk.tap(intro.button('继续填写'));
}

/** Answers everything that must be answered, by words. */
async function answerAll(): Promise<Heard> {
  for (const text of ['2', '2', '1 3', '4 2', '3 1 2']) await talk.say(text);
  return talk.say('多安排现场教学');
}

describe('the message that asks for it', () => {
  it('has its button until the questionnaire is submitted, and then says so', async () => {
    const survey = await publish();
    const id = `message-${String(number).padStart(8, '0')}`;
    const deed = { kind: 'open-survey', survey };
    const buttons = [{ label: '填写问卷', deed }];
    await sendMessage(await house.app.records(), me, {
      id,
      text: '请您填写。',
      kind: 'class',
      buttons,
    });
    const message = await talk.tap((await talk.say('消息')).button('第 1 条'));
    const intro = await talk.tap(message.button('填写问卷'));
    await talk.tap(intro.button('开始填写'));
    await talk.tap((await answerAll()).button('提交'));
    const again = await talk.tap((await talk.say('消息')).button('第 1 条'));
    expect(again.text).toContain('您已经提交，每人只能提交一次');
    expect(() => again.button('填写问卷')).toThrow();
    expect(again.button('返回消息')).toBeDefined();
  });
});

describe('the introduction', () => {
  it('says what it is for, how long, until when, and what becomes of the answers', async () => {
    const survey = await publish();
    const { text, placement, button } = await tapDeed(house, me, { kind: 'open-survey', survey });
    expect(placement).toBe('turn');
    expect(text).toMatch(/2028年县处级领导干部培训需求问卷[\s\S]*用于编制2028年度培训计划/u);
    expect(text).toMatch(/大约需要 \d+ 分钟/u);
    expect(text).toContain('请在6月30日18:00以前提交');
    expect(text).toMatch(/提交以前，草稿加密保存[^。]*与您对应/u);
    expect(text).toMatch(/提交以后，草稿清除，答案与其他人的打乱存放/u);
    expect(text).toMatch(/您是否已经提交，系统知道/u);
    expect(text).toMatch(/提交的那一刻正掌握这台机器的人，可以看到/u);
    expect(text).toMatch(/既掌握密钥、又留着填写期间各次备份的人，有可能/u);
    expect(button('开始填写')).toBeDefined();
  });

  it('says in Telegram whose servers carry the words, and where the page is', async () => {
    const survey = await publish({ code: SURVEY_CODE });
    const telegram = await house.talk(me, { carrier: 'Telegram' });
    const { text } = await telegram.say(`问卷 ${SURVEY_CODE}`);
    expect(text).toMatch(/在 Telegram 中填写，题目和您的回答都经过其服务器/u);
    expect(text).toMatch(/请改在网页上填写/u);
    const { questionnaires } = await house.app.records();
    await questionnaires.change([{ kind: 'close-survey', survey, at: '2027-06-01T04:00:00.000Z' }]);
  });
});

describe('answering', () => {
  it('goes on by itself after a single choice, and brings the question that hangs on it', async () => {
    const survey = await publish();
    const first = await begin(survey);
    expect(first.placement).toBe('in-place');
    expect(questionOf(first)).toMatchObject({
      ...{
        number: 1,
        total: 6,
        answered: 0,
        part: '一、基本信息',
        partHint: '只问类别，不问姓名。',
      },
      ...{ text: '您的职务层次', rule: '必答，单选', back: null },
    });
    const second = await talk.tap(first.button('县处级副职'));
    expect(questionOf(second)).toMatchObject({ number: 2, total: 6, partHint: '' });
    const third = await talk.tap(second.button('参加过'));
    expect(questionOf(third)).toMatchObject({ text: '近两年共参加集中培训多少天', total: 7 });
    expect(await draft(survey)).toEqual({
      level: { kind: 'single', option: 1, other: '' },
      trained: { kind: 'single', option: 0, other: '' },
    });
    const other = await talk.tap(third.button('上一题'));
    expect(questionOf(other).groups[0]?.choices.map(({ isChosen }) => isChosen)).toEqual([
      true,
      false,
    ]);
    const moved = await talk.tap(other.button('没有参加过'));
    expect(questionOf(moved)).toMatchObject({ text: '影响您参加培训的主要因素', total: 6 });
    const gone = await talk.tap(third.button('先跳过'));
    expect(questionOf(gone)).toMatchObject({
      text: '影响您参加培训的主要因素',
      notice: expect.stringContaining('不用再答'),
    });
  });

  it('asks for the words of 其他, whichever way they are written', async () => {
    const survey = await publish();
    const first = await begin(survey);
    const asked = await talk.tap(first.button('其他（请注明）'));
    expect(questionOf(asked)).toMatchObject({
      number: 1,
      input: { label: '请写明具体内容', most: 100 },
    });
    const next = await talk.tap(asked.button('保存'), undefined, '四级调研员');
    expect(questionOf(next).number).toBe(2);
    const back = await talk.tap(next.button('上一题'));
    expect(questionOf(back).input?.value).toBe('四级调研员');
    await talk.say('其他：二级巡视员');
    expect((await draft(survey)).level).toEqual({ kind: 'single', option: 2, other: '二级巡视员' });
  });

  it('toggles several, and a tap that comes twice changes nothing twice', async () => {
    const survey = await publish();
    await begin(survey);
    await talk.say('1');
    const card = await talk.say('没有参加过');
    const option = card.button('时间安排不合适');
    const one = await talk.tap(option, 'twice');
    expect(questionOf(one).groups[0]?.choices[2]?.isChosen).toBe(true);
    expect(questionOf(await talk.tap(option, 'twice')).groups[0]?.choices[2]?.isChosen).toBe(true);
    expect(questionOf(await talk.tap(option)).groups[0]?.choices[2]?.isChosen).toBe(false);
  });

  it('takes an answer that comes twice for its own question alone', async () => {
    const survey = await publish();
    await begin(survey);
    await talk.say('1', 'first');
    expect(questionOf(await talk.say('1', 'first')).number).toBe(2);
    expect(Object.keys(await draft(survey))).toEqual(['level']);
  });

  it('keeps a pair mark by mark and goes on with the second', async () => {
    const survey = await publish();
    const first = await begin(survey);
    for (const text of ['1', '2']) await talk.say(text);
    const pair = await talk.say('1 3');
    const half = await talk.tap(pair.button('4'));
    expect(questionOf(half)).toMatchObject({ text: '推动高质量发展的本领' });
    const [, competence] = questionOf(half).groups;
    const mark = competence?.choices[1]?.button;
    const next = await talk.tap(mark ?? first.button('none'));
    expect(questionOf(next).text).toBe('您希望采用的培训方式');
    expect((await draft(survey)).economy).toEqual({
      ...{ kind: 'scale-pair', importance: 4, competence: 2 },
    });
  });

  it('names what is missing with the way there, and submits once nothing is', async () => {
    const survey = await publish();
    const first = await begin(survey);
    const review = await talk.tap(first.button('提交'));
    expect(review.text).toContain('还有 4 道必答题没有答完');
    const jumped = await talk.tap(review.button('第4题'));
    expect(questionOf(jumped).number).toBe(4);
    await talk.tap(review.button('第1题'));
    const ready = await answerAll();
    expect(ready.text).toContain('必答题都已答完');
    const submit = ready.button('提交');
    const done = await talk.tap(submit, 'submit');
    expect(done.placement).toBe('turn');
    expect(done.text).toContain('问卷已提交，谢谢您的参与');
    expect(done.text).not.toMatch(/现场教学|副职/u);
    expect((await talk.tap(submit, 'submit')).text).toBe(done.text);
    const { questionnaires } = await house.app.records();
    expect(await questionnaires.totals(survey)).toMatchObject({ begun: 1, submitted: 1 });
    const again = await tapDeed(house, me, { kind: 'fill-in-survey', survey });
    expect(again.problem).toContain('已过期');
    expect((await talk.say('经费怎么管理？')).text).toContain('专款专用');
  });

  it('is taken up after days, on another device, where the first answer is missing', async () => {
    const survey = await publish();
    const first = await begin(survey);
    await talk.say('1');
    const off = await talk.say('稍后再填');
    expect(off.text).toContain('已保存，还没有提交');
    const other = await house.talk(me, { conversation: 'phone', person: 'phone', account: me });
    const list = await other.say('/survey');
    const intro = await other.tap(list.button('2028年县处级领导干部培训需求问卷'));
    const going = await other.tap(intro.button('继续填写'));
    expect(questionOf(going)).toMatchObject({ number: 2, answered: 1 });
    await other.say('2');
    expect(questionOf(await talk.tap(first.button('先跳过'))).number).toBe(2);
    expect(Object.keys(await draft(survey))).toEqual(['level', 'trained']);
  });

  it('takes the last answer once where its message comes again, and never for a question', async () => {
    const survey = await publish();
    await begin(survey);
    for (const text of ['2', '2', '1 3', '4 2', '3 1 2']) await talk.say(text);
    const ready = await talk.say('多安排现场教学', `${me}-last`);
    const again = await talk.say('多安排现场教学', `${me}-last`);
    expect(ready.text).toContain('必答题都已答完，可以提交。');
    expect([again.placement, again.text]).toEqual([ready.placement, ready.text]);
    const more = await talk.say('再补充一条意见');
    expect(more.placement).toBe('in-place');
    expect(more.text).toMatch(/没有保存，也没有当作提问[\s\S]*可以提交/u);
    expect((await talk.say('继续填写')).text).toContain('可以提交');
    expect((await talk.say('上一题')).text).toContain('您对培训工作的意见建议');
    expect((await talk.say('提交')).text).toContain('可以提交');
    expect((await talk.say('网络培训学时怎么管理？')).text).toContain('/ask');
    expect((await talk.tap(again.button('提交'))).text).toContain('问卷已提交');
    const { turns } = await (await house.app.conversation()).history({
      ...{ channel: 'test', conversation: me, person: me },
    });
    expect(JSON.stringify(turns)).not.toMatch(/多安排现场教学|再补充/u);
    expect((await talk.say('网络培训学时怎么管理？')).placement).toBe('turn');
  });

  it('leaves the questionnaire open where something else is asked, and shows it again', async () => {
    const survey = await publish();
    await begin(survey);
    const unasked = await talk.say('经费怎么管理？');
    expect(questionOf(unasked).notice).toContain('没有当作提问');
    const asked = await talk.say('/ask 经费怎么管理？');
    expect(asked.placement).toBe('turn');
    expect(asked.text).toContain('专款专用');
    expect(questionOf(await talk.say('继续填写')).number).toBe(1);
    expect(await draft(survey)).toEqual({});
    const unread = await talk.say('随便');
    expect(questionOf(unread).notice).toContain('没有看懂');
  });

  it('neither keeps nor asks what may be an answer once something else was opened', async () => {
    const survey = await publish();
    await begin(survey);
    await talk.say('/help');
    const held = await talk.say('培训费用应当由谁承担');
    expect(held.placement).toBe('in-place');
    expect(held.text).toContain('没有保存，也没有当作提问');
    const going = await talk.tap(held.button('继续填写'));
    expect(questionOf(going).number).toBe(1);
    await talk.say('/help');
    expect((await talk.say('培训费用应当由谁承担')).placement).toBe('in-place');
    expect((await talk.say('经费怎么管理')).text).toContain('专款专用');
    const { turns } = await (await house.app.conversation()).history({
      ...{ channel: 'test', conversation: me, person: me },
    });
    expect(JSON.stringify(turns)).not.toContain('由谁承担');
  });

  it('keeps the draft where the conversation is cleared, and says so before', async () => {
    const survey = await publish();
    await begin(survey);
    await talk.say('1');
    const asked = await talk.say('/clear');
    expect(asked.text).toContain('没有提交的问卷草稿仍然保留');
    await talk.tap(asked.button('确定清除'));
    expect(Object.keys(await draft(survey))).toEqual(['level']);
    expect(questionOf(await goOn(survey)).number).toBe(2);
  });

  it('keeps no answer in the history that begins like a command', async () => {
    const survey = await publish();
    await begin(survey);
    const heard = await talk.say('/县处级以上');
    expect(heard.placement).toBe('in-place');
    expect(questionOf(heard).notice).toContain('没有看懂');
  });

  it('deletes a draft once it is confirmed', async () => {
    const survey = await publish();
    await begin(survey);
    await talk.say('1');
    const asked = await talk.say('删除草稿');
    expect(Object.keys(await draft(survey))).toEqual(['level']);
    const gone = await talk.tap(asked.button('删除'));
    expect(gone.text).toContain('草稿已删除');
    expect(await draft(survey)).toEqual({});
  });
});

describe('what is kept', () => {
  it('has nothing of the answers in turns, states and buttons', async () => {
    const survey = await publish();
    await begin(survey);
    await answerAll();
    const conversation = await house.app.conversation();
    const speaker = { channel: 'test', conversation: me, person: me };
    const { turns } = await conversation.history(speaker);
    expect(JSON.stringify(turns)).not.toMatch(/现场教学|"1 3"|question/u);
    expect(turns).toHaveLength(1);
    const { conversations } = await house.app.records();
    expect(JSON.stringify(await conversations.state(speaker))).not.toMatch(/现场教学/u);
    expect(await draft(survey)).toMatchObject({ words: { text: '多安排现场教学' } });
  });

  it('makes the same buttons whatever was chosen', async () => {
    const survey = await publish();
    const first = await begin(survey);
    const { conversations } = await house.app.records();
    const speaker = { channel: 'test', conversation: me, person: me };
    const deedsOf = async (heard: Heard) => {
      const { groups, forward, more } = questionOf(heard);
      const buttons = [
        ...groups.flatMap(({ choices }) => choices.map(({ button }) => button)),
        forward,
        ...more,
      ];
      return Promise.all(
        buttons.map(({ action }) => {
          const [set = '', at = ''] = action.split('.');
          return conversations.deed(speaker, set, Number(at), new Date('2027-06-01T04:00:00Z'));
        }),
      );
    };
    const before = await deedsOf(first);
    const second = await talk.tap(first.button('县处级副职'));
    const after = await deedsOf(await talk.tap(second.button('上一题')));
    expect(after).toEqual(before);
  });
});

describe('a link', () => {
  it('lets a stranger answer without signing in, once', async () => {
    const survey = await publish({ code: 'HJKMN23456' });
    const stranger = await house.talk('visitor', { account: 'visitor' });
    const intro = await stranger.say('问卷 hjkmn 23456');
    expect(intro.text).toContain('凭链接就能填写');
    const first = await stranger.tap(intro.button('开始填写'));
    expect(questionOf(first).number).toBe(1);
    for (const text of ['2', '2', '1 3', '4 2', '跳过']) await stranger.say(text);
    const ready = await stranger.say('跳过');
    await stranger.tap(ready.button('提交'));
    expect((await stranger.say('问卷 HJKMN23456')).text).toContain('您已经提交');
    expect(await (await store()).totals(survey)).toMatchObject({ submitted: 1 });
  });

  it.each([
    ['问卷 ABCDE2345', '没有这个编号'],
    ['问卷 ABCDE234567', '没有这个编号'],
    ['/start q-ZZZZZ23456', '没有这个编号'],
  ])('%s is a slip and no question', async (text, told) => {
    expect((await talk.say(text)).text).toContain(told);
  });
});

describe('who may not', () => {
  it('is told why: not invited, not yet open, closed', async () => {
    const other = `other${number}`;
    await house.add(other, 'learner', 'learner', CLASS.id);
    const survey = await publish();
    expect((await tapDeed(house, other, { kind: 'fill-in-survey', survey })).text).toContain(
      '没有发给您',
    );
    const later = `later-${number}`;
    await publishSurvey(await house.app.records(), [me], {
      id: later,
      opensAt: '2027-06-10T00:00:00.000Z',
    });
    expect((await tapDeed(house, me, { kind: 'open-survey', survey: later })).text).toContain(
      '从6月10日08:00起可以填写',
    );
    const past = `past-${number}`;
    await publishSurvey(await house.app.records(), [me], {
      id: past,
      closesAt: '2027-06-01T00:00:00.000Z',
    });
    expect((await tapDeed(house, me, { kind: 'open-survey', survey: past })).text).toContain(
      '截止，不能再填写',
    );
  });

  it('keeps nothing of a text that comes after the closing, and says so', async () => {
    const survey = await publish();
    await begin(survey);
    await (await store()).change([
      { kind: 'close-survey', survey, at: '2027-06-01T04:00:00.000Z' },
    ]);
    const heard = await talk.say('1');
    expect(heard.placement).toBe('in-place');
    expect(heard.text).toMatch(/截止，这段内容没有保存，也没有当作提问/u);
    expect((await talk.say('经费怎么管理？')).text).toContain('专款专用');
  });
});

describe('a preview', () => {
  it('is the same dialogue, keeps nothing, and says so on every card', async () => {
    const trainer = `trainer${number}`;
    await house.add(trainer, 'trainer', 'trainer');
    const id = `draft-${number}`;
    const { MIXED } = await import('../support/mixed-questionnaire.ts');
    await (await store()).change([
      {
        ...{ kind: 'add-questionnaire', id, owner: trainer, ownerName: '张', classId: null },
        ...{ content: MIXED, note: '新建', at: '2027-06-01T04:00:00.000Z' },
      },
    ]);
    const theirs = await house.talk(trainer);
    const intro = await tapDeed(house, trainer, {
      kind: 'preview-questionnaire',
      questionnaire: id,
    });
    const first = await theirs.tap(intro.button('开始预览'));
    expect(questionOf(first)).toMatchObject({ title: '【预览】2028年县处级领导干部培训需求问卷' });
    for (const text of ['2', '2', '1 3', '4 2', '3 1 2']) {
      expect(questionOf(await theirs.say(text)).title).toMatch(/^【预览】/u);
    }
    const ready = await theirs.say('多安排现场教学');
    expect(ready.text).toContain('【预览】');
    const done = await theirs.tap(ready.button('提交'));
    expect(done.placement).toBe('in-place');
    expect(done.text).toContain('没有保存任何内容');
    expect(await (await store()).surveys()).not.toContainEqual(
      expect.objectContaining({ questionnaire: id }),
    );
  });
});

describe('hostile input', () => {
  it('is an answer in plain words, or is refused with a word, and never breaks the card', async () => {
    const survey = await publish();
    const first = await begin(survey);
    for (const text of [
      '\u0000',
      '<script>alert(1)</script>',
      '9'.repeat(10_000),
      '=cmd',
      '__proto__',
    ]) {
      expect(questionOf(await talk.say(text)).number).toBe(1);
    }
    await answerAll();
    const jump = await talk.tap(first.button('先跳过'));
    expect(questionOf(jump).number).toBe(2);
    const words = await tapDeed(house, me, {
      ...{ kind: 'answer-item', survey, item: 'words', act: { do: 'show' } },
    });
    const long = await talk.tap(words.button('保存'), undefined, '长'.repeat(10_000));
    expect(questionOf(long).notice).toMatch(/最多 200 个字，现在有 10000 个字，没有保存/u);
    expect(questionOf(long).input?.value).toBe('多安排现场教学');
    await talk.tap(words.button('保存'), undefined, 'a\u0000b<img src=x onerror=alert(1)>');
    expect((await draft(survey)).words).toEqual({
      kind: 'text',
      text: 'ab<img src=x onerror=alert(1)>',
    });
    for (const item of ['constructor', '__proto__', 'basic', '没有']) {
      const act = { do: 'choose', option: 0 } as const;
      const stale = await tapDeed(house, me, { kind: 'answer-item', survey, item, act });
      expect(stale.placement).toBe('in-place');
    }
    const act = { do: 'choose', option: 99 } as const;
    const wrong = await tapDeed(house, me, { kind: 'answer-item', survey, item: 'level', act });
    expect(questionOf(wrong).notice).toContain('对不上');
  });

  it('finds no button of somebody else', async () => {
    const survey = await publish();
    const first = await begin(survey);
    const other = await house.talk('somebody');
    expect((await other.tap(first.button('先跳过'))).problem).toContain('已过期');
    expect((await other.tap({ label: '', action: 'forged.0' })).problem).toContain('已过期');
    expect(await draft(survey)).toEqual({});
  });
});
