import { beforeEach, describe, expect, it } from 'vitest';
import {
  BARE,
  LEAVE,
  LEAVE_ANEW,
  type MaterialHouse,
  makeMaterialHouse,
} from '../../../support/material-house.ts';
import { reopen, talkWith } from '../../../support/talk.ts';
import { tapDeed } from '../../../support/tap-deed.ts';

const ASKED = '请假三天以内由谁批准？';

let house: MaterialHouse;

beforeEach(async () => {
  house = await makeMaterialHouse();
  return () => house.close();
});

/** Messages that wait for somebody, in words. */
async function messagesOf(person: string): Promise<string> {
  const { deliveries } = await house.app.records();
  const due = await deliveries.due(new Date('2027-06-02T12:00:00Z'), 20);
  return due
    .filter((one) => one.person === person)
    .map(({ text }) => text)
    .join('\n');
}

async function audit(): Promise<string> {
  const { people } = await house.app.records();
  return (await people.audit(50)).map(({ deed, detail }) => `${deed}：${detail}`).join('\n');
}

/** Sends and submits as `wang`; gives the page on which `li` decides. */
async function submitted(content = LEAVE) {
  const [wang, li] = [await house.talk('wang'), await house.talk('li')];
  const draft = await house.upload('wang', '规定.txt', content);
  const page = await wang.tap(draft.button('提交审核'));
  const list = await li.say('资料管理');
  const named = /《[^》]+》/u.exec(page.text)?.[0] ?? '';
  expect(list.text).toContain('待审核（1 份）');
  expect(list.text).toContain(named);
  const opened = await li.tap(list.button('1. 《某市委组织部关于学员…'));
  return { wang, li, page, opened };
}

describe('a material on its way into answers', () => {
  it('is read, submitted by one and approved by another, and quoted from then on', async () => {
    const { wang, li, page, opened } = await submitted();
    expect(page.text).toContain('已提交审核。已通知 1 位管理员');
    expect(await messagesOf('li')).toContain('已提交审核，提交人：姓名wang');
    expect(await messagesOf('wang')).toBe('');
    expect((await li.say(ASKED)).text).not.toContain('由班主任批准');

    const review = await li.tap(opened.button('审核'));
    expect(review.text).toContain('提交人：姓名wang');
    expect(review.text).toContain('没有可以在这里比较的旧版');
    const approved = await li.tap(review.button('批准'));
    expect(approved.text).toContain('已批准，即日起生效。\n现在起答复引用新的文本。');
    expect(approved.events.some(({ kind }) => kind === 'working')).toBe(true);
    expect(approved.text).toContain('状态：现行');
    expect(approved.text).toContain('答复引用少于5次');
    expect(await messagesOf('wang')).toContain('已批准，即日起生效。审核人：姓名li。');
    expect((await wang.say(ASKED)).text).toContain('请假三天以内的，由班主任批准。');

    const steps = await li.tap((await li.tap(approved.button('更多'))).button('操作记录'));
    expect(steps.text).toMatch(/姓名wang　上传[\s\S]*姓名wang　提交审核[\s\S]*姓名li　批准/u);
    const log = await audit();
    for (const deed of ['上传资料', '提交资料审核', '批准资料']) expect(log).toContain(deed);
  });

  it('is not approved by whoever submitted it', async () => {
    const { wang, page } = await submitted();
    const review = await wang.tap(page.button('审核'));
    const refused = await wang.tap(review.button('批准'));
    expect(refused.text).toContain('须由另一人批准');
    expect(refused.text).toContain('状态：待审核');
    expect(await audit()).not.toContain('批准资料');
  });

  it('is not approved where what is registered has changed since it was looked at', async () => {
    const { wang, li, opened, page } = await submitted();
    const review = await li.tap(opened.button('审核'));
    await wang.tap(page.button('退回'));
    const back = await wang.say('公开范围填错了');
    const asked = await wang.tap((await wang.tap(back.button('修改登记'))).button('公开范围'));
    const changed = await wang.tap((await wang.tap(asked.button('内部'))).button('选好了'));
    await wang.tap(changed.button('提交审核'));
    const late = await li.tap(review.button('批准'));
    expect(late.text).toContain('登记在您查看之后有改动，没有批准');
    expect(late.text).toContain('公开范围：内部');
  });

  it('is approved once, whoever taps and however often', async () => {
    await house.add('qian', 'admin');
    const qian = await house.talk('qian');
    const { li, opened } = await submitted();
    const review = await li.tap(opened.button('审核'));
    const page = await qian.tap((await qian.say('资料管理')).button('1. 《某市委组织部关于学员…'));
    const others = await qian.tap(page.button('审核'));
    const approved = await li.tap(review.button('批准'));
    expect((await li.tap(review.button('批准'))).text).toBe(approved.text);
    expect((await li.tap(review.button('退回'))).text).toBe(approved.text);
    const late = await qian.tap(others.button('批准'));
    expect(late.text).toMatch(
      /^《某市委组织部关于学员请假管理的规定》已由姓名li于2027年6月1日批准/u,
    );
    expect((await audit()).match(/批准资料/gu)).toHaveLength(1);
  });

  it('is not approved by whoever was an administrator when the page was opened', async () => {
    const { li, opened } = await submitted();
    const review = await li.tap(opened.button('审核'));
    const { people } = await house.app.records();
    await people.change([{ kind: 'remove-person', person: 'li' }]);
    await house.add('li', 'trainer', 'trainer');
    const named = { material: 'none', version: 1 };
    const [{ entry }] = (await house.app.shelf.list()).filter(
      ({ standing }) => standing === 'submitted',
    ) as [Awaited<ReturnType<typeof house.app.shelf.list>>[number]];
    const deed = {
      ...{ kind: 'approve-material' as const, ...named, material: entry.id },
      ...{ sha256: entry.sha256, seen: '' },
    };
    expect((await tapDeed(house, 'li', deed)).text).toContain('不在您的权限之内');
    expect((await li.tap(review.button('批准'))).problem).toContain('按钮已过期');
    expect((await house.app.shelf.find({ id: entry.id, version: 1 }))?.standing).toBe('submitted');
  });

  it('goes on after a restart between page and tap', async () => {
    const { opened } = await submitted();
    const again = reopen(house.app, { clock: house.app.clock });
    const speaker = { channel: 'test', conversation: 'li', person: 'li', shows: 'page' as const };
    const li = talkWith(await again.conversation(async () => []), speaker);
    const review = await li.tap(opened.button('审核'));
    expect((await li.tap(review.button('批准'))).text).toContain('已批准，即日起生效');
    await again.close();
  });

  it('says from when it counts where that is another day', async () => {
    const { li, opened } = await submitted(LEAVE.replace('2027年5月1日', '2027年7月1日'));
    const approved = await li.tap((await li.tap(opened.button('审核'))).button('批准'));
    expect(approved.text).toContain('已批准，自2027年7月1日起生效；在此以前照旧。');
    expect((await li.say(ASKED)).text).not.toContain('由班主任批准');
    house.goTo('2027-07-01T02:00:00.000Z');
    await house.app.index();
    expect((await li.say(ASKED)).text).toContain('由班主任批准');
  });

  it('is given back with a reason that reaches whoever submitted it', async () => {
    const { wang, li, opened } = await submitted();
    await li.tap(opened.button('退回'));
    const back = await li.say('第二条与原件不一致，请核对');
    expect(back.text).toContain('已退回，成为草稿');
    expect(await messagesOf('wang')).toContain('原因：第二条与原件不一致，请核对');
    const steps = await wang.tap(back.button('更多')).catch(() => null);
    expect(steps?.problem ?? '').toContain('按钮已过期');
    expect((await li.tap(opened.button('退回'))).text).toContain('现在不在待审核中');
    expect(await audit()).toContain('退回资料');
  });
});

describe('a new version', () => {
  it('shows what it changes before it is approved, and takes the place of the old one', async () => {
    await house.approve('规定.txt', LEAVE);
    const [wang, li] = [await house.talk('wang'), await house.talk('li')];
    const draft = await house.upload('wang', '新规定.txt', LEAVE_ANEW);
    expect(draft.text).toContain('已有标题相近的资料');
    const joined = await wang.tap(draft.button('作为《某市委组织部关于学员请假管理…》的新版本'));
    expect(joined.text).toContain('已作为《某市委组织部关于学员请假管理的规定》的第 2 版');
    await wang.tap(joined.button('提交审核'));
    const opened = await li.tap((await li.say('资料管理')).button('1. 《某市委组织部关于学员…'));
    const review = await li.tap(opened.button('审核'));
    expect(review.text).toContain('与第 1 版比较');
    expect(review.text).toMatch(/请假【删：三天】【增：两天】以内的/u);
    expect(review.text).toContain('第 1 版同时不再引用');
    const approved = await li.tap(review.button('批准'));
    expect(approved.text).toContain('现在起答复引用新的文本');
    const versions = await li.tap((await li.tap(approved.button('更多'))).button('各个版本'));
    expect(versions.text).toContain('第 2 版　某组发〔2027〕8号　现行');
    expect(versions.text).toContain('第 1 版　某组发〔2027〕3号　已被新版本替代');
    const answer = (await li.say('请假两天以内由谁批准？')).text;
    expect(answer).toContain('请假两天以内的');
    expect(answer).not.toContain('请假三天以内的');
  });

  it('is a version of nothing that is gone', async () => {
    const draft = await house.upload('wang', '办法.txt', BARE);
    const { entry } = (await house.app.shelf.list()).at(-1) ?? { entry: { id: '' } };
    const deed = { kind: 'join-material' as const, material: entry.id, version: 1, to: 'none' };
    expect((await tapDeed(house, 'wang', deed)).text).toContain('草稿没有改动');
    expect(draft.text).toContain('存为草稿');
  });
});

describe('a material that ends', () => {
  it('asks why, says what follows, and is quoted no more', async () => {
    const approved = await house.approve('规定.txt', LEAVE);
    const li = await house.talk('li');
    expect((await li.tap(approved.button('停用'))).text).toContain('请写明原因');
    const confirm = await li.say('某组发〔2027〕3号已废止');
    expect(confirm.text).toContain('答复马上不再引用它');
    expect((await li.say(ASKED)).text).toContain('由班主任批准');
    const retired = await li.tap(confirm.button('确定停用'));
    expect(retired.text).toContain('已停用，答复不再引用。');
    expect(retired.text).toContain('状态：已停用');
    expect((await li.say(ASKED)).text).not.toContain('由班主任批准');
    expect((await li.tap(confirm.button('确定停用'))).text).toBe(retired.text);
    expect((await li.say('资料管理')).text).not.toContain('请假管理');
    const ended = await li.tap((await li.say('资料管理')).button('停用和历史版本'));
    expect(ended.text).toContain('已停用（1 份）');
    expect(await audit()).toContain('停用资料');
  });

  it('stays where the reason is taken back', async () => {
    const approved = await house.approve('规定.txt', LEAVE);
    const li = await house.talk('li');
    await li.tap(approved.button('停用'));
    expect((await li.say('取消')).text).toContain('没有改动');
    expect((await li.say(ASKED)).text).toContain('由班主任批准');
  });

  it('is ended by nobody but those who manage materials', async () => {
    const deed = { kind: 'ask-retire-material' as const, material: 'notice', version: 1 };
    expect((await tapDeed(house, 'zhao', deed)).text).toContain('不在您的权限之内');
    expect((await tapDeed(house, 'li', deed)).text).toContain('请写明原因');
  });
});
