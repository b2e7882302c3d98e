import { expect, it } from 'vitest';
import { withoutTitleMarks } from '../../src/text/title-marks.ts';

it.each([
  ['《规划》', '规划'],
  ['关于印发《办法》的通知', '关于印发〈办法〉的通知'],
  ['《关于印发《办法》的通知》', '关于印发〈办法〉的通知'],
  ['《甲》和《乙》', '〈甲〉和〈乙〉'],
])('%s in title marks reads 《%s》', (title, bare) => {
  expect(withoutTitleMarks(title)).toBe(bare);
});
