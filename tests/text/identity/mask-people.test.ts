import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { maskPeople } from '../../../src/text/identity/mask-people.ts';
import { nameTable } from '../../../src/text/identity/name-table.ts';

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const PLAN = read('corpus/plan-2023-2027.txt');
const NOBODY = nameTable([]);
/** The plan alone: neither the pairs nor the thesaurus, which the house asks too. */
const inPlan = (words: string) => PLAN.includes(words);
const mask = (text: string) => maskPeople(text, NOBODY, inPlan);

describe('names that are in no records', () => {
  it.each([
    ['王建国同志能不能参加脱产培训', '（姓名已隐去）同志能不能参加脱产培训'],
    ['王 建国同志能不能请假', '（姓名已隐去）同志能不能请假'],
    ['老李说可以请假', '（姓名已隐去）说可以请假'],
    ['老王、小张都没有参加', '（姓名已隐去）、（姓名已隐去）都没有参加'],
    ['张主任让我问调训比例', '（姓名已隐去）主任让我问调训比例'],
    ['李处说要写心得', '（姓名已隐去）处说要写心得'],
    ['刘副主任，欧阳老师', '（姓名已隐去）副主任，（姓名已隐去）老师'],
    ['我叫李晓明，怎么报名', '我叫（姓名已隐去），怎么报名'],
    ['我叫扎西次仁，怎么报名', '我叫（姓名已隐去），怎么报名'],
    ['我叫John Smith，怎么报名', '我叫（姓名已隐去），怎么报名'],
    ['阿依古丽·买买提的学时怎么算', '（姓名已隐去）的学时怎么算'],
    ['我和白岩松都想去党校', '我和（姓名已隐去）都想去党校'],
    ['请陈静来讲课行吗', '请（姓名已隐去）来讲课行吗'],
  ])('%s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it('are found in nineteen of twenty places, whatever is asked about them', () => {
    const asked = NAMES.flatMap((name) => ASKED.map((words) => [name, words.replace('甲', name)]));
    const missed = asked.filter(([name, text]) => mask(text as string).includes(name as string));
    expect(missed.length / asked.length).toBeLessThan(0.05);
  });
});

describe('names of the records', () => {
  const records = nameTable(['顾小满', '扎西', '文明', 'Li Na', 'Li']);

  it.each([
    ['顾小满的学时', '（姓名已隐去）的学时'],
    ['顾 小 满的学时', '（姓名已隐去）的学时'],
    ['扎西要调训吗', '（姓名已隐去）要调训吗'],
    ['li na 能报名吗，policy 里怎么写', '（姓名已隐去） 能报名吗，policy 里怎么写'],
  ])('%s', (text, masked) => {
    expect(maskPeople(text, records, inPlan)).toBe(masked);
  });

  it('do not take words out of what approved text speaks of', () => {
    expect(maskPeople('生态文明建设怎么教', records, inPlan)).toBe('生态文明建设怎么教');
  });
});

describe('words of policy', () => {
  it.each([
    '高校教师怎么选调',
    '党校老师谁来管',
    '马克思主义学院能办班吗',
    '习近平新时代中国特色社会主义思想进课堂',
    '习总书记讲话怎么学',
    '张家界干部学院能办班吗',
    '焦裕禄精神、雷锋精神怎么教',
    '高学历年轻干部怎么培训',
    '小康社会专题、大方向、老龙头企业',
    '管老师的办法有没有',
    '2023—2027年，国办函〔2026〕12号，第33条，每期40人',
  ])('%s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it('stay in all wordings of the pairs but a few', () => {
    const { pairs } = parse(read('corpus/faq.yaml')) as { pairs: { questions: string[] }[] };
    const wordings = pairs.flatMap(({ questions }) => questions);
    const damaged = wordings.filter((text) => mask(text) !== text);
    expect(wordings.length).toBeGreaterThan(2000);
    expect(damaged.length).toBeLessThanOrEqual(10);
  });

  it('stay in all questions of the evaluation but where somebody is named', () => {
    const lines = read('tests/eval/plan-questions.jsonl').trim().split('\n');
    const questions = lines.map((line) => (JSON.parse(line) as { question: string }).question);
    const masked = questions.map(mask).filter((text, at) => text !== questions[at]);
    expect(masked).toEqual(['（姓名已隐去）和（姓名已隐去）谁更适合当副科长，你给个意见']);
  });
});

const NAMES =
  `王建国 李晓明 张伟 陈静 刘洋 赵磊 欧阳明月 诸葛瑾 孙悦 周海涛 吴秀英 徐志强 马丽娟 朱永康 胡文斌 郭子豪
   何雨桐 林思远 高俊杰 罗丹 郑凯 梁雪 谢婷婷 宋佳怡 许诺 韩梅梅 邓超 曹颖 曾国强 田馥甄 董卿 袁泉 蒋欣
   余华 于海洋 任建新 程思雨 魏巍 丁俊晖 姚明 崔永元 谭维维 陆毅 石凯 贾玲 夏雨 白岩松 孟非 秦海璐 薛之谦
   雷佳音 侯勇 黎明 毛晓彤 龚琳娜 钱枫 武大靖 孔令辉 汤唯 常远 买买提·吐尔逊`.split(/\s+/u);
const ASKED = [
  ...[
    '甲同志能不能参加脱产培训',
    '我们单位的甲今年学时不够怎么办',
    '请甲来讲课行吗',
    '甲老师讲课的课酬怎么算',
  ],
  ...['甲说培训可以请假，规划里有吗', '学员甲缺课三次怎么处理', '我和甲都想去党校学习，怎么选调'],
  ...[
    '甲主任问调训比例是多少',
    '姓名：甲，联系电话13912345678',
    '同事甲出国培训谁审批',
    '怎么给甲请假',
  ],
  ...['选派甲去浦东干部学院行不行', '书记甲要参加集中轮训吗', '问一下甲参加培训费用谁出'],
];
