import { beforeEach, describe, expect, it } from 'vitest';
import { type AuthorHouse, makeAuthorHouse, tapAll } from '../../../support/author-house.ts';
import { CLASS, OTHER_CLASS } from '../../../support/house.ts';
import type { Talk } from '../../../support/talk.ts';
import { tapDeed } from '../../../support/tap-deed.ts';

let house: AuthorHouse;
let trainer: Talk;

beforeEach(async () => {
  house = await makeAuthorHouse();
  await house.add('trainer', 'trainer', 'trainer');
  trainer = await house.talk('trainer');
  return () => house.close();
}, 60_000);

async function kept() {
  const { questionnaires } = await house.app.records();
  const [line] = await questionnaires.questionnaires();
  return line === undefined ? null : questionnaires.questionnaire(line.id);
}

describe('a new questionnaire', () => {
  it('is ordered piece by piece, a tap or words for each', async () => {
    const kinds = await trainer.say('新建问卷');
    const audience = await trainer.tap(kinds.button('培训需求问卷'));
    expect(audience.text).toContain('请谁填写');
    const purpose = await trainer.tap(audience.button('县处级领导干部'));
    const period = await trainer.say('编制明年的班次计划');
    expect(purpose.text).toContain('对象“县处级领导干部”');
    const topics = await trainer.tap(period.button('2028年'));
    const drafted = await trainer.tap(topics.button('按规划内容'));
    expect(drafted.text).toContain('还没有发给任何人');
    expect(drafted.text).toMatch(/\d+ 题，约 \d+ 分钟，第 1 版/u);
    const record = await kept();
    expect(record).toMatchObject({ owner: 'trainer', version: 1, classId: null });
    expect(record?.content).toMatchObject({ kind: 'needs', audience: '县处级领导干部' });
  });

  it('is ordered in a line, and what the line leaves open can be left as usual', async () => {
    const asked = await trainer.say('给县处级干部做一份关于基层治理的培训需求问卷');
    expect(asked.text).toContain('对象“县处级干部”');
    expect(asked.text).toContain('主题“基层治理”');
    const drafted = await trainer.tap(asked.button('其余按通常情况'));
    expect(drafted.text).toContain('问卷已经起草好');
    expect((await kept())?.content.items.length).toBeGreaterThan(5);
  });

  it('evaluates a class, from the page of the class too', async () => {
    const classPage = await trainer.say('我的班次');
    const topics = await trainer.tap(classPage.button('班次评估'));
    expect(topics.text).toContain('班上讲了哪些内容');
    const drafted = await trainer.say('依法行政、数字政府');
    expect(drafted.text).toContain(`班次：${CLASS.name}`);
    const record = await kept();
    expect(record).toMatchObject({ classId: CLASS.id, content: { kind: 'evaluation' } });
    const pairs = record?.content.items.flatMap((one) =>
      one.type === 'scale-pair' && one.pair === 'change' ? [one.text] : [],
    );
    expect(pairs?.join()).toContain('依法行政');
    expect(pairs?.join()).toContain('数字政府');
  });

  it('answers a question meanwhile and waits on', async () => {
    await tapAll(trainer, await trainer.say('新建问卷'), '培训需求问卷');
    const answered = await trainer.say('经费怎么管理？');
    expect(answered.text).toContain('专款专用');
    expect(answered.text).toContain('培训需求问卷还没有填完，下一项是对象');
    const purpose = await trainer.say('年轻干部');
    expect(purpose.text).toContain('做这次调查要解决什么');
  });

  it('is not drafted for judging people', async () => {
    await tapAll(trainer, await trainer.say('新建问卷'), '培训需求问卷', '县处级领导干部');
    const refused = await trainer.say('作为提拔干部的依据');
    expect(refused.text).toContain('不用于选拔、考核或者处分干部');
    expect((await trainer.say('改进培训')).text).toContain('针对哪个时段');
    expect(await kept()).toBeNull();
  });

  it('is dropped by 取消, and nothing is kept', async () => {
    await tapAll(trainer, await trainer.say('新建问卷'), '培训需求问卷');
    expect((await trainer.say('取消')).text).toContain('没有做问卷');
    expect(await kept()).toBeNull();
  });
});

describe('the list', () => {
  it('has one’s own for a trainer and all for an administrator', async () => {
    await house.add('other', 'trainer', 'trainer', OTHER_CLASS.id);
    await house.add('admin', 'admin');
    const id = await house.keep('other');
    expect((await trainer.say('问卷管理')).text).toContain('还没有问卷');
    const admin = await house.talk('admin');
    expect((await admin.say('/questionnaires')).text).toContain('任职班培训需求问卷');
    const refused = await tapOf(id);
    expect(refused).toContain('由姓名other同志办理');
    expect(refused).toContain('联系本人或者管理员');
    const preview = { kind: 'preview-questionnaire', questionnaire: id } as const;
    expect((await tapDeed(house, 'trainer', preview)).text).toContain('由姓名other同志办理');
    expect((await tapDeed(house, 'other', preview)).text).toContain('以下是预览');
  });

  it('is nothing for a learner, to whom 做问卷 is to answer one', async () => {
    await house.learners('learner');
    const learner = await house.talk('learner');
    expect((await learner.say('问卷管理')).text).toContain('不在您的权限之内');
    expect((await learner.say('做问卷')).text).toContain('没有需要您填写的问卷');
  });
});

async function tapOf(questionnaire: string): Promise<string> {
  return (await tapDeed(house, 'trainer', { kind: 'open-questionnaire', questionnaire })).text;
}
