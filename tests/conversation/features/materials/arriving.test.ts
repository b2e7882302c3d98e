import { beforeAll, describe, expect, it } from 'vitest';
import {
  BARE,
  LEAVE,
  type MaterialHouse,
  makeMaterialHouse,
} from '../../../support/material-house.ts';
import type { Heard } from '../../../support/talk.ts';

let house: MaterialHouse;

beforeAll(async () => {
  house = await makeMaterialHouse();
  return () => house.close();
}, 60_000);

let number = 100;

/** The rules once more, so that no two tests send the same. */
const another = () => LEAVE.replace('3号', `${++number}号`);
const anotherBare = () => BARE.replace('答辩', `答辩（${++number}分）`);

const SECRET = ['机密★一年', '关于某事的通知', '第一条 内容。'].join('\n');

function labels(heard: Heard): readonly string[] {
  return heard.blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.map(({ label }) => label) : [],
  );
}

describe('a file that arrives', () => {
  it('is said to be read, and shown as it was understood with its guesses', async () => {
    const heard = await house.upload('zhao', '规定.txt', another());
    expect(heard.events[1]).toMatchObject({ kind: 'working' });
    expect(heard.text).toContain('读到：标题 3 个');
    expect(heard.text).toContain('发文机关：某市委组织部（自动识别，请核对）');
    expect(heard.text).toContain('文号或版次：某组发〔2027〕101号（自动识别，请核对）');
    expect(heard.text).toContain('公开范围：公开（请核对）');
    expect(labels(heard)).toContain('提交审核');
    const talk = await house.talk('zhao');
    expect((await talk.tap(heard.button('查看层级'))).text).toContain('第二条');
    const passages = await talk.tap(heard.button('查看段落'));
    expect(passages.text).toContain('【第二条】\n请假三天以内的，由班主任批准。');
    expect((await talk.tap(heard.button('未收入的内容'))).text).toContain('没有未收入的内容');
  });

  it('has an outline that turns on and back, however long it is', async () => {
    const articles = Array.from({ length: 40 }, (_, at) => `## 第${at + 1}节 事项`);
    const draft = await house.upload(
      'zhao',
      '汇编.md',
      ['# 汇编', ...articles].join('\n\n内容。\n\n'),
    );
    const talk = await house.talk('zhao');
    const first = await talk.tap(draft.button('查看层级'));
    expect(labels(first)).toEqual(['下一页', '返回资料']);
    const second = await talk.tap(first.button('下一页'));
    expect(second.text).toContain('第40节');
    expect(labels(second)).toEqual(['上一页', '返回资料']);
    expect((await talk.tap(second.button('上一页'))).text).toBe(first.text);
  });

  it('has what is missing asked for one by one', async () => {
    const talk = await house.talk('zhao');
    const draft = await house.upload('zhao', '办法.txt', anotherBare());
    expect(draft.text).toContain('还缺发文机关、文号或版次');
    expect(labels(draft)).not.toContain('提交审核');
    expect((await talk.tap(draft.button('逐项登记（4 项）'))).text).toContain('请填写发文机关');
    expect((await talk.say('某市委党校')).text).toContain('请填写文号或版次');
    const openness = await talk.say('2027年版');
    const classes = await talk.tap(openness.button('内部'));
    const chosen = await talk.tap(classes.button('加上：任职培训班'));
    expect(chosen.text).toContain('现在是：任职培训班');
    const date = await talk.tap(chosen.button('选好了'));
    expect(date.text).toContain('请填写生效日期');
    expect((await talk.say('去年某月')).text).toContain('没有看懂日期');
    const page = await talk.say('2027年9月1日');
    expect(page.text).toContain('生效日期：2027年9月1日\n');
    expect(page.text).toContain('可查阅的班次：任职培训班');
    expect(labels(page)).toContain('提交审核');
  });

  it('answers a question that comes in between, and goes on', async () => {
    const talk = await house.talk('zhao');
    const draft = await house.upload('zhao', '办法.txt', anotherBare());
    await talk.tap(draft.button('逐项登记（4 项）'));
    expect((await talk.say('经费列入哪里？')).text).toContain('预算');
    expect((await talk.tap(draft.button('逐项登记（4 项）'))).text).toContain('请填写发文机关');
  });

  it('is refused where the same text is there, and the one that is there is named', async () => {
    await house.upload('wang', '规定.txt', LEAVE);
    const twice = await house.upload('zhao', '另一份.txt', LEAVE);
    expect(twice.text).toContain('已经在资料中：《某市委组织部关于学员请假管理的规定》');
  });

  it('answers the same message once', async () => {
    const talk = await house.talk('wang');
    const [text, before] = [another(), (await house.app.shelf.list()).length];
    const first = await talk.send('规定.txt', text, 'same');
    expect((await talk.send('规定.txt', text, 'same')).text).toBe(first.text);
    expect((await house.app.shelf.list()).length).toBe(before + 1);
  });

  it('leaves nothing behind where it is marked as secret, its name neither', async () => {
    const before = await house.files();
    const heard = await house.upload('zhao', '某事实施方案.txt', SECRET);
    expect(heard.text).toContain('涉密资料不得存入');
    expect(heard.text).toContain('删除聊天');
    expect(heard.events.at(-1)).toMatchObject({ kind: 'end', takesBack: true });
    expect(await house.files()).toEqual(before);
    const { conversations, people } = await house.app.records();
    const speaker = { channel: 'test', conversation: 'zhao', person: 'zhao' };
    const kept = JSON.stringify(await conversations.history(speaker, 10));
    expect(kept).toContain('涉密资料不得存入');
    expect(kept).not.toContain('某事');
    expect(JSON.stringify(await people.audit(10))).not.toContain('某事');
    expect(house.logged.join()).not.toContain('某事');
  });

  it('keeps the name of any other that is refused, and tells what to do', async () => {
    const heard = await house.upload('zhao', '旧稿.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    expect(heard.text).toContain('.docx');
    expect(heard.events.at(-1)).not.toHaveProperty('takesBack');
    expect(heard.events[0]).toMatchObject({ kind: 'begin', said: '文件：旧稿.doc' });
  });

  it('is not taken from learners, strangers, and where others read along', async () => {
    const before = (await house.app.shelf.list()).length;
    for (const who of ['sun', 'nobody']) {
      const heard = await house.upload(who, '规定.txt', LEAVE);
      expect(heard.problem).toContain('资料只由教师和管理员上传');
    }
    const talk = await house.talk('zhao', { isPublic: true });
    expect((await talk.send('规定.txt', LEAVE)).problem).toContain('其他人也能看到');
    expect((await house.app.shelf.list()).length).toBe(before);
  });

  it('is what was asked for where something was', async () => {
    const talk = await house.talk('zhao');
    await talk.say('导入问卷');
    expect((await talk.send('规定.txt', LEAVE)).text).toContain('还不能导入');
    await talk.say('取消');
    expect((await talk.send('名单.xlsx', LEAVE)).problem).toContain('班次名单和导入问卷');
  });
});

describe('a draft', () => {
  it('is begun by nobody without a name, since every step is signed', async () => {
    const { people } = await house.app.records();
    await house.add('zhou', 'trainer', 'trainer');
    await people.change([{ kind: 'rename', person: 'zhou', name: '' }]);
    const before = await house.files();
    const heard = await house.upload('zhou', '规定.txt', another());
    expect(heard.text).toContain('还没有登记姓名');
    expect(await house.files()).toEqual(before);
  });

  it('of internal words shows them nowhere but where those may go', async () => {
    const talk = await house.talk('zhao');
    const draft = await house.upload('zhao', '规定.txt', another());
    const asked = await talk.tap((await talk.tap(draft.button('修改登记'))).button('公开范围'));
    await talk.tap(asked.button('内部'));
    expect((await talk.tap(draft.button('查看段落'))).text).toContain('内容不在这里显示');
    expect(
      (await talk.tap((await talk.tap(draft.button('更多'))).button('下载原文件'))).text,
    ).toContain('内容不在这里显示');
  });

  it('of another trainer is not shown, and one’s own is', async () => {
    await house.add('qian', 'trainer', 'trainer');
    const draft = await house.upload('zhao', '规定.txt', another());
    const qian = await house.talk('qian');
    expect((await qian.say('资料管理')).text).not.toContain('请假管理');
    expect((await (await house.talk('zhao')).say('资料管理')).text).toContain('草稿（');
    expect(draft.text).toContain('草稿');
  });

  it('goes with its file once that is confirmed', async () => {
    const [talk, before] = [await house.talk('zhao'), await house.files()];
    const draft = await house.upload('zhao', '规定.txt', another());
    const confirm = await talk.tap((await talk.tap(draft.button('更多'))).button('放弃草稿'));
    expect(confirm.text).toContain('文件和登记一并删除');
    await talk.tap(confirm.button('确定放弃'));
    expect((await talk.tap(draft.button('查看层级'))).text).toContain('没有找到这份资料');
    expect(await house.files()).toEqual(before);
  });

  it('is given back byte by byte', async () => {
    const talk = await house.talk('zhao');
    const text = another();
    const draft = await house.upload('zhao', '规定.txt', text);
    const heard = await talk.tap((await talk.tap(draft.button('更多'))).button('下载原文件'));
    const shown = heard.blocks.find((block) => block.kind === 'file');
    const speaker = { channel: 'test', conversation: 'zhao', person: 'zhao' };
    const conversation = await house.app.conversation(async () => []);
    const file = await conversation.file(speaker, shown?.kind === 'file' ? shown.file.id : '');
    expect(Buffer.from(file?.bytes ?? []).toString('utf8')).toBe(text);
  });

  it('is not changed any more once it is submitted', async () => {
    const talk = await house.talk('zhao');
    const draft = await house.upload('zhao', '规定.txt', another());
    const menu = await talk.tap(draft.button('修改登记'));
    const more = await talk.tap(draft.button('更多'));
    await talk.tap(draft.button('提交审核'));
    const late = await talk.tap(menu.button('题名'));
    expect(late.text).toContain('登记只能在草稿时修改');
    expect((await talk.tap(draft.button('提交审核'))).text).toContain('只能在草稿时修改');
    expect((await talk.tap(more.button('放弃草稿'))).text).toContain('状态：待审核');
  });
});
