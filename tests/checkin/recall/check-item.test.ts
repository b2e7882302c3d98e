import { describe, expect, it } from 'vitest';
import { createRecallBank } from '../../../src/checkin/recall/bank.ts';
import { type Fault, faultsOf } from '../../../src/checkin/recall/check-item.ts';
import { parseRecallItems } from '../../../src/checkin/recall/read-items.ts';

const TEXT = [
  '各级政府要将干部教育培训经费列入年度财政预算，保证工作需要。',
  '省级党校5年内将市、县两级教师培训一遍，国家级机构每年培训2000名骨干教师。',
  '推行课堂讲授、案例解析、现场感悟相结合的教学方式，案例课程不少于1/3。',
  '中央组织部会同有关单位对规划实施情况进行督促检查。',
  '地方各级党委会同有关单位对规划实施情况进行年度检查，中央党校会同有关单位对规划实施情况进行督促检查。',
  '坚持实事求是。',
].join('\n');
const texts = new Map([['plan', TEXT]]);

function item(text: string, wrong: readonly string[], kind = 'term') {
  const yaml = JSON.stringify({
    notice: '',
    items: [{ material: 'plan', place: '一', kind, text, wrong }],
  });
  const [made] = parseRecallItems(yaml);
  if (made === undefined) throw new Error('Expected an item');
  return made;
}

const BUDGET = '各级政府要将干部教育培训经费列入【年度财政预算】，保证工作需要';

describe('an item that is sound', () => {
  it.each<[string, readonly string[], string]>([
    [BUDGET, ['专项债券', '社会捐赠', '工会经费'], 'term'],
    ['省级党校【5年】内将市、县两级教师培训一遍', ['3年', '8年', '10年'], 'figure'],
    ['案例课程不少于【1/3】', ['1/4', '1/5', '一半'], 'figure'],
    [
      '推行课堂讲授、案例解析、【现场感悟】相结合的教学方式',
      ['网络直播', '书面考试', '岗位竞聘'],
      'list-member',
    ],
  ])('%s has no fault', (text, wrong, kind) => {
    expect(faultsOf(item(text, wrong, kind), texts)).toEqual([]);
  });
});

/** Each is planted with one fault, and with what it is. */
const PLANTED: readonly (readonly [string, string, readonly string[], string, Fault['gate']])[] = [
  [
    'a quote that stands nowhere',
    '经费列入【专项资金】管理办法',
    ['一', '二三', '四五'],
    'term',
    'quote',
  ],
  [
    'a quote of another wording',
    '各级政府应将干部教育培训经费列入【年度财政预算】',
    ['甲类', '乙类', '丙类'],
    'term',
    'quote',
  ],
  ['an answer of one letter', '坚持实事求【是】', ['非', '真', '理'], 'term', 'trivial'],
  [
    'a blank for all but two words',
    '坚持【实事求是】',
    ['解放思想', '与时俱进', '求真务实'],
    'term',
    'trivial',
  ],
  [
    'an answer that is seen elsewhere',
    '省级党校5年内将市、县两级【教师】培训一遍，国家级机构每年培训2000名骨干教师',
    ['校长', '学员', '职工'],
    'term',
    'given-away',
  ],
  ['an option twice', BUDGET, ['专项债券', '专项债券', '工会经费'], 'term', 'same-option'],
  ['an option in other width', BUDGET, ['Ａ类', 'A类', '工会经费'], 'term', 'same-option'],
  [
    'the answer as an option',
    BUDGET,
    ['年度财政预算', '社会捐赠', '工会经费'],
    'term',
    'same-option',
  ],
  [
    'the answer in Chinese numerals',
    '省级党校【5年】内将市、县两级教师培训一遍',
    ['五年', '8年', '10年'],
    'figure',
    'same-option',
  ],
  [
    'the answer in months',
    '省级党校【5年】内将市、县两级教师培训一遍',
    ['60个月', '8年', '10年'],
    'figure',
    'same-option',
  ],
  [
    'a fraction in words',
    '案例课程不少于【1/3】',
    ['三分之一', '1/4', '1/5'],
    'figure',
    'same-option',
  ],
  [
    'a fraction that is the same',
    '案例课程不少于【1/3】',
    ['2/6', '1/4', '1/5'],
    'figure',
    'same-option',
  ],
  [
    'a figure in Chinese numerals',
    '国家级机构每年培训【2000名】骨干教师',
    ['二千名', '500名', '900名'],
    'figure',
    'same-option',
  ],
  [
    'an abbreviation of the answer',
    '【中央组织部】会同有关单位对规划实施情况进行督促检查',
    ['中组部', '财政部', '教育部'],
    'body',
    'overlapping-option',
  ],
  [
    'the answer without its brackets',
    '【省级党校】5年内将市、县两级教师培训一遍',
    ['省级党校（行政学院）', '市级党校', '高等学校'],
    'body',
    'overlapping-option',
  ],
  [
    'a body of which the text says the same',
    '【中央组织部】会同有关单位对规划实施情况进行督促检查',
    ['中央党校', '财政部', '教育部'],
    'body',
    'also-right',
  ],
  [
    'a member of the same list',
    '推行课堂讲授、案例解析、【现场感悟】相结合的教学方式',
    ['案例解析', '书面考试', '岗位竞聘'],
    'list-member',
    'of-the-same-list',
  ],
  [
    'a member that follows in the same list',
    '推行【课堂讲授】、案例解析、现场感悟相结合的教学方式',
    ['案例解析', '书面考试', '岗位竞聘'],
    'list-member',
    'of-the-same-list',
  ],
];

describe('an item with a planted fault', () => {
  it.each(PLANTED)('%s', (_, text, wrong, kind, gate) => {
    expect(faultsOf(item(text, wrong, kind), texts).map((fault) => fault.gate)).toContain(gate);
  });
});

describe('the file of questions', () => {
  it.each([
    ['no blank', '没有空格', '有且只有一处【】'],
    ['two blanks', '【甲】和【乙】', '有且只有一处【】'],
  ])('with %s names the item', (_, text, problem) => {
    expect(() => item(text, ['1', '2', '3'])).toThrow(problem);
  });

  it('with two of a kind says which', () => {
    const one = {
      material: 'plan',
      place: '一',
      kind: 'term',
      text: BUDGET,
      wrong: ['1', '2', '3'],
    };
    const yaml = JSON.stringify({ notice: '', items: [one, one] });
    expect(() => parseRecallItems(yaml)).toThrow('出现了两次');
  });
});

describe('the bank', () => {
  const sound = item(BUDGET, ['专项债券', '社会捐赠', '工会经费']);
  const textOf = (text: string | null) => () => text;

  it('has what stands in the text, with where it stands', () => {
    const bank = createRecallBank([sound], textOf(TEXT));
    expect(bank.all).toMatchObject([{ start: 0 }]);
    expect(bank.byId(sound.id)?.quote).toBe(sound.quote);
  });

  it.each([
    ['was struck', { ...sound, struck: true }, TEXT],
    ['changed in its material', sound, TEXT.replace('保证工作需要', '保证需要')],
    ['stands in a material that was retired', sound, null],
  ])('leaves out what %s', (_, one, text) => {
    const bank = createRecallBank([one], textOf(text));
    expect([bank.all, bank.byId(one.id)]).toEqual([[], null]);
  });

  it('finds what stands in a place and in the places below it', () => {
    const below = { ...sound, id: 'b', place: '一（二）' };
    const other = { ...sound, id: 'o', place: '十一' };
    const bank = createRecallBank([sound, below, other], textOf(TEXT));
    expect(bank.inPlace('plan', '一').map(({ id }) => id)).toEqual([sound.id, 'b']);
    expect(bank.inPlace('plan', '一（二）').map(({ id }) => id)).toEqual(['b']);
  });
});
