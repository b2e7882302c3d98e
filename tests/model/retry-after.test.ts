import { expect, it } from 'vitest';
import { retryAfterMs } from '../../src/model/care/retry-after.ts';

const NOW = new Date('2026-11-25T08:00:00Z');

it.each([
  ['seconds', '30', 30_000],
  ['parts of a second', '0.5', 500],
  ['no wait', '0', 0],
  ['with space around', ' 2 ', 2000],
  ['a date', 'Wed, 25 Nov 2026 08:01:00 GMT', 60_000],
  ['a date that is over', 'Wed, 25 Nov 2026 07:00:00 GMT', 0],
  ['nothing', null, null],
  ['an empty value', '', null],
  ['a negative number', '-5', null],
  ['words', 'soon', null],
])('Retry-After with %s', (_, header, expected) => {
  expect(retryAfterMs(header, NOW)).toBe(expected);
});
