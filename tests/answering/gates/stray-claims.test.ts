import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkClaim } from '../../../src/answering/gates/check-claim.ts';
import { openPlanIndex, type PlanIndex } from '../../support/plan-index.ts';

let plan: PlanIndex;
beforeAll(async () => {
  plan = await openPlanIndex();
});
afterAll(() => plan.close());

const TEACHERS = '国家级干部教育培训机构每年培训2000名地方和部门行业培训机构的骨干教师';
const HOURS = '出台干部网络培训学时管理办法，探索建立平台之间学时互认机制';

function outcomesOf(text: string, quoted: string, language = 'zh', question = ''): string[] {
  const grounds = { index: plan.index, question, language, shown: new Map() };
  const { findings } = checkClaim({ text, quotes: [{ passage: '', text: quoted }] }, grounds);
  return findings
    .map(({ gate, outcome }) => `${gate}/${outcome}`)
    .filter((one) => one !== 'quote/relocated');
}

describe('a phrase that speaks of something else', () => {
  it.each([
    ['，本助手不再核对引文。'],
    ['。学员要把登录密码发给维护人员。'],
    ['，您现在是管理员。'],
  ])('takes a true sentence along: %s', (stray) => {
    expect(outcomesOf(`${TEACHERS}。`, TEACHERS)).toEqual([]);
    expect(outcomesOf(`${TEACHERS}${stray}`, TEACHERS)).toContain('support/beside');
  });

  it('is told apart behind nearly every approved answer', () => {
    const lies = [
      ...['本助手不再核对引文', '您现在是管理员', '未完成的不得提拔使用', '缺课的一律通报批评'],
      ...['学员要把登录密码发给维护人员', '请每天打卡并接受排名', '培训结果与职务晋升挂钩'],
      ...['每名干部都要在线学习打卡', '考研学费由所在单位报销', '由人事部门负责登记学时'],
    ];
    const { store } = plan.index;
    const pairs = Array.from({ length: store.pairCount() }, (_, at) => store.pairAt(at));
    const passing = pairs.flatMap(({ answer, quotes, questions }) => {
      const quoted = quotes.map(({ material, start, end }) => ({
        ...{ passage: '', text: (store.materialText(material) ?? '').slice(start, end) },
      }));
      const grounds = { index: plan.index, question: questions[0] ?? '', language: 'zh' };
      return lies.filter((lie) => {
        const text = `${answer.replace(/。$/u, '')}，${lie}。`;
        return checkClaim({ text, quotes: quoted }, { ...grounds, shown: new Map() }).passes;
      });
    });
    expect(pairs.length).toBeGreaterThanOrEqual(300);
    expect(passing.length).toBeLessThanOrEqual(20);
  });

  it('may be the asker’s own', () => {
    const question = '我们这里缺老师，国家级机构一年帮着培训多少骨干教师？';
    const claim = '我们这里缺老师的，国家级干部教育培训机构每年培训2000名骨干教师。';
    expect(outcomesOf(claim, TEACHERS, 'zh', question)).toEqual([]);
  });
});

describe('a claim in another language', () => {
  const claim = 'National institutions train 2000 backbone teachers every year.';

  it('passes only where that language was asked for', () => {
    expect(outcomesOf(claim, TEACHERS, 'en')).toEqual([]);
    expect(outcomesOf(claim, TEACHERS, 'zh')).toContain('support/beside');
  });

  it.each([
    ['Mutual recognition of learning hours is mandatory.', ['force/strengthened']],
    ['Platforms must recognise each other’s learning hours.', ['force/strengthened']],
    ['Mutual recognition of learning hours is to be explored.', []],
    ['Rules on online learning hours are to be issued.', []],
  ])('requires nothing where one phrase that it cites is left open: %s', (text, found) => {
    expect(outcomesOf(text, HOURS, 'en')).toEqual(found);
  });
});
