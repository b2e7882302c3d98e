import { cleanWords } from '../../text/clean-words.ts';

const LONGEST_REASON = 500;

export type ReadReason =
  | { readonly ok: true; readonly reason: string }
  | { readonly ok: false; readonly problem: string };

/** Why something is let through that the gate has stopped, as somebody wrote it. */
export function readReason(words: string): ReadReason {
  const reason = cleanWords(words);
  if (!/[\p{L}\p{N}]/u.test(reason)) {
    return { ok: false, problem: '没有收到理由，没有启用。请用文字写明理由。' };
  }
  if ([...reason].length > LONGEST_REASON) {
    return { ok: false, problem: `理由最多 ${LONGEST_REASON} 个字，没有启用。请缩短后再发。` };
  }
  return { ok: true, reason };
}
