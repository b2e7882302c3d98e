import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PairAnswer, PairQuote } from '../../../src/materials/faq/pairs.ts';
import { approved, doneOf, LI, request, ZHANG } from '../shelf-house.ts';
import { CLASSES, LEAVE, makeCompanions, TEACHERS } from './companions-house.ts';

const answer = (words: string, ...quotes: PairQuote[]): PairAnswer => ({
  ...{ answer: words, kind: 'statement', quotes },
});
const quoting = (quote: Partial<PairQuote>): PairAnswer => ({
  ...LEAVE,
  quotes: [{ ...(LEAVE.quotes[0] as PairQuote), ...quote }],
});

async function house() {
  const made = await makeCompanions();
  await approved(made, CLASSES, { id: 'rules' });
  return made;
}

describe('the sentence of an answer', () => {
  let against: (answer: PairAnswer) => Promise<string | null>;
  const withHouse = async () => {
    const { companions } = await house();
    against = companions.against;
  };

  it('says what its quotes say, in the same or in other words', async () => {
    await withHouse();
    expect(await against(LEAVE)).toBeNull();
    expect(await against(answer('由班主任批准，限三天以内的。', ...LEAVE.quotes))).toBeNull();
    expect(await against(answer('每年不少于60名骨干教师。', TEACHERS))).toBeNull();
    expect(await against(answer('鼓励采用案例教学。', TEACHERS))).toBeNull();
    expect(await against(answer(' 每年培训\n骨干教师不少于60名。 ', TEACHERS))).toBeNull();
  });

  it.each([
    ['a figure', '每年培训骨干教师不少于80名。', '数字、日期或者文号“80名”不在引文中'],
    ['a percentage', '每年培训骨干教师的60%。', '“60%”不在引文中'],
    ['a date', '2027年3月1日前培训骨干教师不少于60名。', '“2027年”“3月”“1日”不在引文中'],
    [
      'a number of a document',
      '按照某组发〔2027〕3号，每年培训骨干教师不少于60名。',
      '〔2027〕3号',
    ],
    ['a bound that is lost', '每年培训骨干教师60名。', '“60名”的限度与引文不同'],
    ['a document', '《干部教育培训工作条例》规定每年培训骨干教师不少于60名。', '文件名“《干部教育'],
    ['a stronger word', '各单位必须采用案例教学。', '把引文中鼓励、探索、可以的事写成了要求'],
    ['somebody else', '省级党校每年培训骨干教师不少于60名。', '主体“省级”“党校”与引文不一致'],
    ['another matter', '食堂早餐七点开始，晚上九点熄灯休息。', '引文中没有说到'],
  ])('says no more: not %s', async (_, words, problem) => {
    await withHouse();
    const found = await against(answer(words, TEACHERS));
    expect(found).toContain(problem);
    expect(found).toMatch(/请按引文原文改写答复，或者补充引文。$/u);
  });

  it('leaves no ban out and weakens nothing', async () => {
    await withHouse();
    const text = '培训经费列入年度预算，严禁挪作他用。';
    const funds = { material: 'rules', place: '第四条', text };
    expect(await against(answer('培训经费可以列入年度预算。', funds))).toContain('可做可不做');
    expect(await against(answer('培训经费可以挪作他用。', funds))).toContain(
      '“培训经费可以挪作他用”',
    );
  });

  it('is there, and short', async () => {
    await withHouse();
    expect(await against(answer(' \u200b ', TEACHERS))).toContain('答复还没有写');
    expect(await against(answer('鼓励采用案例教学。'.repeat(40), TEACHERS))).toContain(
      '最多 300 字',
    );
    expect(await against(answer('鼓励采用案例教学。'))).toContain('还没有引文');
  });
});

describe('a quote of an answer', () => {
  it.each<[string, Partial<PairQuote>, string]>([
    ['stands in a material', { material: 'nothing' }, '没有编号为“nothing”的资料'],
    [
      'stands at its place',
      { place: '第三条' },
      '不在“第三条”，而在“第二条”。请把出处改为“第二条”',
    ],
    [
      'is exact',
      { text: '学员请假三天以内的,由班主任批准' },
      '原文是「学员请假三天以内的，由班主任批准」',
    ],
    [
      'is in the text',
      { text: '学员请假五天以内的，由班主任批准' },
      '没有这段引文。引文要与原文一字不差',
    ],
    [
      'keeps its condition',
      { text: '由班主任批准' },
      '请从标点到标点完整选取，如「学员请假三天以内的，由班主任批准」',
    ],
    ['is whole', { text: '三天以内的，由班主任批准' }, '截去了半句话或者条件'],
  ])('%s', async (_, quote, problem) => {
    const { companions } = await house();
    expect(await companions.against(quoting(quote))).toContain(problem);
  });

  it('is of a text in force: not a draft, not what is submitted or to come', async () => {
    const { companions, shelf } = await makeCompanions();
    const { entry } = await doneOf(shelf.add(request(CLASSES, { id: 'rules' })));
    expect(await companions.against(LEAVE)).toMatch(/《学员培训管理规定》草稿（.*），不能引用/u);
    await doneOf(shelf.change(entry, { effective_from: '2024-07-01' }, ZHANG));
    await doneOf(shelf.submit(entry, ZHANG));
    expect(await companions.against(LEAVE)).toContain('待审核');
    await doneOf(shelf.approve(entry, entry.sha256, LI));
    expect(await companions.against(LEAVE)).toContain('已批准，尚未生效（自 2024-07-01 起生效');
  });

  it('is of a text in force: not one that has ended, was retired or altered', async () => {
    const made = await makeCompanions();
    const details = { issuer: '某单位', edition: '第1版', effective_to: '2024-06-30' };
    const { id, version } = await approved(made, CLASSES, { id: 'rules', details });
    expect(await made.companions.against(LEAVE)).toBeNull();
    made.on('2024-07-01');
    expect(await made.companions.against(LEAVE)).toContain('已失效（已于 2024-06-30 失效）');
    await doneOf(made.shelf.retire({ id, version }, '内容过时', LI));
    expect(await made.companions.against(LEAVE)).toContain('已停用（已停用：内容过时）');

    const other = await house();
    await rm(join(other.folder, 'rules-v1.txt'));
    expect(await other.companions.against(LEAVE)).toContain('不可用（找不到文件 rules-v1.txt');
  });

  it('is of the version in force: the refusal names the one that it is from', async () => {
    const made = await house();
    await approved(made, CLASSES.replaceAll('三天', '两天'), { replaces: 'rules' });
    expect(await made.companions.against(LEAVE)).toContain(
      '引文出自《学员培训管理规定》的第 1 版（已被新版本替代），现行的第 2 版中没有',
    );
  });

  it('is of policy: a method settles nothing', async () => {
    const made = await house();
    const details = { issuer: '某单位', edition: '第1版', kind: '方法参考' } as const;
    await approved(made, CLASSES.replace('规定', '方法'), { id: 'method', details });
    const [quote] = LEAVE.quotes as [PairQuote];
    for (const quotes of [
      [{ ...quote, material: 'method' }],
      [quote, { ...quote, material: 'method' }],
    ]) {
      expect(await made.companions.against({ ...LEAVE, quotes })).toContain(
        '是方法参考，不是政策文件',
      );
    }
  });

  it('may be of an internal text', async () => {
    const made = await makeCompanions();
    const details = { issuer: '某单位', edition: '第1版', openness: '内部' } as const;
    await approved(made, CLASSES, { id: 'rules', details });
    expect(await made.companions.against(LEAVE)).toBeNull();
  });
});
