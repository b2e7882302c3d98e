import { beforeEach, describe, expect, it } from 'vitest';
import type { Survey } from '../../../../src/questionnaire/survey.ts';
import {
  type AuthorHouse,
  makeAuthorHouse,
  NEEDS,
  needsOf,
  tapAll,
} from '../../../support/author-house.ts';
import { CLASS } from '../../../support/house.ts';
import type { Heard, Talk } from '../../../support/talk.ts';
import { tapDeed } from '../../../support/tap-deed.ts';

let house: AuthorHouse;
let trainer: Talk;
let survey: Survey;
const EIGHT = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

beforeEach(async () => {
  house = await makeAuthorHouse();
  await house.add('trainer', 'trainer', 'trainer');
  await house.learners(...EIGHT);
  trainer = await house.talk('trainer');
  const id = await house.keep('trainer', NEEDS, CLASS.id);
  const closing = await tapDeed(house, 'trainer', {
    ...{ kind: 'publish-questionnaire', questionnaire: id },
  });
  expect(closing.text).toContain('填到什么时候截止');
  await tapAll(trainer, await trainer.say('两周后'), '确认发布');
  survey = await house.latest();
  return () => house.close();
}, 60_000);

function open(who = 'trainer'): Promise<Heard> {
  return tapDeed(house, who, { kind: 'open-published', published: survey.id });
}

function report(who = 'trainer'): Promise<Heard> {
  return tapDeed(house, who, { kind: 'open-survey-report', published: survey.id });
}

async function submitted(count: number, words: (at: number) => string = () => ''): Promise<void> {
  for (const [at, person] of EIGHT.slice(0, count).entries()) {
    await house.answer(survey.id, person, needsOf(at, words(at)));
  }
}

async function closed(): Promise<void> {
  await tapAll(trainer, await open(), '提前截止', '确定截止');
}

describe('a survey on its way', () => {
  it('tells totals, and of nobody whether they have answered', async () => {
    await submitted(2);
    const page = await open();
    expect(page.text).toContain('状态：填写中');
    expect(page.text).toContain('邀请：8 人\n打开过：2 人\n已提交：2 份，回收率 25%');
    expect(page.text).not.toContain('姓名one');
    expect((await trainer.say('问卷管理')).text).toContain('填写中，8 人中已提交 2 份');
  });

  it('has no report before it is closed, and says why', async () => {
    await submitted(6);
    const told = await report();
    expect(told.text).toContain('截止以后才能看报告');
    expect(told.text).toContain('前后两次一对比');
    const answers = await tapDeed(house, 'trainer', {
      ...{ kind: 'list-open-answers', published: survey.id, item: 'words', from: 0 },
    });
    expect(answers.text).toContain('截止以后才能看报告');
  });

  it('reminds those who have not submitted, once a day and three times at most', async () => {
    await submitted(2);
    const { deliveries } = await house.app.records();
    const asked = await trainer.tap((await open()).button('提醒未填的人'));
    expect(asked.text).toContain('第 1 次，最多 3 次');
    expect(asked.text).not.toMatch(/姓名/u);
    const confirm = asked.button('确认提醒');
    await trainer.tap(confirm);
    await trainer.tap(confirm);
    const [mailing, ...others] = await deliveries.mailingsFrom(
      [1, 2, 3].map((number) => `survey:${survey.id}#${number}`),
    );
    expect(others).toEqual([]);
    const due = await deliveries.due(house.app.clock.now(), 50);
    const reminded = due.filter((one) => one.mailing === mailing?.id);
    expect(reminded.map(({ person }) => person).toSorted()).toEqual(EIGHT.slice(2).toSorted());
    expect((await trainer.tap((await open()).button('提醒未填的人'))).text).toContain(
      '一天最多提醒一次',
    );
    for (const day of ['02', '03']) {
      house.goTo(`2027-06-${day}T04:00:00.000Z`);
      await tapAll(trainer, await open(), '提醒未填的人', '确认提醒');
    }
    house.goTo('2027-06-04T04:00:00.000Z');
    expect((await trainer.tap((await open()).button('提醒未填的人'))).text).toContain(
      '已经提醒过 3 次',
    );
  });

  it('reminds nobody for a trainer who has lost the class', async () => {
    await submitted(2);
    const confirm = (await trainer.tap((await open()).button('提醒未填的人'))).button('确认提醒');
    const { people, deliveries } = await house.app.records();
    await people.change([{ kind: 'leave', person: 'trainer', classId: CLASS.id }]);
    expect((await trainer.tap(confirm)).text).toContain('您现在不能提醒他们');
    expect(await deliveries.mailingsFrom([`survey:${survey.id}#1`])).toEqual([]);
  });

  it('is put off to a later time, never to an earlier one', async () => {
    await trainer.tap((await open()).button('延期'));
    expect((await trainer.say('6月10日 18:00')).text).toContain('延期要晚于现在的截止时间');
    const moved = await trainer.say('6月30日 17:00');
    expect(moved.text).toContain('2027年6月30日（星期三）17:00截止');
    expect(await house.latest()).toMatchObject({ closesAt: '2027-06-30T09:00:00.000Z' });
  });

  it('is closed for good once that is confirmed', async () => {
    await submitted(5);
    const asked = await trainer.tap((await open()).button('提前截止'));
    expect(asked.text).toContain('也不会重新开放');
    expect((await house.latest()).closedAt).toBeNull();
    await trainer.tap(asked.button('确定截止'));
    expect((await house.latest()).closedAt).not.toBeNull();
    expect((await open()).text).toContain('状态：已截止');
    const late = await tapDeed(house, 'trainer', {
      ...{ kind: 'set-new-closing', published: survey.id, words: '6月30日 17:00' },
    });
    expect(late.text).toContain('已经截止，不能再延期');
  });

  it('tells that fewer than five are wiped before that is done', async () => {
    await submitted(4);
    const asked = await trainer.tap((await open()).button('提前截止'));
    expect(asked.text).toContain('只提交了 4 份，不足 5 份，截止后答案全部清除');
    await trainer.tap(asked.button('确定截止'));
    expect((await open()).text).toContain('没有报告');
    expect((await report()).text).toContain('不足 5 份，没有报告');
  });

  it('is closed by whoever looks where its time is over', async () => {
    await submitted(5);
    house.goTo('2027-06-16T04:00:00.000Z');
    expect((await open()).text).toContain('正在截止');
    expect((await open()).text).toContain('状态：已截止');
  });
});

describe('a report', () => {
  it('shows figures, with small ones hidden, and goes out as files', async () => {
    await submitted(8, (at) => `建议${at}：多安排案例教学`);
    await closed();
    const shown = await report();
    expect(shown.text).toContain('依法办事的能力');
    expect(shown.text).toMatch(/加权差距|MWDS/u);
    const pictures = shown.blocks.filter(({ kind }) => kind === 'picture');
    expect(pictures.length).toBeGreaterThan(0);
    for (const [label, ending] of [
      ['Word 报告', 'docx'],
      ['网页报告', 'html'],
      ['Excel 数据', 'xlsx'],
      ['CSV 数据', 'csv'],
    ] as const) {
      const made = await trainer.tap(shown.button(label));
      const file = made.blocks.find((block) => block.kind === 'file');
      expect(file?.kind === 'file' && file.file.name).toMatch(new RegExp(`\\.${ending}$`, 'u'));
      expect(file?.kind === 'file' && file.file.size).toBeGreaterThan(100);
    }
  });

  it('lists what was written outside the history, masked and in an order of its own', async () => {
    await submitted(8, (at) => `意见${at}：姓名one讲得好，联系13812345678`);
    await closed();
    const list = await trainer.tap((await report()).button('开放题原话（第 5 题）'));
    expect(list.placement).toBe('in-place');
    expect(list.text.match(/意见\d/gu)).toHaveLength(8);
    expect(list.text).not.toMatch(/姓名one|13812345678/u);
    expect(list.text).toContain('（电话已隐去）');
    const conversation = await house.app.conversation();
    const history = await conversation.history({
      ...{ channel: 'test', conversation: 'trainer', person: 'trainer' },
    });
    expect(JSON.stringify(history.turns)).not.toContain('讲得好');
  });

  it('lists no words where fewer than five wrote some', async () => {
    await submitted(8, (at) => (at < 4 ? `只有我知道${at}` : ''));
    await closed();
    const list = await trainer.tap((await report()).button('开放题原话（第 5 题）'));
    expect(list.text).toContain('不足 5 条，不显示');
    expect(list.text).not.toContain('只有我知道');
  });

  it('leaves nothing for a model to be told of', async () => {
    await submitted(8, (at) => `意见${at}`);
    await closed();
    await report();
    await trainer.say('经费怎么管理？');
    const { conversations } = await house.app.records();
    const state = await conversations.state({
      ...{ channel: 'test', conversation: 'trainer', person: 'trainer' },
    });
    const { recent } = state as { recent: readonly { question: string }[] };
    expect(recent.map(({ question }) => question)).toEqual(['经费怎么管理？']);
    expect(JSON.stringify(state)).not.toMatch(/依法办事|意见\d/u);
  });

  it('is for whoever published it and for administrators', async () => {
    await submitted(5);
    await closed();
    await house.add('colleague', 'trainer', 'trainer');
    await house.add('admin', 'admin');
    expect((await report('colleague')).text).toContain('由姓名trainer同志办理');
    expect((await report('admin')).text).toContain('依法办事的能力');
  });
});

describe('a diagnosis', () => {
  it('joins the closed survey of a class, and goes out as a file', async () => {
    await submitted(8);
    await closed();
    const groups = await trainer.say('培训需求诊断');
    const shown = await trainer.tap(groups.button(CLASS.name));
    expect(shown.text).toContain('任职培训班培训需求诊断');
    expect(shown.text).toContain('8人填答');
    const made = await trainer.tap(shown.button('Word 文件'));
    const file = made.blocks.find((block) => block.kind === 'file');
    expect(file?.kind === 'file' && file.file.name).toBe('任职培训班培训需求诊断.docx');
  });

  it('of a unit is an administrator’s, and says of few that there is none', async () => {
    await house.add('admin', 'admin');
    const refused = await tapDeed(house, 'trainer', { kind: 'diagnose-unit', unit: '某局' });
    expect(refused.text).toContain('不在您的权限之内');
    const forged = await tapDeed(house, 'trainer', {
      ...{ kind: 'export-diagnosis', classId: null, unit: '某局', as: 'docx' },
    });
    expect(forged.text).toContain('由管理员办理');
    const empty = await tapDeed(house, 'admin', { kind: 'diagnose-unit', unit: '没有的局' });
    expect(empty.text).toContain('不足5人不作诊断');
  });
});
