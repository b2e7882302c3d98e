import { makeSpokenCode } from '../text/spoken-code.ts';

const LENGTH = 10;
const CODE = /^[2-9A-HJKMNP-Z]{10}$/u;

/** What the link to a survey holds; 31^10 is more than 2^49, so none is found by trying. */
export function makeSurveyCode(): string {
  return makeSpokenCode(LENGTH);
}

/** A code as it is kept, however it was typed; null where it can be none. */
export function readSurveyCode(text: string): string | null {
  const code = text.normalize('NFKC').replace(/^q-/iu, '').replace(/[\s-]/gu, '').toUpperCase();
  return CODE.test(code) ? code : null;
}
