/** Longest question that is read, in characters. */
const LONGEST_QUESTION = 2000;

export type QuestionInput =
  | { readonly ok: true; readonly text: string }
  /** `problem` is for the asker: what is wrong and what to do. */
  | { readonly ok: false; readonly problem: string };

const CONTROL = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]+/gu;

/** What a person typed, as one clean line, or what to tell them about it. */
export function readQuestion(raw: string): QuestionInput {
  const text = raw.normalize('NFC').replace(CONTROL, ' ').replace(/\s+/gu, ' ').trim();
  if (text === '') return { ok: false, problem: '没有收到问题，请输入想问的内容。' };
  if ([...text].length > LONGEST_QUESTION) {
    return {
      ok: false,
      problem: `问题过长，最多 ${LONGEST_QUESTION} 个字，请概括后再问。`,
    };
  }
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return { ok: false, problem: '没有看到文字，请用一句话写出想问的内容。' };
  }
  return { ok: true, text };
}
