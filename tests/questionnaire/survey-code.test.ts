import { expect, it } from 'vitest';
import { makeSurveyCode, readSurveyCode } from '../../src/questionnaire/survey-code.ts';

it('makes codes that are read back however they are typed', () => {
  for (let count = 0; count < 50; count++) {
    const code = makeSurveyCode();
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{10}$/u);
    const typed = ` q-${code.slice(0, 5).toLowerCase()} ${code.slice(5)} `;
    expect(readSurveyCode(typed.trim())).toBe(code);
  }
});

it.each(['ABCDE2345', 'ABCDE234567', 'ABCDE0OIL1', '', '问卷'])('reads no code in "%s"', (text) => {
  expect(readSurveyCode(text)).toBeNull();
});
