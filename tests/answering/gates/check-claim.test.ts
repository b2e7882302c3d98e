import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkClaim, type DraftClaim } from '../../../src/answering/gates/check-claim.ts';
import type { IndexedPair } from '../../../src/retrieval/index/store-schema.ts';
import { openPlanIndex, type PlanIndex } from '../../support/plan-index.ts';

let plan: PlanIndex;
beforeAll(async () => {
  plan = await openPlanIndex();
});
afterAll(() => plan.close());

const PLAN = 'plan-2023-2027';

/** Checks a claim whose quotes name passages by their place. */
function check(text: string, quotes: readonly [place: string, text: string][], question = '') {
  const { store } = plan.index;
  const shown = new Map(
    quotes.map(([place]) => [place, store.passagesAt(PLAN, place)[0] as never]),
  );
  const claim: DraftClaim = {
    text,
    quotes: quotes.map(([passage, quoted]) => ({ passage, text: quoted })),
  };
  return checkClaim(claim, {
    index: plan.index,
    question,
    language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en',
    shown,
  });
}

const outcomes = (checked: ReturnType<typeof check>) =>
  checked.findings.map(({ gate, outcome }) => `${gate}/${outcome}`);

const textOf = (span: { material: string; start: number; end: number }) =>
  (plan.index.store.materialText(span.material) ?? '').slice(span.start, span.end);

const TEACHERS = '国家级干部教育培训机构每年培训2000名地方和部门行业培训机构的骨干教师';
const ONLINE = '出台干部网络培训学时管理办法';
const RECOGNISE = '探索建立平台之间学时互认机制';

describe('quote gate', () => {
  it('takes an exact slice, with its place', () => {
    const checked = check('国家级干部教育培训机构每年培训2000名骨干教师。', [
      ['五（二）', TEACHERS],
    ]);
    expect(checked.passes).toBe(true);
    expect(checked.findings).toEqual([]);
    expect(checked.cited[0]).toMatchObject({ place: '五（二）', text: TEACHERS });
    expect(textOf(checked.cited[0] as never)).toBe(TEACHERS);
  });

  it.each([
    ['white space', ' 出台 干部网络培训\n学时管理办法'],
    ['the width of punctuation', '推进县级党校(行政学校)分类建设'],
    ['straight quotation marks', '推行"政治辅导员"、"导师帮带"制度'],
  ])('does not mind %s, and shows the source all the same', (_, quoted) => {
    const place = quoted.includes('县级')
      ? '五（一）'
      : quoted.includes('辅导')
        ? '三（三）'
        : '六（一）';
    const [span] = check('x', [[place, quoted]]).cited;
    expect(span).toBeDefined();
    expect(textOf(span as never)).toBe(span?.text);
    expect(span?.text).not.toContain('"');
  });

  it('finds what stands at one other place, and says so', () => {
    const checked = check('国家级干部教育培训机构每年培训2000名骨干教师。', [
      ['六（一）', TEACHERS],
    ]);
    expect(outcomes(checked)).toEqual(['quote/relocated']);
    expect(checked.cited[0]).toMatchObject({ place: '五（二）', text: TEACHERS });
    expect(checked.passes).toBe(true);
  });

  it('drops what stands at several other places', () => {
    const checked = check('要加强干部教育培训。', [['六（一）', '中央组织部']]);
    expect(outcomes(checked)).toContain('quote/ambiguous');
    expect(checked.cited).toEqual([]);
    expect(checked.passes).toBe(false);
  });

  it.each([
    ['made up', '各级党校每年应当安排不少于六次廉政警示教育专题班'],
    ['altered by one character', TEACHERS.replace('骨干', '青年')],
    ['altered in a figure', TEACHERS.replace('2000', '3000')],
    ['put together from two places', `${ONLINE}，${TEACHERS}`],
    ['cut short by an ellipsis', '国家级干部教育培训机构……骨干教师'],
  ])('drops what is %s', (_, quoted) => {
    const checked = check('国家级干部教育培训机构培训骨干教师。', [['五（二）', quoted]]);
    expect(outcomes(checked)).toContain('quote/fabricated');
    expect(outcomes(checked)).toContain('support/no-quote');
    expect(checked.cited).toEqual([]);
    expect(checked.passes).toBe(false);
  });

  it('drops a quote of a few characters', () => {
    expect(outcomes(check('要落实。', [['五（二）', '教师']]))).toContain('quote/too-short');
  });

  it('shows a method reference never as a quote', () => {
    const { store } = plan.index;
    const method = store.materials().find(({ kind }) => kind === '方法参考');
    const words = store
      .passage((method as { firstPassage: number }).firstPassage)
      .text.slice(0, 40);
    expect(check('研讨分三步。', [['五（二）', words]]).cited).toEqual([]);
  });

  it.each([
    ['六（一）', '建立平台之间学时互认机制', `${RECOGNISE}。`],
    ['五（一）', '新设以党员干部为培训对象的培训机构', '严控新设以党员干部为培训对象的培训机构。'],
  ])('widens a quote that leaves out the verb before it (%s)', (place, quoted, whole) => {
    expect(check('x', [[place, quoted]]).cited[0]?.text).toBe(whole);
  });
});

describe('figure gate', () => {
  const leaders = '中管干部每2至3年到党校（行政学院）、干部学院至少接受1次系统的党的创新理论教育';
  const span = () => {
    const text = plan.index.store.materialText(PLAN) ?? '';
    const at = text.indexOf('每2至3年');
    return text.slice(at - 12, at + 30);
  };
  it('knows the sentence it is tried on', () => {
    expect(span()).toContain('每2至3年到党校');
    expect(leaders).toContain('每2至3年到党校');
  });

  const quoted = '每2至3年到党校';
  const at = () => {
    const text = plan.index.store.materialText(PLAN) ?? '';
    const start = text.indexOf(quoted);
    return plan.index.store.passagesCovering(PLAN, { start, end: start + 4 })[0]?.place ?? '';
  };

  it.each([
    ['领导班子成员每2至3年到党校接受系统的教育。', []],
    ['领导班子成员每两至三年到党校接受系统的教育。', []],
    ['领导班子成员每3至5年到党校接受系统的教育。', ['figure/figure']],
    ['领导班子成员每3年到党校接受系统的教育。', ['figure/figure']],
    ['领导班子成员每2至3个月到党校接受系统的教育。', ['figure/figure']],
    ['领导班子成员每2至3年到党校接受550学时的教育。', ['figure/figure']],
    ['按照国办函〔2026〕12号，领导班子成员每2至3年到党校接受教育。', ['figure/figure']],
    ['按照《干部教育培训工作条例》，领导班子成员每2至3年到党校接受教育。', ['figure/title']],
    ['按照第三十三条，领导班子成员每2至3年到党校接受教育。', ['figure/place']],
    ['Members of leading bodies attend a Party school every two to three years.', []],
    [
      'Members of leading bodies attend a Party school every three to five years.',
      ['figure/figure'],
    ],
  ])('%s', (claim, found) => {
    const checked = check(claim, [[at(), quoted]]);
    expect(outcomes(checked).filter((one) => one.startsWith('figure'))).toEqual(found);
  });

  it.each([
    ['案例课程、案例教材不少于1/3。', []],
    ['案例课程、案例教材至少占三分之一。', []],
    ['案例课程、案例教材不超过1/3。', ['figure/bound']],
    ['案例课程、案例教材不少于1/2。', ['figure/figure']],
  ])('%s', (claim, found) => {
    const checked = check(claim, [['五（三）', '案例课程、案例教材不少于1/3']]);
    expect(outcomes(checked).filter((one) => one.startsWith('figure'))).toEqual(found);
  });

  it('takes a figure from the quote that speaks of the same', () => {
    const quotes: [string, string][] = [
      ['五（二）', TEACHERS],
      ['五（三）', '5年内推荐300门左右好课程、50种左右好教材'],
    ];
    expect(check('每年培训2000名骨干教师，5年内推荐300门左右好课程。', quotes).passes).toBe(true);
    const swapped = check('每年培训300名骨干教师，5年内推荐2000门左右好课程。', quotes);
    expect(outcomes(swapped)).toEqual(['figure/figure', 'figure/figure']);
  });

  it('counts no points of the claim, and knows the title and place of its own quote', () => {
    const text =
      '一是按照《全国干部教育培训规划（2023—2027年）》五（二），国家级机构每年培训2000名骨干教师。';
    expect(check(text, [['五（二）', TEACHERS]]).findings).toEqual([]);
  });
});

describe('force gate', () => {
  it.each([
    ['六（一）', RECOGNISE, '平台之间的学时互认机制，规划的提法是探索建立。', []],
    ['六（一）', RECOGNISE, '应当建立平台之间学时互认机制。', ['force/strengthened']],
    ['六（一）', RECOGNISE, '要建立平台之间学时互认机制。', ['force/strengthened']],
    ['六（一）', RECOGNISE, '建立平台之间学时互认机制。', ['force/strengthened']],
    ['六（一）', ONLINE, '要出台干部网络培训学时管理办法。', []],
    ['六（一）', ONLINE, '可以出台干部网络培训学时管理办法。', ['force/weakened']],
    ['六（一）', ONLINE, '鼓励出台干部网络培训学时管理办法。', ['force/weakened']],
    ['六（一）', ONLINE, '探索出台干部网络培训学时管理办法。', ['force/weakened']],
    ['六（一）', ONLINE, '是否出台干部网络培训学时管理办法，由各地自愿。', ['force/weakened']],
    [
      '五（一）',
      '严控新设以党员干部为培训对象的培训机构',
      '严控新设以党员干部为培训对象的培训机构。',
      [],
    ],
    [
      '五（一）',
      '严控新设以党员干部为培训对象的培训机构',
      '不得新设以党员干部为培训对象的培训机构。',
      ['force/ban'],
    ],
    [
      '五（一）',
      '严控新设以党员干部为培训对象的培训机构',
      '可以新设以党员干部为培训对象的培训机构。',
      ['force/ban'],
    ],
    [
      '五（一）',
      '严控新设以党员干部为培训对象的培训机构',
      '新设以党员干部为培训对象的培训机构。',
      ['force/ban'],
    ],
    [
      '六（一）',
      RECOGNISE,
      'Platforms must recognise each other’s learning hours.',
      ['force/strengthened'],
    ],
    [
      '六（一）',
      RECOGNISE,
      'Platforms are to explore recognising each other’s learning hours.',
      [],
    ],
    ['六（一）', ONLINE, 'Rules on online learning hours may be issued.', ['force/weakened']],
  ])('%s %s → %s', (place, quoted, claim, found) => {
    const force = outcomes(check(claim, [[place, quoted]])).filter((one) =>
      one.startsWith('force'),
    );
    expect([...new Set(force)]).toEqual(found);
  });

  it.each([
    '加大对国家乡村振兴重点帮扶地区干部教育培训支持力度。',
    '把干部教育培训师资纳入各级人才政策支持范畴。',
    '重视对县级党校（行政学校）建设的支持。',
  ])('takes 支持 for a noun where it is one: %s', (claim) => {
    const text = plan.index.store.materialText(PLAN) ?? '';
    const core = claim.slice(-16, -1);
    const start = text.indexOf(core);
    expect(start).toBeGreaterThan(0);
    const [passage] = plan.index.store.passagesCovering(PLAN, { start, end: start + 5 });
    const checked = check(claim, [[passage?.place ?? '', core]]);
    expect(outcomes(checked).filter((one) => one.startsWith('force'))).toEqual([]);
  });

  it('holds each part of a claim against the part of the source that speaks of it', () => {
    const quotes: [string, string][] = [
      ['六（一）', ONLINE],
      ['六（一）', RECOGNISE],
    ];
    expect(check(`${ONLINE}，${RECOGNISE}。`, quotes).passes).toBe(true);
    const turned = '探索出台干部网络培训学时管理办法，要建立平台之间学时互认机制。';
    expect(outcomes(check(turned, quotes))).toEqual(['force/weakened', 'force/strengthened']);
  });
});

describe('force gate, no and yes', () => {
  const CONTROL = '严控新设以党员干部为培训对象的培训机构';
  const SUPPORT = '支持地方、部门联合开展培训';
  it.each([
    ['五（一）', CONTROL, `不可以，规划要求${CONTROL}。`, []],
    ['五（一）', CONTROL, '不可以随意新设以党员干部为培训对象的培训机构。', []],
    ['五（一）', CONTROL, `不再${CONTROL}。`, ['force/denied']],
    ['五（一）', SUPPORT, `可以，规划${SUPPORT}。`, []],
    ['五（一）', SUPPORT, `不可以，规划${SUPPORT}。`, ['force/reply']],
    ['五（一）', SUPPORT, `需要，规划${SUPPORT}。`, ['force/reply']],
    ['五（一）', SUPPORT, `不${SUPPORT}。`, ['force/denied']],
    ['五（一）', SUPPORT, '不是硬性要求，规划只是支持地方、部门联合开展培训。', []],
    ['六（一）', ONLINE, `不用，规划要求${ONLINE}。`, ['force/reply']],
    ['六（一）', ONLINE, '原则上出台干部网络培训学时管理办法。', ['force/weakened']],
  ])('%s %s → %s', (place, quoted, claim, found) => {
    const checked = check(claim, [[place, quoted]]);
    expect(outcomes(checked)).toEqual(found);
  });
});

describe('scope gate', () => {
  it.each([
    ['a body of another passage', '中央党校每年培训2000名骨干教师。', ['scope/subject']],
    [
      'a body that does something else there',
      '省级党校（行政学院）每年培训2000名骨干教师。',
      ['scope/subject'],
    ],
    ['other people', '国家级干部教育培训机构每年培训2000名学员。', ['scope/subject']],
    [
      'all where some are meant',
      '国家级干部教育培训机构每年培训全体地方和部门行业培训机构的骨干教师。',
      ['scope/extent'],
    ],
  ])('rejects %s', (_, claim, found) => {
    expect(outcomes(check(claim, [['五（二）', TEACHERS]]))).toEqual(found);
  });

  it('rejects a word whose opposite the source has', () => {
    const claim = '出台干部线下培训学时管理办法。';
    expect(outcomes(check(claim, [['六（一）', ONLINE]]))).toEqual(['scope/opposite']);
  });
});

describe('support gate', () => {
  it.each([
    ['an exact quote beside another subject', '考研学费由所在单位报销。'],
    ['a word that says nothing', '是的。'],
    ['the question alone', '每年要培训骨干教师吗？'],
  ])('rejects %s', (_, claim) => {
    const checked = check(claim, [['六（一）', ONLINE]], '考研学费能报吗？');
    expect(outcomes(checked)).toContain('support/beside');
  });

  it('does not hold the asker’s own words against a claim', () => {
    const question = '单位走不开，喊我去没去成，以后还会再安排吗？';
    const claim = '因单位走不开没去成的，以后要按点名调训和补训制度安排补训。';
    const checked = check(claim, [['七（一）', '完善点名调训和补训制度']], question);
    expect(checked.findings).toEqual([]);
  });
});

describe('what was approved, and what is turned', () => {
  const pairs = () =>
    Array.from({ length: plan.index.store.pairCount() }, (_, at) => plan.index.store.pairAt(at));
  const checkPair = ({ quotes, questions }: IndexedPair, text: string) =>
    checkClaim(
      { text, quotes: quotes.map((quote) => ({ passage: '', text: textOf(quote) })) },
      { index: plan.index, question: questions[0] ?? '', language: 'zh', shown: new Map() },
    );
  /** Answers that a change applies to, and those of them that pass after it. */
  const turn = (wanted: RegExp, change: (answer: string) => string, unwanted = /$^/u) => {
    const concerned = pairs().filter(
      ({ answer }) => wanted.test(answer) && !unwanted.test(answer) && !/专栏/u.test(answer),
    );
    return {
      concerned: concerned.length,
      passing: concerned.filter((pair) => checkPair(pair, change(pair.answer)).passes).length,
    };
  };

  it('passes nearly all approved answers with their quotes', () => {
    const rejected = pairs().filter((pair) => !checkPair(pair, pair.answer).passes);
    expect(pairs().length).toBeGreaterThanOrEqual(300);
    expect(rejected.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['a digit', /\d/u, (text: string) => text.replace(/\d/u, (one) => `${(Number(one) + 1) % 10}`)],
    ['探索 turned 应当', /探索/u, (text: string) => text.replaceAll('探索', '应当')],
    ['探索 left out', /探索/u, (text: string) => text.replaceAll('探索', '')],
    ['鼓励 turned 必须', /鼓励/u, (text: string) => text.replaceAll('鼓励', '必须')],
    ['可以 turned 必须', /可以/u, (text: string) => text.replaceAll('可以', '必须')],
    ['不少于 turned 不超过', /不少于/u, (text: string) => text.replaceAll('不少于', '不超过')],
  ])('rejects every one of them with %s', (_, wanted, change) => {
    const { concerned, passing } = turn(wanted, change);
    expect(concerned).toBeGreaterThanOrEqual(4);
    expect(passing).toBe(0);
  });

  it.each([
    ['推行, 完善, 出台, 制定', /推行|完善|出台|制定/u, '探索'],
    ['要', /(?<![重主需])要(?![求点素])/u, '可以'],
  ])('rejects every one of them with %s turned %s', (_, wanted, by) => {
    const all = new RegExp(wanted.source, 'gu');
    const { concerned, passing } = turn(wanted, (text) => text.replace(all, by), /探索|鼓励|可以/u);
    expect(concerned).toBeGreaterThanOrEqual(10);
    expect(passing).toBe(0);
  });

  it('rejects nearly all of them with another name or a word turned: 217 of 232', () => {
    const changes: [RegExp, string][] = [
      ...([
        [/省级/u, '国家级'],
        [/县级/u, '市级'],
        [/各级/u, '省级'],
        [/党委（党组）|党委/u, '政府'],
        [/中央组织部/u, '中央党校'],
        [/党校（行政学院）/u, '高校'],
        [/教师/u, '学员'],
        [/学员/u, '教师'],
        [/年轻干部/u, '女干部'],
      ] satisfies [RegExp, string][]),
      ...([
        [/鼓励/u, '不鼓励'],
        [/推进/u, '不再推进'],
        [/加大/u, '减少'],
        [/加强/u, '原则上加强'],
        [/完善/u, '可完善'],
        [/(?<![重主需])要(?=[加完推制出把])/u, '不'],
      ] satisfies [RegExp, string][]),
    ];
    const turned = changes.map(([words, by]) => turn(words, (text) => text.replace(words, by)));
    const concerned = turned.reduce((sum, one) => sum + one.concerned, 0);
    const passed = turned.reduce((sum, one) => sum + one.passing, 0);
    expect(concerned).toBeGreaterThanOrEqual(220);
    expect(passed / concerned).toBeLessThanOrEqual(0.07);
  });
});
