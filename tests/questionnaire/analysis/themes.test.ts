import { expect, it } from 'vitest';
import { findThemes } from '../../../src/questionnaire/analysis/find-themes.ts';

const times = (count: number, text: string) => Array<string>(count).fill(text);

it('tells words that five or more people share, and joins those of the same people', () => {
  const themes = findThemes([
    ...times(8, '希望多安排案例教学'),
    ...times(6, '工学矛盾，工学矛盾突出'),
    ...times(4, '食堂伙食'),
  ]);
  expect(themes).toMatchObject([{ people: 8 }, { people: 6 }]);
  expect(themes[0]?.words).toEqual(['案例', '教学']);
  expect(JSON.stringify(themes)).not.toContain('食堂');
});

it('names nobody, however many do', () => {
  const themes = findThemes([
    ...times(9, '请王小明老师再来讲'),
    ...times(9, '张伟主任讲得好'),
    ...times(9, '电话 13800138000'),
  ]);
  expect(JSON.stringify(themes)).not.toMatch(/王小明|小明|张伟|138/u);
});
