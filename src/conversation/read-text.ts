import { LONGEST_QUESTION } from '../answering/question-input.ts';

export type ReadText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string };

/** What a person wrote for people to read: line breaks kept, other control characters taken out. */
export function readText(raw: string): ReadText {
  const text = raw
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(
      /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu,
      ' ',
    )
    .trim();
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return { ok: false, problem: '没有收到内容，请写下意见建议，或者发送“取消”。' };
  }
  if ([...text].length > LONGEST_QUESTION) {
    return { ok: false, problem: `内容过长，最多 ${LONGEST_QUESTION} 个字，请分几次提交。` };
  }
  return { ok: true, text };
}
