import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ledger } from '../../../../src/commands/ledger.ts';
import { findWords } from '../../../../src/materials/ledger/find-words.ts';
import { pairIdOf } from '../../../../src/materials/ledger/pair-of-topic.ts';
import { lacksWhatIsAsked } from '../../../../src/materials/ledger/propose-answer.ts';
import type { LedgerChange } from '../../../../src/materials/ledger/store.ts';
import { NOON } from '../../../support/house.ts';
import { type MaterialHouse, makeMaterialHouse } from '../../../support/material-house.ts';
import type { Heard, Talk } from '../../../support/talk.ts';
import { tapDeed } from '../../../support/tap-deed.ts';

const ASKED = '外地来的学员路上花的车票能不能报？';
const ASKED_TOO = '外地学员往返交通费谁出？';
const RULE = '各级政府要将经费列入预算。';
const LI = { name: '姓名li', person: 'li' };

let house: MaterialHouse;
let wang: Talk;
let li: Talk;
let zhao: Talk;
let topics = 0;

beforeAll(async () => {
  house = await makeMaterialHouse();
  await house.add('qian', 'trainer', 'trainer');
  wang = await house.talk('wang');
  li = await house.talk('li');
  zhao = await house.talk('zhao');
  return () => house.close();
}, 60_000);

/** Puts questions into the ledger as one topic, which is called by the first, and gives its id. */
async function asked(first: string, ...others: readonly string[]): Promise<string> {
  const { ledger } = await house.app.records();
  const near = { material: 'notice', title: '培训通知', place: '一（二）' };
  const said = { cause: 'not-in-corpus' as const, near, at: NOON };
  const asking = [first, ...others].map((text): LedgerChange => {
    return { kind: 'ask-ledger', asked: { ...said, text, person: 'sun' } };
  });
  // Whoever is no person of the records counts for how often it was asked.
  asking.push({ kind: 'ask-ledger', asked: { ...said, text: first, person: null } });
  await ledger.change(asking);
  const topic = `topic-${++topics}`;
  const unplaced = await ledger.unplaced(10);
  await ledger.place(
    unplaced.map(({ id }) => ({ wording: id, topic })),
    NOON,
  );
  return topic;
}

function open(who: string, topic: string): Promise<Heard> {
  return tapDeed(house, who, { kind: 'open-topic', topic });
}

async function messagesOf(person: string): Promise<string> {
  const { deliveries } = await house.app.records();
  const due = await deliveries.due(new Date('2027-06-02T12:00:00Z'), 50);
  return due
    .filter((one) => one.person === person)
    .map(({ text }) => text)
    .join('\n');
}

function labels({ blocks }: Heard): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.map(({ label }) => label) : [],
  );
}

async function faqFile(): Promise<string> {
  return readFile(join(house.app.corpusFolder(), 'faq.yaml'), 'utf8');
}

/** Assigns a topic to `zhao`, who answers it with a sentence of the notice; gives what was said at the end. */
async function submitted(topic: string): Promise<Heard> {
  await tapDeed(house, 'zhao', {
    kind: 'take-topic',
    topic,
    revision: (await (await house.app.records()).ledger.topic(topic))?.revision ?? 0,
  });
  const found = await zhao.say('要保证专款专用，提高使用效益。');
  const preview = await zhao.tap(found.button('预览和提交'));
  return zhao.tap(preview.button('提交审核'));
}

describe('a question on its way to an answer', () => {
  it('is assigned, answered from the text, approved by another, and answered from then on', async () => {
    const topic = await asked(ASKED_TOO, ASKED);
    const list = await li.say('待答问题');
    expect(list.text).toContain('待分派（1 个）');
    expect(list.text).toContain('不足5人');
    const page = await li.tap(list.button('1. 外地学员往返交通费谁出？'));
    expect(page.text).toContain('提问：不足5人，2 种问法');
    expect(page.text).not.toContain('sun');

    const people = await li.tap(page.button('交给别人'));
    await li.tap(people.button('姓名zhao（某局）'));
    expect(await messagesOf('zhao')).toContain(`由姓名li分派给姓名zhao答复`);
    const other = await (await house.talk('qian')).say('待答问题');
    expect(other.text).toContain('现在没有待答的问题');

    const mine = await zhao.say('/ledger');
    expect(mine.text).toContain('交给您的（1 个）');
    const opened = await zhao.tap(mine.button('1. 外地学员往返交通费谁出？'));
    const begun = await zhao.tap(opened.button('答复'));
    expect(begun.text).toContain('先选引文');

    // Looked for by a place, opened, and chosen sentence by sentence.
    const placed = await zhao.say('一（二）');
    const passage = await zhao.tap(placed.button('1. 一（二）'));
    const chosen = await zhao.tap(passage.button('选 1'));
    expect(chosen.placement).toBe('in-place');
    expect(chosen.text).toContain('✓ 1. 要保证专款专用，提高使用效益。');
    const drafted = await zhao.tap(chosen.button('引用所选'));
    expect(drafted.text).toContain('1. 「要保证专款专用，提高使用效益。」——《培训通知》一（二）');
    expect(drafted.text).toContain('答复句（按引文拟的）：要保证专款专用，提高使用效益。');

    // A sentence that says more than its quotes goes no further, and nothing is lost.
    const asks = await zhao.tap(drafted.button('改答复句'));
    expect(asks.text).toContain('现在是：要保证专款专用');
    const bold = await zhao.say('每人可以报销交通费300元。');
    const stopped = await zhao.tap(bold.button('预览和提交'));
    expect(stopped.text).toContain('300元');
    expect(labels(stopped)).not.toContain('提交审核');
    const proposed = await zhao.tap(stopped.button('用拟的答复句'));

    const preview = await zhao.tap(proposed.button('预览和提交'));
    expect(preview.text).toContain('预览：提问的人将看到');
    const done = await zhao.tap(preview.button('提交审核'));
    expect(done.text).toContain('已提交审核。已通知 2 位管理员。');
    expect(await messagesOf('li')).toContain('姓名zhao提交了一个待答问题的答复');

    const review = await li.tap((await open('li', topic)).button('审核答复'));
    expect(review.text).toContain('答复人：姓名zhao');
    expect(review.text).toContain(`· ${ASKED}`);
    expect(review.text).toContain('核对：引文与现行资料一字不差');
    const approved = await li.tap(review.button('批准'));
    expect(approved.text).toContain('已批准，收为问答。');
    expect(await messagesOf('zhao')).toContain('已由姓名li批准');
    expect(await faqFile()).toContain(ASKED_TOO);
    expect((await zhao.say(ASKED)).text).toContain('要保证专款专用，提高使用效益。');

    const guarded = await li.tap(approved.button('收为把关题'));
    expect((await li.tap(guarded.button('收下'))).text).toContain('已收为把关题。');

    const { people: records } = await house.app.records();
    const audit = (await records.audit(50)).map(({ deed }) => deed);
    for (const deed of ['分派待答问题', '提交待答问题的答复', '批准待答问题的答复']) {
      expect(audit).toContain(deed);
    }

    // And taken back, for a reason.
    const over = await li.tap((await li.say('待答问题')).button('已答复和不答复'));
    expect(over.text).toContain('已答复（1 个）');
    const asksWhy = await li.tap((await open('li', topic)).button('撤回答复'));
    expect(asksWhy.text).toContain('请写明原因');
    const sure = await li.say('引文不直接回答问题');
    expect((await li.tap(sure.button('确定撤回'))).text).toContain('已撤回，重新列入待答。');
    expect(await faqFile()).not.toContain(ASKED_TOO);
    expect(await messagesOf('zhao')).toContain('原因：引文不直接回答问题');
    expect((await open('zhao', topic)).text).toContain('状态：答复中');
  }, 30_000);

  it('is not approved by whoever answered it, and what was looked at before counts no more', async () => {
    const topic = await asked('学员的住宿条件怎么定？');
    const page = await open('wang', topic);
    await wang.tap(page.button('由我答复'));
    const found = await wang.say('各级政府要将经费列入预算。');
    const preview = await wang.tap(found.button('预览和提交'));
    await wang.tap(preview.button('提交审核'));
    const own = await wang.tap((await open('wang', topic)).button('审核答复'));
    expect(own.text).toContain('须由另一位管理员批准');
    expect(labels(own)).not.toContain('批准');
    const revision = (await (await house.app.records()).ledger.topic(topic))?.revision ?? 0;
    const forced = await tapDeed(house, 'wang', { kind: 'approve-topic-answer', topic, revision });
    expect(forced.text).toContain('须由另一位管理员批准');

    const review = await li.tap((await open('li', topic)).button('审核答复'));
    const back = await wang.tap((await open('wang', topic)).button('收回修改'));
    expect(back.text).toContain('已收回');
    const late = await li.tap(review.button('批准'));
    expect(late.text).toContain('没有等待审核的答复');
    expect(late.text).toContain('状态：答复中');
    expect(await faqFile()).not.toContain('住宿条件');
    // Submitted again, the page that was looked at before is not the one that is approved.
    await wang.tap(back.button('修改答复'));
    const again = await wang.tap((await wang.say('取消')).button('返回问题'));
    expect(again.text).toContain('学员的住宿条件怎么定');
  });

  it('leaves no pair behind where somebody gave the answer back while it was approved', async () => {
    const topic = await asked('培训教材由谁选定？');
    await submitted(topic);
    const review = await li.tap((await open('li', topic)).button('审核答复'));
    const { companions } = house.app;
    const keep = companions.keepPair;
    vi.spyOn(companions, 'keepPair').mockImplementationOnce(async (pair) => {
      const written = await keep(pair);
      const { ledger } = await house.app.records();
      const revision = (await ledger.topic(topic))?.revision ?? 0;
      const by = { name: '姓名wang', person: 'wang' };
      await ledger.change([
        { kind: 'return-answer', topic, revision, at: NOON, by, reason: '先不批准' },
      ]);
      return written;
    });
    const late = await li.tap(review.button('批准'));
    expect(late.problem).toContain('刚刚有了变动');
    expect(await companions.pairs()).not.toContain(pairIdOf({ id: topic }));
    expect((await open('zhao', topic)).text).toContain('原因：先不批准');
  });

  it('gives an answer back with a reason, which stays to be changed', async () => {
    const topic = await asked('培训场地由谁安排？');
    await submitted(topic);
    const review = await li.tap((await open('li', topic)).button('审核答复'));
    // An approval that was cut off before the records were written leaves a pair behind.
    const quotes = [
      { material: 'notice', place: '一（二）', text: '要保证专款专用，提高使用效益。' },
    ];
    const said = { answer: '要保证专款专用，提高使用效益。', kind: 'statement', quotes } as const;
    const signed = { answeredBy: '姓名zhao', approvedBy: '姓名li', approvedAt: '2027-06-01' };
    const id = pairIdOf({ id: topic });
    await house.app.companions.keepPair({ ...said, ...signed, id, questions: ['场地谁安排？'] });
    await li.tap(review.button('退回'));
    expect((await li.say('请改引师资部分')).text).toContain('已退回');
    expect(await messagesOf('zhao')).toContain('原因：请改引师资部分');
    expect(await house.app.companions.pairs()).not.toContain(id);
    const page = await open('zhao', topic);
    expect(page.text).toContain('退回或者重新答复的原因：请改引师资部分');
    const draft = await zhao.tap(page.button('答复'));
    expect(draft.text).toContain('「要保证专款专用，提高使用效益。」');
    expect((await zhao.tap(draft.button('去掉引文 1'))).text).toContain('先选引文');
  });
});

describe('the command', () => {
  it('lists and shows topics without a word of who asked', async () => {
    const topic = await asked('实践锻炼算不算学时？');
    const lines: string[] = [];
    const line = (text: string) => void lines.push(text);
    const output = { line, note: line, write: () => {}, progress: () => {} };
    const context = { app: house.app, output, input: process.stdin };
    expect(await ledger(['list', '--state', 'open', '--json'], context)).toBe(0);
    const listed = JSON.parse(lines[0] ?? '').find(({ id }: { id: string }) => id === topic);
    expect(listed).toMatchObject({ question: '实践锻炼算不算学时？', people: null });
    expect(await ledger(['show', topic], context)).toBe(0);
    expect(lines.join()).toContain('待分派  不足5人  实践锻炼算不算学时？');
    expect(lines.join()).not.toMatch(/sun|times/u);
    await expect(ledger(['show', 'none'], context)).rejects.toThrow('没有编号为“none”的待答问题');
  });
});

describe('what is wrong', () => {
  it('is a text over two parts; one that is cut off is made whole', async () => {
    const index = await house.app.index();
    const text = '提高使用效益。 二、师资 每年培训60名骨干教师。';
    expect(findWords(index, text)).toEqual({ kind: 'across' });
    const quote = { material: 'notice', place: '一（二）', text: '要保证专款专用' };
    expect(findWords(index, '专款专用')).toEqual({ kind: 'found', quotes: [quote] });
    const [asked, cited] = [
      '骨干教师每年培训多少名？',
      [{ ...quote, text: '每年培训60名骨干教师。' }],
    ];
    expect(lacksWhatIsAsked(asked, cited)).toBe(false);
    expect(lacksWhatIsAsked(asked, [quote])).toBe(true);
  });

  it('is a topic of somebody else, one that is gone, and people who may not', async () => {
    const topic = await asked('结业证书由谁盖章？');
    await zhao.tap((await open('zhao', topic)).button('认领'));
    const forbidden = await tapDeed(house, 'qian', { kind: 'answer-topic', topic });
    expect(forbidden.text).toContain('已经由别人答复');
    expect((await open('zhao', 'none')).text).toContain('没有找到这个问题');
    // Whom a topic was given to and who is no trainer any more answers nothing.
    const assigned = await tapDeed(house, 'li', {
      ...{ kind: 'assign-topic', topic, revision: 2, person: 'sun' },
    });
    expect(assigned.text).toContain('不能答复。没有分派');
    const learner = await open('sun', topic);
    expect(learner.problem ?? learner.text).toContain('不在您的权限之内');
  });

  it('is set aside with a reason and put back', async () => {
    const topic = await asked('食堂几点开饭？');
    const more = await li.tap((await open('li', topic)).button('更多'));
    const reasons = await li.tap(more.button('不答复'));
    expect((await li.tap(reasons.button('非培训政策'))).text).toContain('已列为不答复');
    const page = await open('li', topic);
    expect(page.text).toContain('不答复的原因：非培训政策（姓名li）');
    await li.tap(page.button('恢复待答'));
    expect((await open('li', topic)).text).toContain('状态：待分派');
  });

  it('is split off, and merged', async () => {
    const one = await asked('教师课酬怎么发？', '讲课费标准由谁定？');
    const two = await asked('外请老师的讲课费给多少？');
    const wordings = await li.tap((await open('li', one)).button('全部问法'));
    const sure = await li.tap(
      await li.tap(wordings.button('拆出 2')).then((heard) => heard.button('确定拆出')),
    );
    const split = await li.tap(sure.button('打开拆出的'));
    expect(split.text).toContain('1 种问法');
    const more = await li.tap(split.button('更多'));
    const others = await li.tap(more.button('并入其他问题'));
    const chosen = labels(others).find((label) => label.includes('外请老师'));
    const confirm = await li.tap(others.button(chosen ?? ''));
    await li.tap(confirm.button('确定合并'));
    expect((await open('li', two)).text).toContain('2 种问法');
  });

  it('is a text that stands nowhere, and one that is retired meanwhile', async () => {
    const topic = await asked('预算由谁编？');
    await zhao.tap((await open('zhao', topic)).button('认领'));
    const nowhere = await zhao.say('各级政府要将经费列入下一年度的预算。');
    expect(nowhere.text).toContain('没有一字不差的出处');
    // Found in spite of its marks, and quoted as it stands.
    const found = await zhao.say(`“${RULE.replace('。', '.')}”`);
    expect(found.text).toContain(`「${RULE}」`);
    await zhao.tap(found.button('改答复句'));
    const written = await zhao.say(RULE);
    expect(written.text).toContain(`答复句：${RULE}`);
    const preview = await zhao.tap(written.button('预览和提交'));

    await house.app.shelf.retire({ id: 'notice', version: 1 }, '已废止', LI);
    const late = await zhao.tap(preview.button('提交审核'));
    expect(late.text).toContain('不能提交');
    expect(late.text).toContain('请去掉');
    expect(late.text).not.toContain('已提交审核');
    // It says what a text says that may not be shown here any more.
    expect(late.text).toContain('答复句也不在这里显示');
    expect(late.text).not.toContain(RULE);
  });
});
