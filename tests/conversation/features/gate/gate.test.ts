import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { serveRecalls } from '../../../../src/materials/recall/serve-recalls.ts';
import { LEAVE, type MaterialHouse, makeMaterialHouse } from '../../../support/material-house.ts';
import { talkWith } from '../../../support/talk.ts';
import { tapDeed } from '../../../support/tap-deed.ts';

const ASKED = '请假三天以内由谁批准？';
const RIGHT = '请假三天以内的，由班主任批准。';
/** Approved all the same: nobody looked closely. */
const WORSE = LEAVE.replace('由班主任批准', '由班委会批准').replace('〔2027〕3号', '〔2027〕8号');
const REASON = '班委会批准是新的规定，把关题稍后修改';
const HELD = '资料有变动，把关没有通过，没有启用：2 道把关题中有 1 道答得不如原来。';

const question = (id: string, words: string, contains: string, places: readonly object[] = []) => ({
  ...{ id, question: words, outcome: 'answered', contains: [contains], places },
});
const GOLDEN = stringify({
  notice: '',
  questions: [
    question('leave', ASKED, '由班主任批准'),
    question('teachers', '每年培训多少骨干教师？', '60名', [{ material: 'notice', place: '二' }]),
  ],
});

let house: MaterialHouse;

beforeAll(async () => {
  house = await makeMaterialHouse();
  await house.approve('规定.txt', LEAVE);
  await writeFile(join(house.app.corpusFolder(), 'golden.yaml'), GOLDEN);
  await house.app.serving.fresh();
  return () => house.close();
});

const answerTo = async (who = 'sun') => (await (await house.talk(who)).say(ASKED)).text;
const audit = async () =>
  (await (await house.app.records()).people.audit(50)).map(
    ({ deed, detail }) => `${deed}：${detail}`,
  );

async function messagesOf(person: string) {
  const { deliveries } = await house.app.records();
  const due = await deliveries.due(new Date('2027-06-02T12:00:00Z'), 99);
  return due.filter((one) => one.person === person && one.source.startsWith('gate:'));
}

describe('a worse version that was approved', () => {
  it('is stopped, and answers go on as before; whoever approved it is told at once', async () => {
    expect(await answerTo()).toContain(RIGHT);
    const approved = await house.approve('新规定.txt', WORSE);
    expect(approved.text).toContain(`已批准，即日起生效。\n${HELD}`);
    expect(approved.text).not.toContain('现在起答复引用新的文本');
    const page = await (await house.talk('li')).tap(approved.button('查看把关结果'));
    expect(page.text).toContain(`问题：引文中缺少“由班主任批准”\n原来：「${RIGHT}」`);
    expect(page.text).toMatch(
      /改后：「请假三天以内的，由班委会批准。」（《某市委组织部[^）]*第二条）/u,
    );
    expect(await answerTo()).toContain(RIGHT);
    expect((await (await house.talk('li')).say('资料管理')).text).toContain(HELD);
  });

  it('is told to all who manage materials, once, with the question and no text', async () => {
    for (const who of ['wang', 'li']) {
      const [message, ...others] = await messagesOf(who);
      expect([message?.text, others]).toEqual([expect.stringContaining(HELD), []]);
      expect(message?.text).toContain(`“${ASKED}”`);
      expect(message?.text).not.toContain('班委会');
    }
    expect([await messagesOf('zhao'), await messagesOf('sun')]).toEqual([[], []]);
    await house.app.serving.fresh();
    expect(await messagesOf('li')).toHaveLength(1);
  });

  it('recalls no quote that is still what is answered', async () => {
    const { deliveries } = await house.app.records();
    const parts = { ...(await house.app.recalls()), tickMs: 10 };
    const log = { warn: (fields: object) => expect(fields).toBeNull() };
    const service = serveRecalls({ ...parts, holder: 'one', log });
    await new Promise((resolve) => setTimeout(resolve, 150));
    await service.close();
    const due = await deliveries.due(new Date('2027-06-02T12:00:00Z'), 99);
    expect(due.filter(({ source }) => source.startsWith('recall:'))).toEqual([]);
  });

  it('is let through by nobody without a reason, nor by who does not manage materials', async () => {
    const li = await house.talk('li');
    const asked = await li.tap((await li.say('把关')).button('仍然启用'));
    expect(asked.text).toContain('请写明理由');
    expect((await li.say('……')).problem).toContain('没有');
    expect((await li.say(ASKED)).text).toContain(RIGHT);
    await li.tap((await li.say('把关')).button('仍然启用'));
    expect((await li.say('取消')).text).toContain('没有启用，答复仍按原有资料给出');
    const held = house.app.serving.stopped() ?? { index: '', before: '' };
    const deed = { kind: 'overrule-release', ...held, reason: REASON } as const;
    expect((await tapDeed(house, 'zhao', deed)).text).toContain('不在您的权限之内');
    const other = { ...deed, before: 'none' };
    expect((await tapDeed(house, 'li', other)).text).toContain('现在没有被拦下');
    expect(await answerTo()).toContain(RIGHT);
  });

  it('is not let through by the administrator of a demonstration', async () => {
    const speaker = { conversation: 'admin', person: 'admin', shows: 'page' } as const;
    const demo = talkWith(await house.app.demo(), { channel: 'demo', ...speaker });
    const page = await demo.say('把关');
    expect(page.text).toContain('还没有把关记录');
    expect(() => page.button('仍然启用')).toThrow();
    expect((await demo.say(ASKED)).text).toContain(RIGHT);
  });

  it('holds nothing back that is retired meanwhile', async () => {
    const li = await house.talk('li');
    expect((await li.say('每年培训多少骨干教师？')).text).toContain('60名');
    const { shelf } = house.app;
    const [notice] = (await shelf.list()).filter(({ entry }) => entry.title === '培训通知');
    if (notice === undefined) throw new Error('Expected the notice on the shelf');
    const { sha256 } = notice.entry;
    expect(sha256).not.toBe('');
    await shelf.retire(notice.entry, '已废止', { name: '姓名wang', person: 'wang' });
    expect((await li.say('每年培训多少骨干教师？')).text).not.toContain('60名');
    expect(await house.app.serving.fresh()).toContain('答得不如原来');
    expect(await answerTo()).toContain(RIGHT);
  });

  it('is let through with a reason, at once, which stays in the records', async () => {
    const li = await house.talk('li');
    const page = await li.say('/gate');
    expect(page.text).toContain('依据已不在（1 道）');
    await li.tap(page.button('仍然启用'));
    const confirm = await li.say(REASON);
    expect(confirm.text).toContain(`理由：${REASON}`);
    expect(await answerTo()).toContain(RIGHT);
    const released = await li.tap(confirm.button('确定启用'));
    expect(released.text).toContain('已同意启用，理由已经记录。\n现在起答复按变动后的资料给出。');
    expect(await answerTo()).toContain('请假三天以内的，由班委会批准。');
    expect((await li.tap(confirm.button('确定启用'))).text).toBe(released.text);
    expect((await audit()).filter((line) => line.startsWith('把关未通过仍然启用'))).toEqual([
      expect.stringContaining(`理由：${REASON}`),
    ]);
    const shown = await li.tap(released.button('把关结果'));
    expect(shown.text).toContain('答复按现在的资料给出');
    expect(shown.text).toContain(`由姓名li同意启用，理由：${REASON}`);
    const [latest] = await (await house.app.records()).releases.latest(1);
    expect(latest).toMatchObject({ verdict: 'overruled', by: { name: '姓名li', person: 'li' } });
    const list = await li.tap(shown.button('以往结果'));
    expect(list.text).toMatch(/1\. .*没有通过，经管理员同意启用[\s\S]*2\. .*没有通过，未启用/u);
    expect((await li.tap(list.button('第 2 次'))).text).not.toContain('仍然启用');
  });
});
