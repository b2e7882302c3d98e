import { expect, it } from 'vitest';
import { readLimits } from '../../../src/questionnaire/editing/read-limits.ts';

it.each([
  ['最多3项', null, 3],
  ['限选三项', null, 3],
  ['至少1项，最多3项', 1, 3],
  ['2至5', 2, 5],
  ['2-5项', 2, 5],
  ['1 项到 3 项', 1, 3],
  ['不限', null, null],
  ['200字', null, 200],
  ['０～３０', 0, 30],
  ['至少两项', 2, null],
])('%s', (words, least, most) => {
  expect(readLimits(words)).toEqual({ least, most });
});

it.each(['随便', '很多', '', '党校'])('%s says no limits', (words) => {
  expect(readLimits(words)).toBeNull();
});
