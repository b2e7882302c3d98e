import { createHash, randomBytes } from 'node:crypto';
import { makeSpokenCode } from '../text/spoken-code.ts';

/** 31^12 is more than 2^59: none is found by trying. */
const CODE_LENGTH = 12;

/** A code, wherever it stands in a short message; people may write it in groups. */
const CODE =
  /(?<![0-9A-Z])(?:[2-9A-HJKMNP-Z]{12}|[2-9A-HJKMNP-Z]{4}([ -])[2-9A-HJKMNP-Z]{4}\1[2-9A-HJKMNP-Z]{4})(?![0-9A-Z])/iu;
const LONGEST_WITH_CODE = 60;

export function makeCode(): string {
  return makeSpokenCode(CODE_LENGTH);
}

/** The code in a text; null where there is none. */
export function findCode(text: string): string | null {
  if (text.length > LONGEST_WITH_CODE) return null;
  return CODE.exec(text.normalize('NFKC'))?.[0].replace(/[ -]/gu, '').toUpperCase() ?? null;
}

/** As it is read aloud: `ABCD-EFGH-JKLM`. */
export function groupedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/gu, '$1-');
}

/** Names an invitation; unlike its code, it lets nobody in. */
export function makeInvitationId(): string {
  return randomBytes(4).toString('hex');
}

/** What the records keep of a code. */
export function hashCode(code: string): string {
  const plain = code.normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase();
  return createHash('sha256').update(plain).digest('hex');
}
