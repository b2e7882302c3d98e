import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCategory } from '../../../src/seminar/session/cause-categories.ts';
import { readBallot } from '../../../src/seminar/session/read-ballot.ts';
import { pointsOf, readContribution } from '../../../src/seminar/session/read-contribution.ts';
import { readSteering } from '../../../src/seminar/session/read-steering.ts';
import { suggestCategory } from '../../../src/seminar/session/suggest-category.ts';
import { contributionsOf } from './contributions.ts';

describe('a contribution', () => {
  it.each([
    ['  经费不足。 ', '经费不足。'],
    ['第一行\r\n第二行\n\n第三行', '第一行 第二行 第三行'],
    ['<b>经费</b>不足<br/>课程旧', '经费不足 课程旧'],
    ['<script>alert(1)</script>走过场', '走过场'],
    ['<a href="https://example.com" onclick="x()">点我</a>', '点我'],
    ['<!-- 备注 -->课程旧', '课程旧'],
    ['参训率<60%，学员>50人', '参训率<60%，学员>50人'],
    ['a<b且c>d', 'a<b且c>d'],
    ['经\u0000费\u0007不\u001b[31m足', '经 费 不 [31m足'],
    ['\u202e经费\u200b不足\ufeff', '经费不足'],
    ['1. 经费不足', '经费不足'],
    ['（2）师资不足', '师资不足'],
    ['③ 时间不足', '时间不足'],
    ['- 课程单一', '课程单一'],
    ['1.5小时太短', '1.5小时太短'],
    ['2027年计划', '2027年计划'],
    ['-5分', '-5分'],
    ['好👍🏻', '好👍🏻'],
  ])('%j is kept as %j', (raw, text) => {
    expect(readContribution(raw)).toEqual({ ok: true, text });
  });

  it.each(['', '   ', '\u0000\u0007', '……', '<b></b>', '！？'])('%j says nothing', (raw) => {
    expect(readContribution(raw)).toMatchObject({ ok: false });
  });

  it('is taken up to 200 characters, however wide, and not beyond', () => {
    expect(readContribution('培'.repeat(200))).toMatchObject({ ok: true });
    expect(readContribution('𠮷'.repeat(200))).toMatchObject({ ok: true });
    expect(readContribution('培'.repeat(4000))).toEqual({
      ok: false,
      problem:
        '一条意见最多 200 个字，现在有 4000 个字，没有记入。请删减，或者分成几条，一条一条发送。',
    });
  });

  it('is one line without marks and controls, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (raw) => {
        const read = readContribution(raw);
        if (!read.ok) return;
        expect(read.text).not.toMatch(/\p{Cc}|[\u200B-\u200F\u202A-\u202E]/u);
        expect(read.text).toBe(read.text.trim());
        expect([...read.text].length).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('of several marked lines is a list of points', () => {
    expect(pointsOf('1. 经费不足\n2、师资不足\n（3）时间不够')).toEqual([
      ...['经费不足', '师资不足', '时间不够'],
    ]);
    expect(pointsOf('• 经费不足\n• 师资不足')).toEqual(['经费不足', '师资不足']);
    expect(pointsOf('经费不足，\n主要是县里')).toEqual(['经费不足， 主要是县里']);
    expect(pointsOf('1. 经费不足')).toEqual(['经费不足']);
  });
});

describe('a ballot', () => {
  const list = contributionsOf(
    ...['经费不足', '培训经费不足←1', '师资不足', '走过场', '课程旧', '时间少', '工学矛盾'],
    ...['问卷笼统', '反馈慢', '考核弱', '方式单一', '无专人'],
  );

  it.each([
    '3 7 12',
    '3，7，12',
    '３、７、１２',
    '第3条、第7条、第12条',
    '第3条 第7条 第12条。',
    '3.7.12',
    '选3 7 12',
    '我投：3、7、12',
    '第三条、第七条、第十二条',
    '3\n7\n12',
    '3号，7号和12号',
  ])('“%s” gives 3, 7 and 12 three, two and one points', (text) => {
    expect(readBallot(text, list)).toEqual({ ok: true, choices: ['c3', 'c7', 'c12'] });
  });

  it.each([
    ['3 7', '要按先后顺序选 3 条，现在是 2 条'],
    ['3 7 12 4', '要按先后顺序选 3 条，现在是 4 条'],
    ['3 7 3', '第 3 条写了两次'],
    ['3 7 99', '清单上没有第 99 条'],
    ['3712', '编号之间请用空格隔开'],
    ['2 3 7', '第 2 条已归并到第 1 条，没有计票。要选它的，请写第 1 条'],
    ['都可以', '没有看懂'],
    ['3 7 12 谢谢', '没有看懂'],
    ['', '没有看懂'],
    ['0 1 3', '清单上没有第 0 条'],
  ])('“%s” is told: %s', (text, problem) => {
    expect(readBallot(text, list)).toMatchObject({
      ok: false,
      problem: expect.stringContaining(problem),
    });
  });

  it('has as many choices as there are, where there are fewer than three', () => {
    const two = contributionsOf('经费不足', '师资不足', '缺师资←2');
    expect(readBallot('2 1', two)).toEqual({ ok: true, choices: ['c2', 'c1'] });
    expect(readBallot('2', two)).toMatchObject({ ok: false });
  });

  it('of any length is read at once', () => {
    for (const text of ['1 '.repeat(100), '1'.repeat(200), '第 1 条 '.repeat(40)]) {
      const began = performance.now();
      readBallot(`${text}吗`, list);
      readContribution('<!--'.repeat(20_000));
      readSteering(`合并 ${text}吗`);
      readSteering(`把 ${text}吗`);
      expect(performance.now() - began).toBeLessThan(100);
    }
  });

  it('is told from what is said', () => {
    const notRead = { ok: false, problem: expect.stringContaining('没有看懂') };
    for (const text of ['经费3万', '三件事', '3 7 12吗']) {
      expect(readBallot(text, list)).toEqual(notRead);
    }
    for (const text of ['第3条', '三、七']) expect(readBallot(text, list)).not.toEqual(notRead);
  });
});

describe('a category', () => {
  it.each([
    ['县里没有培训经费', '资源'],
    ['领导对调研不重视', '人员'],
    ['没有把需求调研纳入考核', '制度'],
    ['部门之间衔接不畅', '流程'],
    ['工学矛盾突出，基层走不开', '环境'],
    ['干训干部一人多岗，忙不过来', '人员'],
    ['缺少激励机制', '制度'],
    ['场地和设备老旧', '资源'],
    ['说不清', ''],
  ])('of “%s” is %s', (text, category) => {
    expect(suggestCategory(text, '训前需求调研走过场')).toBe(category);
  });

  it('is read from what a trainer writes', () => {
    expect(['制度', '制度类', ' 环境 ', '其他'].map(readCategory)).toEqual([
      ...['制度', '制度', '环境', null],
    ]);
  });
});
