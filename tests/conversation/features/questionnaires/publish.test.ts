import { beforeEach, describe, expect, it } from 'vitest';
import { type AuthorHouse, makeAuthorHouse, NEEDS, tapAll } from '../../../support/author-house.ts';
import { CLASS, OTHER_CLASS } from '../../../support/house.ts';
import type { Heard, Talk } from '../../../support/talk.ts';
import { tapDeed } from '../../../support/tap-deed.ts';

let house: AuthorHouse;
let trainer: Talk;
let id: string;
const SIX = ['one', 'two', 'three', 'four', 'five', 'six'];

beforeEach(async () => {
  house = await makeAuthorHouse();
  await house.add('trainer', 'trainer', 'trainer');
  trainer = await house.talk('trainer');
  id = await house.keep('trainer');
  return () => house.close();
}, 60_000);

/** The first thing that is asked where a questionnaire is to be published. */
async function begin(who = 'trainer'): Promise<Heard> {
  return tapDeed(house, who, { kind: 'publish-questionnaire', questionnaire: id });
}

/** Up to the page that is confirmed. */
async function checked(closing = '两周后'): Promise<Heard> {
  await tapAll(trainer, await begin(), '按班次', CLASS.name, '范围选好了');
  return trainer.say(closing);
}

async function surveys() {
  return (await house.app.records()).questionnaires.surveys();
}

describe('publishing to a class', () => {
  it('says whom, until when and what they will see, and is confirmed once as seen', async () => {
    await house.learners(...SIX);
    const page = await checked();
    expect(page.text).toContain('“任职培训班”的学员，共 6 人');
    expect(page.text).toContain('截止：2027年6月15日（星期二）18:00');
    expect(page.text).toContain('请您填写“任职班培训需求问卷”');
    expect(page.text).toContain('关于匿名');
    expect(page.text).toContain('提交不足 5 份的，截止时答案全部清除');
    const confirm = page.button('确认发布');
    const published = await trainer.tap(confirm);
    expect(published.text).toContain('已发布，现在就可以填写');
    await trainer.tap(confirm);
    const [survey, ...others] = await surveys();
    expect(others).toEqual([]);
    expect(survey).toMatchObject({
      ...{ questionnaire: id, version: 1, content: NEEDS, code: null, owner: 'trainer' },
      audience: [{ classId: CLASS.id, unit: null, role: null }],
      closesAt: '2027-06-15T10:00:00.000Z',
    });
    const { questionnaires, people, deliveries } = await house.app.records();
    expect(await questionnaires.totals(survey?.id ?? '')).toMatchObject({
      ...{ invited: 6, begun: 0, submitted: 0 },
    });
    const [mailing] = await deliveries.mailingsFrom([`survey:${survey?.id}`]);
    expect(mailing).toMatchObject({
      ...{ kind: 'class', isUrgent: false, reminder: null },
      buttons: [{ label: '填写问卷', deed: { kind: 'open-survey', survey: survey?.id } }],
    });
    const due = await deliveries.due(house.app.clock.now(), 20);
    expect(due.map(({ person }) => person).toSorted()).toEqual(SIX.toSorted());
    expect(due[0]).toMatchObject({ notAfter: survey?.closesAt });
    const [audit] = await people.audit(5);
    expect(audit).toMatchObject({
      ...{ deed: '发布问卷', detail: '任职班培训需求问卷，“任职培训班”的学员，6 人' },
    });
  });

  it('waits for the morning where it is confirmed at night', async () => {
    await house.learners(...SIX);
    house.goTo('2027-06-01T14:00:00.000Z');
    const page = await checked();
    expect(page.text).toContain('发消息：2027年6月2日（星期三）8:00（早晚和休息日顺延）');
    await trainer.tap(page.button('确认发布'));
    const { deliveries } = await house.app.records();
    expect(await deliveries.due(new Date('2027-06-01T23:59:00.000Z'), 20)).toEqual([]);
    expect(await deliveries.due(new Date('2027-06-02T00:00:00.000Z'), 20)).toHaveLength(6);
  });

  it('is shown anew where what was seen has changed', async () => {
    await house.learners(...SIX);
    const page = await checked();
    await house.learners('seven');
    const anew = await trainer.tap(page.button('确认发布'));
    expect(anew.text).toContain('和您看到的不一样，没有发布');
    expect(anew.text).toContain('共 7 人');
    expect(await surveys()).toEqual([]);
    await trainer.tap(anew.button('确认发布'));
    expect(await surveys()).toHaveLength(1);
  });

  it('tells a trainer of four that nothing can be reported, and lets them all the same', async () => {
    await house.learners(...SIX.slice(0, 4));
    const page = await checked();
    expect(page.text).toContain('只有 4 人：不足 5 人的结果一律不显示');
    expect(page.text).toContain('答案全部清除');
    await trainer.tap(page.button('仍然发布'));
    expect(await surveys()).toHaveLength(1);
  });

  it('opens later where that is said', async () => {
    await house.learners(...SIX);
    const page = await checked();
    await trainer.tap(page.button('改开始时间'));
    const later = await trainer.say('6月7日 9:00');
    expect(later.text).toContain('开始：2027年6月7日（星期一）9:00');
    await trainer.tap(later.button('确认发布'));
    expect(await surveys()).toMatchObject([{ opensAt: '2027-06-07T01:00:00.000Z' }]);
  });

  it('sends the words that were written for it', async () => {
    await house.learners(...SIX);
    const page = await checked();
    await trainer.tap(page.button('改邀请的话'));
    const worded = await trainer.say('请抽空填写，供下期班次参考。');
    expect(worded.text).toContain('请抽空填写，供下期班次参考。\n\n约 ');
    await trainer.tap(worded.button('确认发布'));
    const { deliveries } = await house.app.records();
    const [first] = await deliveries.due(house.app.clock.now(), 1);
    expect(first?.text).toMatch(/^请抽空填写，供下期班次参考。\n\n约 \d+ 分钟/u);
  });

  it.each([
    ['现在起半小时', '没有看懂时间'],
    ['今天 12:30', '至少要有一个小时'],
    ['昨天 9:00', '已经过去了'],
    ['2029年6月1日', '最长一年'],
    ['不知道', '没有看懂时间'],
  ])('takes no closing such as %s, and asks again', async (words, problem) => {
    await house.learners(...SIX);
    const told = await checked(words);
    expect(told.text).toContain(problem);
    expect((await trainer.say('6月20日 18:00')).text).toContain('发布前核对');
  });

  it('is not for a closing before any message may go', async () => {
    await house.learners(...SIX);
    house.goTo('2027-06-01T14:00:00.000Z');
    const page = await checked('2027-06-02 07:00');
    expect(page.text).toContain('截止以前没有可以发消息的时间');
    expect(() => page.button('确认发布')).toThrow();
  });

  it('is not done of one without questions', async () => {
    await house.learners(...SIX);
    await house.add('admin', 'admin');
    id = await house.keep('admin', { ...NEEDS, items: [] });
    const admin = await house.talk('admin');
    await tapAll(admin, await begin('admin'), '按班次', CLASS.name, '范围选好了');
    const page = await admin.say('两周后');
    expect(page.text).toContain('问卷里还没有题目');
    expect(() => page.button('确认发布')).toThrow();
  });
});

describe('who may be asked', () => {
  it('are a trainer’s own classes alone, however they are named', async () => {
    await house.learners(...SIX);
    const asked = await begin();
    expect(() => asked.button('按单位')).toThrow();
    const classes = await trainer.tap(asked.button('按班次'));
    expect(() => classes.button(OTHER_CLASS.name)).toThrow();
    for (const words of [OTHER_CLASS.name, '某局', '全体学员']) {
      expect((await trainer.say(words)).text).toContain('请联系管理员');
    }
    const forged = await tapDeed(house, 'trainer', {
      ...{ kind: 'add-respondents', questionnaire: id },
      part: { classId: OTHER_CLASS.id, unit: null, role: null },
    });
    expect(forged.text).toContain('请联系管理员');
  });

  it('are not a class that is no longer the trainer’s when it is confirmed', async () => {
    await house.learners(...SIX);
    const page = await checked();
    const { people } = await house.app.records();
    await people.change([{ kind: 'leave', person: 'trainer', classId: CLASS.id }]);
    const refused = await trainer.tap(page.button('确认发布'));
    expect(refused.text).toContain('教师只能发给自己现在所带班次的学员');
    expect(await surveys()).toEqual([]);
  });

  it('are classes, units and roles for an administrator', async () => {
    await house.learners(...SIX);
    await house.add('admin', 'admin');
    const admin = await house.talk('admin');
    const asked = await begin('admin');
    await tapAll(admin, asked, '按单位', '某局');
    const both = await admin.say('全体教师');
    expect(both.text).toContain('某局的人员，以及全体教师，共 8 人');
  });
});

describe('publishing by a link', () => {
  it('gives a code and nothing is sent to anyone', async () => {
    await house.learners(...SIX);
    const link = await tapAll(trainer, await begin(), '用链接或二维码', '范围选好了');
    expect(link.text).toContain('截止');
    const page = await trainer.say('两周后');
    expect(page.text).toContain('凭链接填写，谁有链接谁就能填');
    const published = await trainer.tap(page.button('确认发布'));
    const [survey] = await surveys();
    expect(survey).toMatchObject({ audience: [], code: expect.stringMatching(/^\w{10}$/u) });
    expect(published.text).toContain(`问卷编号：${survey?.code}`);
    const { deliveries } = await house.app.records();
    expect(await deliveries.due(house.app.clock.now(), 20)).toEqual([]);
  });
});

describe('what is published', () => {
  it('stays as it is whatever becomes of the draft, and another one is apart', async () => {
    await house.learners(...SIX);
    await trainer.tap((await checked()).button('确认发布'));
    house.goTo('2027-06-01T04:01:00.000Z');
    await tapDeed(house, 'trainer', {
      ...{ kind: 'edit-questionnaire', questionnaire: id, before: 1 },
      edit: { kind: 'set-title', text: '改过的标题' },
    });
    await trainer.tap((await checked()).button('确认发布'));
    const [second, first] = await surveys();
    expect(first).toMatchObject({ version: 1, content: NEEDS });
    expect(second).toMatchObject({ version: 2, content: { title: '改过的标题' } });
    expect(second?.id).not.toBe(first?.id);
    const page = await tapDeed(house, 'trainer', { kind: 'open-questionnaire', questionnaire: id });
    expect(page.text).toContain('已发布 2 次');
  });
});
