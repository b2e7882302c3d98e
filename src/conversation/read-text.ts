import { withoutUnseen } from '../text/without-unseen.ts';

export type ReadText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string };

/**
 * What a person wrote for people to read: line breaks kept, what nobody sees taken out.
 *
 * @param what it is called, such as 意见建议
 * @param most characters that it may have
 */
export function readText(raw: string, what: string, most: number): ReadText {
  const text = withoutUnseen(raw.normalize('NFC')).trim();
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return { ok: false, problem: `没有收到内容，请写下${what}，或者发送“取消”。` };
  }
  const length = [...text].length;
  if (length > most) {
    const problem = `${what}最多 ${most} 个字，现在有 ${length} 个字，没有保存。请删减或者分几次发送。`;
    return { ok: false, problem };
  }
  return { ok: true, text };
}
