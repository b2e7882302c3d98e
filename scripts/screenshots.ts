/**
 * Makes the screenshots of the READMEs: `npm run screenshots`, or those of some parts alone:
 * `npm run screenshots -- docs notices`; needs a Chromium on the machine.
 */
import { mkdirSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { placeUnplaced } from '../src/materials/ledger/place-unplaced.ts';
import { keepTexts } from '../src/materials/recall/keep-texts.ts';
import { recallChanged } from '../src/materials/recall/recall-changed.ts';
import type { Role } from '../src/people/abilities.ts';
import { releaseDue } from '../src/reminder/planning/release-due.ts';
import { BROWSER_PATH, launchBrowser } from '../tests/support/browser.ts';
import { invite } from '../tests/support/invite.ts';
import { startModelDouble } from '../tests/support/model-double/start-model-double.ts';
import { settingsFor } from '../tests/support/model-house.ts';
import { answered, claim, passageWith, play } from '../tests/support/model-script.ts';
import { SHIPPED_CORPUS } from '../tests/support/plan-index.ts';
import { type PlanService, servePlan } from '../tests/support/plan-service.ts';

const FOLDER = process.argv[2] ?? fileURLToPath(new URL('../docs', import.meta.url));
/** Which to make; all of them where none is named. */
const PARTS = process.argv.slice(3);
const LEAVE = [
  '某市干部教育培训学员管理办法',
  '某组发〔2027〕3号',
  '第一条 为加强干部教育培训学员管理，严肃学风，制定本办法。',
  '第二条 学员请假三天以内的，由班主任批准；超过三天的，由组织员批准，并报所在单位备案。',
  '第三条 学员请他人代为签到的，予以通报。',
  '某市委组织部',
  '2027年5月1日',
].join('\n');
const LEAVE_ANEW = LEAVE.replace('3号', '8号')
  .replace('2027年5月1日', '2027年6月1日')
  .replace('三天以内', '两天以内')
  .replace('超过三天', '超过两天');
const DESK = { width: 1280, height: 860 };
const PHONE = { width: 360, height: 740 };
const LARGER_PHONE = { width: 390, height: 844 };
const PLAN = 'plan-2023-2027.txt';
/** Pairs without which some of the questions below are not answered. */
const TAKEN_AWAY = /^ {2}- id: (?:trainee-management|party-dues-grassroots)\n/u;
const UNANSWERED = [
  '带着秘书来上课的怎么说',
  '发展对象要培训多久？',
  '党费能用来培训吗？',
  '专栏1里都写了哪些计划项目',
];
const ANSWERED = [
  '国家级培训机构每年培训多少名骨干教师？',
  '网络培训学时怎么管理？',
  '怎样开展实战化培训？',
  '集中轮训以哪些干部为重点？',
  '党政领导班子成员每几年要接受一次系统教育？',
];

if (BROWSER_PATH === null) throw new Error('Cannot make screenshots without a Chromium');
mkdirSync(FOLDER, { recursive: true });
const browser = await launchBrowser(BROWSER_PATH);
const service = await servePlan(undefined, true);
try {
  if (isWanted('talk')) await shootTalk(browser);
  if (isWanted('learning')) await shootLearning(browser);
  if (isWanted('classes')) await shootClasses(browser);
  if (isWanted('drafted')) await shootDrafted(browser);
  if (isWanted('notices')) await shootNotices(browser);
  if (isWanted('questionnaires')) await shootQuestionnaires(browser);
  if (isWanted('materials')) await shootMaterials(browser);
  if (isWanted('loop')) await shootLoop(browser);
} finally {
  await browser.close();
  await service.close();
}

function isWanted(part: string): boolean {
  return PARTS.length === 0 || PARTS.includes(part);
}

async function shootTalk(opened: Browser): Promise<void> {
  const light = await visit(opened, 'light', DESK);
  await ask(light, '国家级培训机构每年培训多少名骨干教师？');
  await ask(light, '那市县两级呢？');
  await shoot(light, 'web-chat-light');
  const dark = await visit(opened, 'dark', DESK);
  await ask(dark, '网络培训学时怎么管理？');
  await dark.getByRole('button', { name: '查看原文' }).last().click();
  await dark.locator('dialog mark').first().waitFor();
  await shoot(dark, 'web-chat-dark');
  const phone = await visit(opened, 'light', PHONE);
  await ask(phone, '党费能用来培训吗？');
  await shoot(phone, 'web-chat-phone');
}

async function shootLearning(opened: Browser): Promise<void> {
  const learner = await visitAs('学员', opened, PHONE);
  await say(learner, '打卡 五（二）', '已记录');
  await shoot(learner, 'check-in-phone');
  await say(learner, '我的学习地图', '最近 26 周');
  await learner.getByRole('table', { name: /规划/u }).last().scrollIntoViewIfNeeded();
  await shoot(learner, 'learning-map-phone');
}

async function shootClasses(opened: Browser): Promise<void> {
  const trainer = await visitAs('教师', opened, DESK);
  await say(trainer, '我的班次', '学员：');
  await trainer.getByRole('button', { name: '学习概况' }).last().click();
  await trainer.getByText('有学习记录的').waitFor();
  await shoot(trainer, 'class-desk');
  await shootSeminar(trainer, opened);
}

/** A kit on the desk, and a live session as its trainer and a learner have it on their phones. */
async function shootSeminar(trainer: Page, opened: Browser): Promise<void> {
  await say(trainer, '研讨方案：训前需求调研走过场，各县干训干部班，40人，半天', '用哪种研讨方法');
  await tap(trainer, '其余用默认值', '流程与时间');
  await trainer.getByRole('article').last().scrollIntoViewIfNeeded();
  await shoot(trainer, 'seminar-kit-desk');
  await trainer.setViewportSize(PHONE);
  await tap(trainer, '开展研讨', '大家用同一个研讨码');
  await tap(trainer, '全班一场', '研讨码');
  const told = await trainer.getByRole('article').last().innerText();
  const code = /研讨 (\d{6})/u.exec(told)?.[1] ?? '';
  const learner = await visitAs('学员', opened, PHONE);
  await say(learner, `研讨 ${code}`, '已加入研讨');
  const said = [
    '调研表由办公室一个人代填',
    '需求报上去没有回音',
    '课程表早就排好了',
    '问卷题目太笼统',
  ];
  for (const [at, text] of said.entries()) await say(learner, text, `第 ${at + 1} 条`);
  await tap(trainer, '结束收集，开始归并', '归并建议');
  await tap(trainer, '开始投票', '投票');
  await shoot(trainer, 'seminar-panel-phone');
  await say(learner, '研讨', '请按先后选');
  await shoot(learner, 'seminar-ballot-phone');
}

/**
 * A notice as its trainer sees it before and after, and as it reaches a learner, in a demonstration
 * of its own: how many messages are unread must not hang on the other parts.
 */
async function shootNotices(opened: Browser): Promise<void> {
  const notices = await servePlan(undefined, true);
  try {
    await shootNoticesOn(notices.url, opened);
  } finally {
    await notices.close();
  }
}

async function shootNoticesOn(url: string, opened: Browser): Promise<void> {
  const trainer = await visitAs('教师', opened, PHONE, url);
  const notice =
    '{姓名}同志：6月4日14:00在三号教室分组研讨，请提前读《规划》第五部分，准备发言提纲。';
  await say(trainer, `给专题班发通知：${notice}`, '什么时候发送');
  await say(trainer, '明天 9:00', '发送安排');
  await showFromTop(trainer);
  await shoot(trainer, 'notice-preview-phone');
  await tap(trainer, '改时间', '什么时候发送');
  await tap(trainer, '现在', '发送安排');
  await tap(trainer, '确认发送', '马上开始发送');
  const learner = await visitAs('学员', opened, PHONE, url);
  await say(learner, '每周二、四 12:30 提醒我学习', '已开启学习提醒');
  await learner.getByRole('button', { name: '消息，3 条未读' }).waitFor({ timeout: 60_000 });
  await say(learner, '消息', '3 条未读');
  await shoot(learner, 'messages-phone');
  await tap(learner, '第 1 条', '发言提纲');
  await tap(trainer, '查看发送情况', '其中点开 1 人');
  await showFromTop(trainer);
  await shoot(trainer, 'notice-report-phone');
}

/**
 * A questionnaire as its author has it, as a learner answers it, and what came of the one that is
 * closed in the demonstration; in a demonstration of its own, as notices are.
 */
async function shootQuestionnaires(opened: Browser): Promise<void> {
  const surveys = await servePlan(undefined, true);
  try {
    const author = await visitAs('管理员', opened, PHONE, surveys.url);
    await say(author, '给乡镇干部做一份关于基层治理的培训需求问卷，用于编制2028年计划', '检查：');
    await showFromTop(author);
    await shoot(author, 'questionnaire-page-phone');
    await shootCard(await visitAs('学员', opened, PHONE, surveys.url));
    await shootReport(await visitAs('教师', opened, DESK, surveys.url));
  } finally {
    await surveys.close();
  }
}

/**
 * A material as whoever sent it has it, as its new version is reviewed, and what reaches those who
 * got a quote of the old one; over a copy of the corpus, with people, since a demonstration changes
 * no materials.
 */
async function shootMaterials(opened: Browser): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'materials-'));
  await cp(SHIPPED_CORPUS, folder, { recursive: true });
  const house = await servePlan(undefined, false, { GANXUN_CORPUS: folder });
  try {
    await shootMaterialsOn(house, opened);
  } finally {
    await house.close();
    await rm(folder, { recursive: true });
  }
}

async function shootMaterialsOn(house: PlanService, opened: Browser): Promise<void> {
  const author = await visitWithCode('trainer', '张某', house, opened);
  const approver = await visitWithCode('admin', '王某', house, opened);
  const learner = await visitWithCode('learner', null, house, opened);
  await sendFile(author, '请假规定.txt', LEAVE, '存为草稿');
  await showFromTop(author);
  await shoot(author, 'material-read-phone');
  await tap(author, '提交审核', '已提交审核');
  await approveFirst(approver);
  await ask(learner, '学员请假两天由谁批准？');
  await sendFile(author, '请假规定（修订）.txt', LEAVE_ANEW, '已有标题相近的资料');
  const joins = author.getByRole('article').last().getByRole('button', { name: /^作为/u });
  await tap(author, await joins.innerText(), '批准以后替代旧版本');
  await tap(author, '提交审核', '已提交审核');
  await approveFirst(approver, 'material-review-phone');
  const signal = new AbortController().signal;
  await recallChanged(await house.app.recalls(), keepTexts(house.app.shelf), signal);
  await releaseDue(await house.app.planning(), signal);
  await say(learner, '消息', '1 条未读');
  await tap(learner, '第 1 条', '现行规定');
  await showFromTop(learner);
  await shoot(learner, 'material-recall-phone');
}

/**
 * Questions that nobody answered yet, a new version that the gate stops, and the totals of it all;
 * over a copy of the corpus that lacks two pairs, with people.
 */
async function shootLoop(opened: Browser): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'loop-'));
  await cp(SHIPPED_CORPUS, folder, { recursive: true });
  const pairs = await readFile(join(folder, 'faq.yaml'), 'utf8');
  const kept = pairs.split(/^(?= {2}- id: )/mu).filter((pair) => !TAKEN_AWAY.test(pair));
  await writeFile(join(folder, 'faq.yaml'), kept.join(''));
  const house = await servePlan(undefined, false, { GANXUN_CORPUS: folder });
  try {
    await shootLoopOn(house, opened);
  } finally {
    await house.close();
    await rm(folder, { recursive: true });
  }
}

async function shootLoopOn(house: PlanService, opened: Browser): Promise<void> {
  const author = await visitWithCode('admin', '张某', house, opened);
  const approver = await visitWithCode('admin', '王某', house, opened, LARGER_PHONE);
  const learners = [];
  for (let number = 0; number < 5; number++) {
    learners.push(await visitWithCode('learner', null, house, opened));
  }
  for (const [at, learner] of learners.entries()) {
    for (const question of [...(at < 3 ? UNANSWERED : UNANSWERED.slice(0, 2)), ...ANSWERED]) {
      await ask(learner, question);
    }
  }
  await placeUnplaced(await house.app.ledger(), new AbortController().signal);
  await say(approver, '待答问题', '待分派');
  await shoot(approver, 'ledger-phone');
  const plan = await readFile(join(SHIPPED_CORPUS, PLAN), 'utf8');
  await sendFile(author, PLAN, worseThan(plan), '已有标题相近的资料');
  const joins = author.getByRole('article').last().getByRole('button', { name: /^作为/u });
  await tap(author, await joins.innerText(), '批准以后替代旧版本');
  await tap(author, '逐项登记（3 项）', '请填写发文机关');
  await say(author, '中共中央', '请选公开范围');
  await tap(author, '公开', '请填写生效日期');
  await tap(author, '批准之日', '提交审核');
  await tap(author, '提交审核', '已提交审核');
  await approveFirst(approver, null, '把关没有通过');
  await say(approver, '把关', '答得不如原来');
  await showFromTop(approver);
  await shoot(approver, 'gate-phone');
  await say(approver, '运行情况', '导出表格');
  await showFromTop(approver);
  await shoot(approver, 'stats-phone');
}

/** The plan with figures altered and the part on money lost. */
function worseThan(plan: string): string {
  return plan
    .replace('2至3年', '3至5年')
    .replace('2000名', '500名')
    .replace(/^（四）经费保障。.*\n/mu, '');
}

/** Approves what awaits it first; where a name is given, the review is shot. */
async function approveFirst(
  approver: Page,
  name: string | null = null,
  shown = '现在起答复引用新的文本',
): Promise<void> {
  await say(approver, '资料管理', '待审核（1 份）');
  const first = approver.getByRole('article').last().getByRole('button', { name: /^1\./u });
  await tap(approver, await first.innerText(), '状态：待审核');
  await tap(approver, '审核', '提交人');
  if (name !== null) {
    await showFromTop(approver);
    await shoot(approver, name);
  }
  await tap(approver, '批准', shown);
}

async function sendFile(page: Page, name: string, text: string, shown: string): Promise<void> {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
  await page.locator('#file').setInputFiles(file);
  await page.getByRole('article').last().getByText(shown).first().waitFor();
}

/** @param name to be told by; null for those who are not asked for it */
async function visitWithCode(
  role: Role,
  name: string | null,
  { app, url }: PlanService,
  opened: Browser,
  viewport = PHONE,
): Promise<Page> {
  const { people } = await app.records();
  const page = await visit(opened, 'light', viewport, url);
  await page.goto(`${url}#code=${await invite(people, role, app.clock.now())}`);
  await page.getByRole('dialog').getByRole('button', { name: '登录' }).click();
  await page.getByRole('article').last().getByText('您的身份').waitFor();
  if (name !== null) await say(page, name, '您好');
  return page;
}

async function shootCard(learner: Page): Promise<void> {
  await say(learner, '问卷', '评估问卷');
  await tap(learner, '干部教育培训专题班评估问卷', '关于匿名');
  await tap(learner, '开始填写', '第 1 题');
  const card = learner.getByRole('article').last();
  for (let number = 1; number < 6; number++) {
    await card.getByRole('radio').nth(3).click();
    await card.getByText(`第 ${number + 1} 题`).waitFor();
  }
  await card.getByRole('radiogroup').first().getByRole('radio').nth(1).click();
  await card.getByRole('radio', { checked: true }).waitFor();
  await showFromTop(learner);
  await shoot(learner, 'questionnaire-card-phone');
}

/** The report as a page of its own, where its plot is. */
async function shootReport(trainer: Page): Promise<void> {
  await say(trainer, '问卷管理', '已截止');
  await tap(trainer, '填写情况 2', '查看报告');
  await tap(trainer, '查看报告', '八、局限');
  await tap(trainer, '网页报告', '报告已生成');
  const [download] = await Promise.all([
    trainer.waitForEvent('download'),
    trainer.getByRole('article').last().getByRole('link').click(),
  ]);
  const report = join(await mkdtemp(join(tmpdir(), 'report-')), 'report.html');
  await download.saveAs(report);
  const page = await trainer.context().newPage();
  await page.goto(pathToFileURL(report).href);
  await page
    .getByRole('figure')
    .nth(1)
    .evaluate((figure) => figure.scrollIntoView());
  await page.screenshot({ path: join(FOLDER, 'questionnaire-report-desk.png') });
  await rm(dirname(report), { recursive: true });
}

/** A long answer from its beginning. */
async function showFromTop(page: Page): Promise<void> {
  await page
    .getByRole('article')
    .last()
    .evaluate((article) => article.scrollIntoView({ block: 'start' }));
}

async function visitAs(
  role: string,
  opened: Browser,
  viewport: { width: number; height: number },
  url = service.url,
): Promise<Page> {
  const page = await visit(opened, 'light', viewport, url);
  await page.getByRole('button', { name: role, exact: true }).click();
  await page.getByText('您的身份').waitFor();
  return page;
}

async function tap(page: Page, name: string, shown: string): Promise<void> {
  await page.getByRole('article').last().getByRole('button', { name, exact: true }).click();
  await page.getByRole('article').last().getByText(shown).first().waitFor();
}

/** What a scripted model drafts, checked and shown as any draft is. */
async function shootDrafted(opened: Browser): Promise<void> {
  const double = await startModelDouble();
  play(double, {
    read: (request) => ({
      ...{ kind: JSON.stringify(request.body).includes('帮我') ? 'request' : 'question' },
      ...{ question: '帮我把今天学的师资部分登上', language: 'zh', searches: [] },
    }),
    agent: {
      kind: 'tools',
      calls: [{ name: 'record_study', input: { what: '五（二）', day: '今天' } }],
    },
    answer: (request) => {
      const passage = passageWith(request, '学时管理办法');
      return answered(
        claim('干部网络培训的学时，规划要求出台专门的管理办法。', [
          passage,
          '出台干部网络培训学时管理办法',
        ]),
        claim('平台之间的学时互认，规划的提法是探索建立机制，不是硬性要求。', [
          passage,
          '探索建立平台之间学时互认机制',
        ]),
      );
    },
  });
  const drafting = await servePlan(undefined, true, settingsFor(double));
  try {
    const drafted = await visit(opened, 'light', PHONE, drafting.url);
    await ask(drafted, '网络培训学时怎么管理，能互认吗？');
    await shoot(drafted, 'drafted-phone');
    const request = await visit(opened, 'light', PHONE, drafting.url);
    await request.getByRole('button', { name: '学员', exact: true }).click();
    await request.getByText('您的身份').waitFor();
    await say(request, '帮我把今天学的师资部分登上', '请确认');
    await shoot(request, 'request-phone');
  } finally {
    await drafting.close();
    await double.close();
  }
}

async function visit(
  opened: Browser,
  colorScheme: 'light' | 'dark',
  viewport: { width: number; height: number },
  url = service.url,
): Promise<Page> {
  const context = await opened.newContext({
    colorScheme,
    viewport,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByText('您好，我是干训助手').waitFor();
  return page;
}

async function ask(page: Page, question: string): Promise<void> {
  const answers = await page.getByRole('article').count();
  await page.getByLabel('输入问题').fill(question);
  await page.getByLabel('输入问题').press('Enter');
  await page.getByRole('article').nth(answers).getByRole('button', { name: '没帮助' }).waitFor();
}

async function say(page: Page, text: string, shown: string): Promise<void> {
  await page.getByLabel('输入问题').fill(text);
  await page.getByLabel('输入问题').press('Enter');
  await page.getByRole('article').last().getByText(shown).first().waitFor();
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.locator('#status:empty').waitFor({ state: 'attached' });
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}
