import { drawingsOfPage } from './drawings-of-page.ts';
import type { DrawnPage, Run } from './layout.ts';
import type { PdfPage } from './open-pdf.ts';
import { runsOfPage, type WrittenItem } from './runs-of-page.ts';

/** A page's words and lines at their places. */
export async function drawnPage(
  page: PdfPage,
  names: Readonly<Record<string, number>>,
): Promise<DrawnPage> {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent({ disableNormalization: true });
  const written = items.filter((item) => 'str' in item) as WrittenItem[];
  const found = runsOfPage(written, styles, { transform, width, height });
  const drawings = drawingsOfPage(await page.getOperatorList(), names, transform);
  const { rules, pale } = drawings;
  const unseen = [...found.unseen, ...beyondPage(written, drawings.written)];
  return { number: page.pageNumber, width, height, ...found, unseen, rules, pale };
}

/** pdf.js gives no text beyond the edges of a page; what it draws tells of it. */
function beyondPage(items: readonly WrittenItem[], written: readonly string[]): string[] {
  const bare = (words: string) => words.replace(/\s/gu, '');
  const found = bare(items.map(({ str }) => str).join(''));
  if (bare(written.join('')).length <= found.length) return [];
  return written.filter((words) => !found.includes(bare(words)));
}

/** Words at one place of nearly all pages, larger than the text or across it. */
export interface Watermark {
  readonly text: string;
  readonly count: number;
}

const FEWEST_PAGES = 3;
const SHARE_OF_PAGES = 0.6;

/** Pages without what is printed behind the text of nearly all of them. */
export function takeWatermarks(pages: readonly DrawnPage[], usual: number) {
  const counts = new Map<string, number>();
  for (const { runs } of pages) {
    for (const key of new Set(runs.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(FEWEST_PAGES, pages.length * SHARE_OF_PAGES);
  const marks = new Map<string, number>();
  const isMark = (run: Run) => run.size > 1.3 * usual && (counts.get(keyOf(run)) ?? 0) >= least;
  const bare = pages.map((page) => {
    for (const run of page.runs.filter(isMark)) {
      const text = wordsOf(run);
      marks.set(text, (marks.get(text) ?? 0) + 1);
    }
    return { ...page, runs: page.runs.filter((run) => !isMark(run)) };
  });
  return { pages: bare, marks: [...marks].map(([text, count]) => ({ text, count })) };
}

function keyOf(run: Run): string {
  return `${wordsOf(run)} ${Math.round((run.glyphs[0]?.x ?? 0) / 4)} ${Math.round(run.y / 4)} ${run.size}`;
}

export function wordsOf({ glyphs }: Run): string {
  return glyphs.map(({ text }) => text).join('');
}
