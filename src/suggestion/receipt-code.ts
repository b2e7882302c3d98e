import { createHash, randomBytes } from 'node:crypto';
import { makeSpokenCode } from '../text/spoken-code.ts';

/** 31^10 is more than 2^49; unlike an invitation's, so that neither is taken for the other. */
const LENGTH = 10;
const CODE = /^[2-9A-HJKMNP-Z]{10}$/u;
const ID_BYTES = 6;

/** What opens a 意见建议 for whoever sent it: 查询码. */
export function makeReceiptCode(): string {
  return makeSpokenCode(LENGTH);
}

/** A code however it was typed; null where it can be none. */
export function readReceiptCode(text: string): string | null {
  const code = text.normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase();
  return CODE.test(code) ? code : null;
}

/** As it is read aloud: `ABCDE-FGHJK`. */
export function groupedReceiptCode(code: string): string {
  return code.replace(/(.{5})(?=.)/gu, '$1-');
}

/** What the records keep of a code. */
export function hashReceiptCode(code: string): string {
  return createHash('sha256').update(`suggestion ${code}`).digest('hex');
}

/** Names a 意见建议 among those who answer; unlike its code, it opens nothing. */
export function makeSuggestionId(): string {
  return randomBytes(ID_BYTES).toString('hex');
}
