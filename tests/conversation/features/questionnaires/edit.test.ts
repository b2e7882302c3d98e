import { beforeEach, describe, expect, it } from 'vitest';
import type { Questionnaire } from '../../../../src/questionnaire/questionnaire.ts';
import { type AuthorHouse, makeAuthorHouse, NEEDS, tapAll } from '../../../support/author-house.ts';
import type { Heard, Talk } from '../../../support/talk.ts';
import { tapDeed } from '../../../support/tap-deed.ts';

let house: AuthorHouse;
let trainer: Talk;
let id: string;

beforeEach(async () => {
  house = await makeAuthorHouse();
  await house.add('trainer', 'trainer', 'trainer');
  await house.add('admin', 'admin');
  trainer = await house.talk('trainer');
  id = await house.keep('trainer');
  return () => house.close();
}, 60_000);

async function content(): Promise<Questionnaire> {
  const { questionnaires } = await house.app.records();
  const record = await questionnaires.questionnaire(id);
  if (record === null) throw new Error('It is gone');
  return record.content;
}

/** The page of an item. */
async function open(item: string): Promise<Heard> {
  return tapDeed(house, 'trainer', { kind: 'open-item', questionnaire: id, item });
}

function textOf({ items }: Questionnaire, item: string): string | undefined {
  return items.find((one) => one.id === item)?.text;
}

describe('an item', () => {
  it('is found by way of the list, and its words are changed', async () => {
    const list = await trainer.say('问卷管理');
    const page = await trainer.tap(list.button('1. 任职班培训需求问卷'));
    expect(page.text).toContain('1. 您的职务层次（单选题）');
    const items = await trainer.tap(page.button('编辑'));
    const item = await trainer.tap(items.button('5. 您的建议'));
    await trainer.tap(item.button('改题目'));
    const changed = await trainer.say('您对培训还有什么建议？');
    expect(changed.text).toContain('第 5 题改题目，已存为第 2 版');
    expect(textOf(await content(), 'words')).toBe('您对培训还有什么建议？');
  });

  it('gets other options, a line each, whatever marks stand in front of them', async () => {
    await trainer.tap((await open('trained')).button('改选项'));
    await trainer.say('A. 参加过\n2、没有参加过\n（3）记不清');
    expect((await content()).items[2]).toMatchObject({
      options: ['参加过', '没有参加过', '（3）记不清'],
    });
  });

  it('keeps what was there where the options cannot be, and waits on', async () => {
    await trainer.tap((await open('trained')).button('改选项'));
    const many = Array.from({ length: 300 }, (_, at) => `选项${at}`).join('\n');
    expect((await trainer.say(many)).text).toContain('最多 40 个选项，现在有 300 个');
    const long = await trainer.say(`参加过\n${'长'.repeat(500)}`);
    expect(long.text).toContain('第 2 个选项有 500 个字，最多 60 个字');
    expect(await content()).toEqual(NEEDS);
    await trainer.say('参加过\n没有');
    expect((await content()).items[2]).toMatchObject({ options: ['参加过', '没有'] });
  });

  it('changes its type; one with options asks for them', async () => {
    const types = await trainer.tap((await open('words')).button('改题型'));
    const asked = await trainer.tap(types.button('多选题'));
    expect(asked.text).toContain('改为多选题，请写选项');
    await trainer.say('脱产培训\n在线学习\n其他');
    expect((await content()).items[5]).toMatchObject({ type: 'multiple', options: { length: 3 } });
  });

  it('is shown by an earlier answer', async () => {
    const leads = await tapAll(
      trainer,
      await open('words'),
      '显示条件',
      '第 2 题 近两年是否参加过…',
    );
    const chosen = await tapAll(trainer, leads, '选 没有参加过', '确定');
    expect(chosen.text).toContain('第 2 题选了“没有参加过”时');
    expect((await content()).items[5]?.showIf).toEqual({ item: 'trained', is: ['没有参加过'] });
  });

  it('moves, becomes optional, a band no more, and is deleted once that is confirmed', async () => {
    await tapAll(trainer, await open('level'), '下移', '改为选答', '不作分组题');
    expect((await content()).items.map((one) => one.id).slice(0, 3)).toEqual([
      ...['head', 'trained', 'level'],
    ]);
    expect((await content()).items[2]).toMatchObject({ isRequired: false, isBand: false });
    const asked = await trainer.tap((await open('level')).button('删除这一项'));
    expect((await content()).items).toHaveLength(6);
    await trainer.tap(asked.button('确定删除'));
    expect((await content()).items).toHaveLength(5);
  });

  it('comes in after another', async () => {
    await tapAll(trainer, await open('level'), '在后面添加', '单选题');
    await trainer.say('您的年龄\n35岁以下\n36至45岁\n46岁以上');
    expect((await content()).items[2]).toMatchObject({
      ...{ type: 'single', text: '您的年龄', options: ['35岁以下', '36至45岁', '46岁以上'] },
    });
  });

  it('has limits that are said in words', async () => {
    await tapAll(trainer, await open('words'), '改数量限制');
    expect((await trainer.say('少写一点')).text).toContain('没有看懂');
    await trainer.say('200字');
    expect((await content()).items[5]).toMatchObject({ most: 200 });
  });

  it('may be worded as a phrase that opens something elsewhere', async () => {
    await trainer.tap((await open('words')).button('改题目'));
    await trainer.say('培训需求调研');
    expect(textOf(await content(), 'words')).toBe('培训需求调研');
  });
});

describe('two who edit at once', () => {
  it('are told, and nothing that was written is lost', async () => {
    await trainer.tap((await open('words')).button('改题目'));
    const admin = await house.talk('admin');
    const theirs = await tapDeed(house, 'admin', {
      ...{ kind: 'write-in-questionnaire', questionnaire: id, what: 'title' },
      ...{ target: '', type: null },
    });
    expect(theirs.text).toContain('请写新的标题');
    await admin.say('2028年培训需求问卷');
    const told = await trainer.say('您有哪些意见建议');
    expect(told.text).toContain('已经改到第 2 版（改标题）');
    expect(told.text).toContain('您有哪些意见建议');
    expect(textOf(await content(), 'words')).toBe('您的建议');
    await trainer.tap(told.button('仍然改成这样'));
    expect(await content()).toMatchObject({ title: '2028年培训需求问卷' });
    expect(textOf(await content(), 'words')).toBe('您有哪些意见建议');
  });
});

describe('versions', () => {
  it('are listed, opened and restored', async () => {
    await tapDeed(house, 'trainer', {
      ...{ kind: 'edit-questionnaire', questionnaire: id, before: 1 },
      edit: { kind: 'set-title', text: '改过的标题' },
    });
    const page = await tapDeed(house, 'trainer', { kind: 'open-questionnaire', questionnaire: id });
    const versions = await trainer.tap(page.button('版本'));
    expect(versions.text).toMatch(/第 2 版（现在）.*改标题\n第 1 版.*起草/u);
    const restored = await tapAll(trainer, versions, '第 1 版', '恢复这一版');
    expect(restored.text).toContain('存为第 3 版');
    expect(await content()).toEqual(NEEDS);
  });
});

describe('a questionnaire as a whole', () => {
  it('is checked, and each finding leads to its item', async () => {
    await tapDeed(house, 'trainer', {
      ...{ kind: 'edit-questionnaire', questionnaire: id, before: 1 },
      edit: { kind: 'set-text', item: 'words', text: '您是否同意培训内容实用、师资优秀？' },
    });
    const page = await tapDeed(house, 'trainer', { kind: 'open-questionnaire', questionnaire: id });
    const found = await trainer.tap(page.button('检查'));
    expect(found.text).toContain('第 5 题，');
    expect(found.text).toContain('改法：');
    const item = await trainer.tap(found.button('改第 5 题'));
    expect(item.text).toContain('您是否同意培训内容实用、师资优秀？');
  });

  it('is copied, and deleted once that is confirmed', async () => {
    const page = await tapDeed(house, 'trainer', { kind: 'open-questionnaire', questionnaire: id });
    await trainer.tap(page.button('复制'));
    const { questionnaires } = await house.app.records();
    expect(await questionnaires.questionnaires()).toHaveLength(2);
    await tapAll(trainer, page, '删除', '确定删除');
    expect(await questionnaires.questionnaire(id)).toBeNull();
    expect(await questionnaires.questionnaires()).toHaveLength(1);
  });
});
