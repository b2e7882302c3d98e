import { FEWEST, type Survey } from '../../../questionnaire/survey.ts';
import type { Occasion } from '../../feature.ts';

/**
 * What becomes of the answers, said exactly: what is joined to a person and until when, what is
 * known, what is shown, and what no assistant can promise.
 */
export async function anonymityNotice(
  { code }: Pick<Survey, 'code'>,
  on: Occasion,
): Promise<string> {
  const sentences = [
    '提交以前，草稿加密保存在运行本助手的机器上，并且与您对应，好让您换个时间、换台设备接着填。',
    '提交以后，草稿清除，答案与其他人的打乱存放，不带姓名、时间和先后；拿到数据库、日志、备份的人，也不能把答案与您对应。',
    '您是否已经提交，系统知道，只用来避免重复填写和发提醒。',
    `截止以后才出报告，不足${chinese(FEWEST)}人的结果不显示；文字回答会隐去姓名、电话、证件号码后成批列出，请不要写能认出您的内容。`,
    '做不到的也请知道：提交的那一刻正掌握这台机器的人，可以看到经过的内容；密钥存在这台机器上，既掌握密钥、又留着填写期间各次备份的人，有可能前后对比出答案。',
  ];
  if (code !== null) sentences.push('凭链接就能填写，每个账号提交一次。');
  if (on.carrier !== null) sentences.push(await carried(on.carrier, code, on));
  return ['关于匿名', ...sentences.map((one, at) => `${at + 1}. ${one}`)].join('\n');
}

function chinese(number: number): string {
  return '零一二三四五六七八九'[number] ?? String(number);
}

/** With the way to the page, where one is known. */
async function carried(carrier: string, code: string | null, on: Occasion): Promise<string> {
  const links = code === null ? [] : await on.surveyLinks(code);
  const page = links.find(({ label }) => label.startsWith('网页'))?.url;
  const where = page === undefined ? '请改在网页上填写。' : `请改在网页上填写：${page}`;
  return `在 ${carrier} 中填写，题目和您的回答都经过其服务器，并留在聊天记录里；不愿意这样的，${where}`;
}
