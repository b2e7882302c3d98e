import { describe, expect, it } from 'vitest';
import { kitDocx } from '../../../src/seminar/documents/kit-docx.ts';
import { recordDocx } from '../../../src/seminar/documents/record-docx.ts';
import { findOffice, type Office, printedPages } from '../../support/office.ts';
import { SAMPLE_KIT } from '../../support/seminar/sample-kit.ts';
import { SAMPLE_RECORD } from '../../support/seminar/sample-record.ts';

const office = findOffice();
if (office === null) {
  console.warn(
    'LibreOffice or pdftotext is not installed: no document is printed, and its tests are skipped.',
  );
}

/** Line ends are where the printer chose them. */
const together = (words: string) => words.replace(/\s+/gu, '');

describe.skipIf(office === null)('printed by LibreOffice', { timeout: 180_000 }, () => {
  it('is the whole kit, each sheet on its own pages', async () => {
    const head = { className: '各县干训干部班', date: '2026-03-12' };
    const docx = await kitDocx(SAMPLE_KIT, head, ['plan', 'questions', 'record']);
    const pages = printedPages(office as Office, docx).map(together);
    const named = (sheet: string) => pages.filter((page) => page.includes(`2026年3月12日${sheet}`));
    const [plan, questions] = [named('研讨方案'), named('题目清单')];
    expect(plan.length).toBeGreaterThanOrEqual(4);
    expect(plan.length).toBeLessThanOrEqual(7);
    expect(questions.length).toBeGreaterThanOrEqual(4);
    expect(questions.length).toBeLessThanOrEqual(6);
    // A leaf of two sides for every group.
    for (const group of [1, 2, 3, 4, 5]) expect(named(`记录表第${group}组`)).toHaveLength(2);
    expect(pages).toHaveLength(plan.length + questions.length + 10);
    // Each counts its own pages.
    for (const sheet of [plan, questions, named('记录表第3组')]) {
      expect(sheet.map((page) => /－(\d+)－/u.exec(page)?.[1])).toEqual(
        sheet.map((_, at) => `${at + 1}`),
      );
    }
    // No mark of a quote is lost where a line or a page ends.
    const printed = withoutEdges(plan);
    for (const { text } of SAMPLE_KIT.basis) expect(printed).toContain(text);
    const asked = withoutEdges(questions);
    for (const { text, followUps, basis } of SAMPLE_KIT.questions) {
      expect(asked).toContain(text);
      for (const words of [...followUps, ...basis.map((one) => one.text)]) {
        expect(asked).toContain(words);
      }
    }
    // The sum of the times does not stand alone.
    expect(plan.find((page) => page.includes('合计180分钟'))).toContain('170—180');
    // No question is cut: where it begins, its expected output stands too.
    for (const { text, expected } of SAMPLE_KIT.questions) {
      const page = questions.find((one) => one.includes(text));
      expect(page).toContain(expected);
    }
  });

  it('is a form that a note on the grounding does not push over its leaf', async () => {
    const groundingNote =
      '规划中与县域直接有关的表述较少，本次研讨只有部分题目有政策依据，其余为方法建议。';
    const kit = { ...SAMPLE_KIT, grounding: 'partial' as const, groundingNote };
    const topic =
      '县级党校在职教师知识更新与实践锻炼制度落实不到位、课程更新慢、案例少的问题研究'.repeat(2);
    const order = { ...kit.order, topic };
    const docx = await kitDocx({ ...kit, order }, { className: '', date: '' }, ['record']);
    expect(printedPages(office as Office, docx)).toHaveLength(10);
  });

  it('is a filled record sheet, ties shown', async () => {
    const docx = await recordDocx([SAMPLE_RECORD]);
    const pages = printedPages(office as Office, docx).map(together);
    expect(pages.length).toBeLessThanOrEqual(2);
    expect(pages.join('')).toContain('9分（并列）');
    expect(pages.join('')).toContain(SAMPLE_RECORD.reportPoints[1]);
  });
});

/** What stands between head and foot, over the ends of pages. */
function withoutEdges(pages: readonly string[]): string {
  return pages
    .map((page) =>
      page.replace(/－\d+－/u, '').replace(/^.*?2026年3月12日(?:研讨方案|题目清单)/u, ''),
    )
    .join('');
}
