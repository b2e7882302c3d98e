import { beforeEach, describe, expect, it } from 'vitest';
import { blockText } from '../../../../src/conversation/plain-text.ts';
import { type AuthorHouse, makeAuthorHouse, NEEDS, tapAll } from '../../../support/author-house.ts';
import type { Talk } from '../../../support/talk.ts';
import { tapDeed } from '../../../support/tap-deed.ts';

let house: AuthorHouse;
let trainer: Talk;
const SPEAKER = { channel: 'test', conversation: 'trainer', person: 'trainer' };

beforeEach(async () => {
  house = await makeAuthorHouse();
  await house.add('trainer', 'trainer', 'trainer');
  trainer = await house.talk('trainer');
  return () => house.close();
}, 60_000);

/** What is said to a file; a refusal in its own words. */
async function send(text: string, who = 'trainer'): Promise<string> {
  const conversation = await house.app.conversation();
  const said = { kind: 'file', name: 'x.json', bytes: Buffer.from(text, 'utf8') } as const;
  const speaker = { ...SPEAKER, conversation: who, person: who };
  const heard: string[] = [];
  await conversation.respond({ speaker, message: `file ${text.length}`, said }, (event) => {
    if (event.kind === 'refused') heard.push(event.problem);
    if (event.kind === 'block') heard.push(blockText(event.block));
  });
  return heard.join('\n');
}

async function contents() {
  const { questionnaires } = await house.app.records();
  const lines = await questionnaires.questionnaires();
  const records = await Promise.all(lines.map(({ id }) => questionnaires.questionnaire(id)));
  return records.map((one) => one?.content);
}

/** The bytes of the file that a button makes. */
async function exported(id: string, label: string): Promise<string> {
  const page = await tapDeed(house, 'trainer', { kind: 'open-questionnaire', questionnaire: id });
  const made = await tapAll(trainer, page, '导出', label);
  const block = made.blocks.find(({ kind }) => kind === 'file');
  if (block?.kind !== 'file') throw new Error('No file was made');
  const file = await (await house.app.conversation()).file(SPEAKER, block.file.id);
  return Buffer.from(file?.bytes ?? []).toString('utf8');
}

describe('a file of a questionnaire', () => {
  it('comes back as it went out, as a draft of its own', async () => {
    const json = await exported(await house.keep('trainer'), '本助手格式');
    await trainer.say('导入问卷');
    expect(await send(json)).toContain('已导入为一份新的草稿');
    expect(await contents()).toEqual([NEEDS, NEEDS]);
  });

  it('goes out and comes in as SurveyJS has it', async () => {
    const json = await exported(await house.keep('trainer'), 'SurveyJS 格式');
    expect(JSON.parse(json)).toMatchObject({ pages: expect.any(Array) });
    await trainer.say('导入问卷');
    expect(await send(json)).toContain('已导入为一份新的草稿');
    const [first, second] = await contents();
    const texts = (one: typeof first) => one?.items.map(({ text }) => text);
    expect(texts(second)).toEqual(texts(first));
  });

  it.each([
    ['{"title": "问卷", "items": [', '文件不完整'],
    ['{"title": "问卷", "items": []}', '没有题目'],
    ['[1, 2]', '问卷'],
    ['', '文件是空的'],
  ])('such as %s is told what is wrong with it, and waited for again', async (text, problem) => {
    await trainer.say('导入问卷');
    const told = await send(text);
    expect(told).toContain('没有保存');
    expect(told).toContain(problem);
    expect(await contents()).toEqual([]);
    const good = { title: '问卷', items: [{ id: 'a', type: 'text', text: '您的建议' }] };
    expect(await send(JSON.stringify(good))).toContain('已导入为一份新的草稿');
  });

  it('loses what it says to come from the plan and does not, and keeps what does', async () => {
    const { store } = await house.app.index();
    const { id, title } = store.materials()[0] as { id: string; title: string };
    const whole = store.materialText(id) ?? '';
    const text = '专款专用';
    const real = { material: id, title, place: '九（九）', start: whole.indexOf(text), text };
    const forged = { ...real, text: '每人每年脱产培训不少于 400 学时' };
    const items = [real, forged].map((basis, at) => ({
      ...{ id: `item${at}`, type: 'scale-pair', text: `内容${at}`, basis },
    }));
    await trainer.say('导入问卷');
    const told = await send(JSON.stringify({ title: '问卷', items }));
    expect(told).toContain('item1：标注的依据与已审定的原文不一致');
    const [first, second] = (await contents())[0]?.items ?? [];
    expect(first?.basis).toMatchObject({ material: id, text });
    expect(first?.basis?.place).not.toBe('九（九）');
    expect(second?.basis).toBeNull();
  });

  it('is not taken where none was asked for, nor from a learner', async () => {
    const good = JSON.stringify({ title: '问', items: [{ id: 'a', type: 'text', text: '建议' }] });
    expect(await send(good)).toContain('问卷请教师或者管理员先发送“导入问卷”');
    await house.learners('learner');
    const learner = await house.talk('learner');
    expect((await learner.say('导入问卷')).text).toContain('不在您的权限之内');
    expect(await send(good, 'learner')).toContain('请教师或者管理员');
    expect(await contents()).toEqual([]);
  });

  it('is asked for on the page alone', async () => {
    const talk = await house.talk('trainer', { shows: 'pictures' });
    expect((await talk.say('导入问卷')).text).toContain('请在网页中登录后导入问卷');
  });
});
