import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readGolden } from '../../../../src/corpus/golden.ts';
import { visibleIn } from '../../../../src/retrieval/index/visible-in.ts';
import { makeCorpusFolder } from '../../../support/corpus-folder.ts';
import { makeHouse } from '../../../support/house.ts';
import { type MaterialHouse, makeMaterialHouse } from '../../../support/material-house.ts';
import { NOTICE } from '../../../support/small-index.ts';
import type { Heard, Talk } from '../../../support/talk.ts';

const ASKED = '每年培训多少骨干教师？';

let house: MaterialHouse;
let li: Talk;

beforeAll(async () => {
  house = await makeMaterialHouse();
  li = await house.talk('li');
  return () => house.close();
});

const path = () => join(house.app.folders.folder, 'golden.yaml');
const kept = async () => readGolden(await readFile(path(), 'utf8'));
const audit = async () => {
  const { people } = await house.app.records();
  return (await people.audit(50)).map(({ deed, detail }) => `${deed}：${detail}`);
};

/** Adds a question by way of the list. */
async function add(question: string, admin = li): Promise<Heard> {
  const list = await admin.say('把关题');
  await admin.tap(list.button('新增把关题'));
  return admin.say(question);
}

describe('golden questions in the conversation', () => {
  it('are added by asking: what is answered now is what is wanted', async () => {
    expect((await li.say('管理把关题')).text).toContain('还没有把关题');
    const offered = await add(ASKED);
    expect(offered.text).toContain('应当：直接答复，并引用原文\n首条引文的出处：《培训通知》二');
    expect(offered.text).toContain('引文中要有：“每年培训60名骨干教师”');
    expect(await readFile(path(), 'utf8').catch(() => null)).toBeNull();
    const button = offered.button('收下');
    const done = await li.tap(button);
    expect(done.text).toContain('已收为把关题。');
    expect(done.text).toContain('现在：符合。');
    // A button tapped twice, and the same question asked again, add nothing.
    expect((await li.tap(button)).text).toBe(done.text);
    expect((await add(' 每年培训多少骨干教师 ')).text).toContain('这个问题已经是把关题。');
    expect(await kept()).toMatchObject([
      {
        ...{ question: ASKED, outcome: 'answered', absent: [] },
        places: [{ material: 'notice', place: '二' }],
        contains: ['每年培训60名骨干教师'],
      },
    ]);
    expect(await audit()).toEqual([`新增把关题：${ASKED}`]);
  });

  it('are refusals too', async () => {
    const offered = await add('出差住宿费标准是多少？');
    expect(offered.text).toMatch(/应当：说明(?:现有资料未载明|超出范围)/u);
    expect((await li.tap(offered.button('收下'))).text).toContain('现在：符合。');
    expect((await kept()).map(({ outcome }) => outcome)).not.toContain(undefined);
  });

  it('are judged at once after each change, and nothing is lost by a refusal', async () => {
    const page = await li.tap((await li.say('把关题')).button('1. 每年培训多少骨干教师？'));
    await li.tap(page.button('改要有的词句'));
    const wrong = await li.say('每年培训80名\n骨干教师');
    expect(wrong.text).toContain('现在：不符合，引文中缺少“每年培训80名”。');
    const again = await li.tap(wrong.button('改要有的词句'));
    expect((await li.tap(again.button('去掉：每年培训80名'))).text).toContain('现在：符合。');

    const list = await li.say('把关题');
    await li.tap((await li.tap(list.button('1. 每年培训多少骨干教师？'))).button('改不能有的词句'));
    expect((await li.say('60名')).text).toContain('不符合，答复中不应出现“60名”');
    const failing = await li.tap((await li.say('把关题')).button('只看不符合的'));
    expect(failing.text).toContain('1 道不符合');
    expect(failing.text).toContain('1. 每年培训多少骨干教师？（不符合：答复中不应出现“60名”）');
    const open = await li.tap(failing.button('1. 每年培训多少骨干教师？'));
    const absent = await li.tap(open.button('改不能有的词句'));
    expect((await li.tap(absent.button('去掉：60名'))).text).toContain('现在：符合。');

    const places = await li.tap(open.button('改出处'));
    const refused = await li.tap(places.button('去掉：二'));
    expect(refused.text).toContain('请至少选一个出处');
    expect((await kept())[0]?.places).toEqual([{ material: 'notice', place: '二' }]);
  });

  it('are asked otherwise, and set anew by what is answered then', async () => {
    const page = await li.tap((await li.say('把关题')).button('1. 每年培训多少骨干教师？'));
    await li.tap(page.button('改问题'));
    const changed = await li.say('经费列入哪里？');
    expect(changed.text).toContain('首条引文应在二，现在是一（一）');
    const offered = await li.tap(changed.button('按现在的答复重定'));
    expect(offered.text).toContain('《培训通知》一（一）');
    const done = await li.tap(offered.button('收下'));
    expect(done.text).toContain('已按现在的答复重定。');
    expect(done.text).toContain('现在：符合。');
    expect(await kept()).toHaveLength(2);
    expect((await kept())[0]).toMatchObject({
      ...{ question: '经费列入哪里？', places: [{ material: 'notice', place: '一（一）' }] },
    });
  });

  it('are found by words, and go with a second tap', async () => {
    const list = await li.say('把关题');
    const open = await li.tap(list.button('1. 经费列入哪里？'));
    const asked = await li.tap(open.button('删除'));
    expect(asked.text).toContain('删除这道把关题？\n经费列入哪里？');
    expect((await li.tap(asked.button('不删除'))).text).toContain('现在：符合。');
    expect((await li.tap((await li.tap(open.button('删除'))).button('确定删除'))).text).toContain(
      '已删除。\n把关题（1 道）',
    );
    expect((await li.tap(open.button('改问题'))).text).toContain('可能已经删除');
    expect(await audit()).toContain('删除把关题：经费列入哪里？');
  });

  it('that somebody wrote wrongly by hand say where, and stay as they are', async () => {
    const before = await readFile(path(), 'utf8');
    const broken = before.replace('outcome: ', 'outcome: 别的');
    await writeFile(path(), broken);
    const heard = await li.say('把关题');
    expect(heard.problem).toMatch(
      /把关题文件 golden\.yaml 有误（第 \d+ 行，questions\.0\.outcome）/u,
    );
    expect(await readFile(path(), 'utf8')).toBe(broken);
    await writeFile(path(), before);
  });

  it('whose material was retired ask to be edited', async () => {
    await writeFile(
      path(),
      'notice: ""\nquestions:\n  - id: old\n    question: 老办法怎么说？\n    outcome: answered\n    places: [{material: old-rules, place: 第一条}]\n',
    );
    const list = await li.say('把关题');
    expect(list.text).toContain('1 道所依据的资料已不再有效，请修改或者删除');
    const page = await li.tap(list.button('1. 老办法怎么说？'));
    expect(page.text).toContain(
      '现在：依据已不再有效，所依据的资料“old-rules”已不再有效或者未收录',
    );
  });

  it('are for those who manage materials', async () => {
    for (const who of ['zhao', 'sun']) {
      const heard = await (await house.talk(who)).say('把关题');
      expect(heard.text).toContain('不在您的权限之内');
    }
  });
});

describe('what rests on internal text', () => {
  const TEXT = '各处室要在3月底前报送内部调训名额。';
  const BASIS = { material: 'inner', place: '一' };
  const PAIR = {
    ...{ id: 'quota', questions: ['名额什么时候报？'], answer: TEXT, kind: 'figure' as const },
    ...{ quotes: [{ ...BASIS, text: TEXT }] },
    ...{ answeredBy: '张三', approvedBy: '李四', approvedAt: '2027-06-01' },
  };

  it('is kept with it from those who may not read it here, its questions too', async () => {
    const corpus = await makeCorpusFolder({
      files: { 'notice.txt': NOTICE, 'inner.txt': `内部办法\n一、调训\n${TEXT}` },
      entries: [
        { file: 'notice.txt', title: '培训通知' },
        { file: 'inner.txt', title: '内部办法', openness: '内部' },
      ],
    });
    const inner = await makeHouse({ GANXUN_ZONE: 'Asia/Shanghai' }, corpus.path);
    try {
      await inner.add('wang', 'admin');
      const { companions } = inner.app;
      expect(await companions.keepPair(PAIR)).toEqual({ kind: 'done' });
      const golden = { id: 'quota', question: PAIR.questions[0] as string, outcome: 'answered' };
      const wanted = { places: [BASIS], contains: [TEXT], absent: [] };
      await companions.keepGolden({ ...golden, ...wanted } as never, {
        name: '张三',
        person: null,
      });

      const index = await inner.app.index();
      expect(index.store.pair('quota')).not.toBeNull();
      const open = visibleIn(index, ({ openness }) => openness === '内部');
      expect([open.store.pair('quota'), open.store.pairCount()]).toEqual([null, 0]);
      expect(open.questions.search('名额什么时候报', { limit: 1 }).hits).toEqual([]);

      // Answers come from it once the gate has let it pass.
      expect(await inner.app.serving.fresh()).toBeNull();
      const wang = await inner.talk('wang');
      const list = await wang.say('把关题');
      const page = await wang.tap(list.button('1. 内部资料'));
      const asked = await add('名额什么时候报？', wang);
      expect(list.text).toContain('1 道符合');
      for (const { text } of [list, page, asked]) {
        expect(text).toContain('请登录网页');
        expect(text).not.toMatch(/名额|调训/u);
      }
    } finally {
      await inner.close();
      await corpus.remove();
    }
  });
});
