import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { kitDocx } from '../../src/seminar/documents/kit-docx.ts';
import { kitText } from '../../src/seminar/documents/kit-text.ts';
import { questionSlides } from '../../src/seminar/documents/question-slides.ts';
import { lintQuestions } from '../../src/seminar/lint/lint-questions.ts';
import { makeKit } from '../../src/seminar/make-kit.ts';
import { USUAL_ORDER } from '../../src/seminar/order.ts';
import { type CorpusFolder, makeCorpusFolder } from '../support/corpus-folder.ts';
import { makeHouse } from '../support/house.ts';
import { testConfig } from '../support/test-config.ts';
import { partsOf } from '../support/word-file.ts';

const RULES = `某市机关干部挂职锻炼管理办法
第一条 为规范机关干部挂职锻炼工作，制定本办法。
第二条 市直机关每年选派不少于20名干部到乡镇（街道）挂职，挂职时间不少于1年。
第三条 挂职干部由接收单位安排具体分工，明确一名班子成员担任联系导师，每季度至少谈话1次。
第四条 建立挂职干部工作台账，如实记录走访、调研、办理事项等情况。
第五条 鼓励接收单位安排挂职干部参与重点项目、信访化解、集体经济等工作。
第六条 挂职期满，接收单位应当出具书面鉴定，派出单位组织成果交流。
`;

const TOPIC = '挂职干部锻炼流于形式';

let folder: CorpusFolder;
let data: string;
let app: App;

beforeAll(async () => {
  const title = '某市机关干部挂职锻炼管理办法';
  const entries = [{ file: 'rules.txt', title }];
  folder = await makeCorpusFolder({ files: { 'rules.txt': RULES }, entries });
  data = await mkdtemp(join(tmpdir(), 'other-policy-'));
  app = createApp(testConfig(folder.path, data));
});
afterAll(async () => {
  await app.close();
  await folder.remove();
  await rm(data, { recursive: true, force: true });
});

describe('a kit on the policy of another house', () => {
  it('rests on its articles, and knows nothing of the plan', async () => {
    const index = await app.index();
    const kit = makeKit(index, { ...USUAL_ORDER, topic: TOPIC, audience: '市直机关干部班' });
    expect(kit.grounding).toBe('full');
    const places = kit.basis.map(({ place }) => place);
    expect(places).toEqual(expect.arrayContaining(['第二条', '第三条', '第四条', '第五条']));
    expect(places).not.toContain('标题');
    for (const { material, start, end, text } of kit.basis) {
      expect(index.store.materialText(material)?.slice(start, end)).toBe(text);
    }
    const asked = kit.questions.map(({ text }) => text).join('\n');
    expect(asked).toMatch(/“挂职时间不少于1年”|“市直机关每年选派不少于20名干部/u);
    expect(JSON.stringify(kit)).not.toContain('规划');
    expect(lintQuestions(kit.questions)).toEqual([]);
  });

  it('has its articles called 政策要求 on paper and in the chat, as it is no 规划', async () => {
    const head = { className: '', date: '' };
    const kit = makeKit(await app.index(), { ...USUAL_ORDER, topic: TOPIC });
    const parts = partsOf(await kitDocx(kit, head, ['plan', 'questions', 'record']));
    const written = [
      kitText(kit, head),
      questionSlides(kit, head),
      ...['word/document.xml', 'word/styles.xml'].map((path) => parts.get(path) ?? ''),
    ];
    expect(written.filter((words) => words.includes('规划'))).toEqual([]);
    expect(written[0]).toContain('三、选题依据（政策要求）');
    expect(written[2]).toContain('〔政策要求〕');

    const house = await makeHouse({}, folder.path);
    try {
      await house.add('teacher', 'trainer', 'trainer');
      const teacher = await house.talk('teacher');
      const asked = await teacher.say(`研讨方案：${TOPIC}`);
      const made = await teacher.tap(asked.button('其余用默认值'));
      const basis = await teacher.tap(made.button('政策依据'));
      expect(basis.text).toContain('政策要求（引文共');
      const question = await teacher.tap((await teacher.tap(made.button('题目'))).button('第1题'));
      expect(question.text).toMatch(/方法建议[\s\S]*政策要求/u);
      expect(`${made.text}${basis.text}${question.text}`).not.toContain('规划');
    } finally {
      await house.close();
    }
  }, 60_000);

  it('says that it is without policy where the house has none on the topic', async () => {
    const index = await app.index();
    const kit = makeKit(index, { ...USUAL_ORDER, topic: '网络课程质量不高' });
    expect(kit).toMatchObject({ grounding: 'none', basis: [] });
  });
});
