import { UserFacingError } from '../../../errors.ts';
import { outlineOf } from '../../../text/outline.ts';
import type { ReadFile, ReadingLimits } from '../document.ts';
import { besideText, notesOfPage } from './beside-the-text.ts';
import { drawnPage, takeWatermarks, wordsOf } from './drawn-page.ts';
import { joinParagraphs } from './join-paragraphs.ts';
import { type DrawnPage, usualSize } from './layout.ts';
import { linesOfPage } from './lines-of-page.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import { orderOfPage } from './order-of-page.ts';
import { takeRunningHeads } from './running-heads.ts';
import { tellReading } from './tell-reading.ts';
import { refuseUnreadable } from './unreadable.ts';

/** The text of a PDF as a person reads it, page after page; nothing in the file is run or fetched. */
export const readPdf: ReadFile = async (bytes, limits) => {
  const opened = await openPdf(bytes);
  try {
    refuseTooMany(opened.pdf.numPages, limits);
    const drawn: DrawnPage[] = [];
    const notes: string[] = [];
    const fields: string[] = [];
    for (let number = 1; number <= opened.pdf.numPages; number++) {
      const page = await readPage(opened, number);
      drawn.push(page.drawn);
      notes.push(...page.notes);
      fields.push(...page.fields);
    }
    const wordless = refuseUnreadable(drawn);
    const beside = { notes, fields, ...(await besideText(opened.pdf, bytes)) };

    const usual = usualSize(
      drawn.flatMap(({ runs }) => runs.map((run) => ({ text: wordsOf(run), size: run.size }))),
    );
    const { pages, marks } = takeWatermarks(drawn, usual);
    const bare = takeRunningHeads(pages.map(linesOfPage));
    const { text, pages: starts, tables } = joinParagraphs(bare.pages.map(orderOfPage));
    if (text.length > limits.characters) {
      throw new UserFacingError(
        `这份 PDF 的文字超过 ${limits.characters} 字，请按章节拆分后分别发送。`,
      );
    }
    const told = tellReading({ drawn, wordless, marks, heads: bare.heads, beside, text });
    return { text, outline: outlineOf(text), pages: starts, tables, ...told };
  } finally {
    await opened.pdf.destroy();
  }
};

async function readPage({ pdf, operations }: OpenPdf, number: number) {
  try {
    const page = await pdf.getPage(number);
    const read = { drawn: await drawnPage(page, operations), ...(await notesOfPage(page)) };
    page.cleanup();
    return read;
  } catch (error) {
    throw new UserFacingError(
      `这份 PDF 的第 ${number} 页已损坏，无法读取。请重新下载或重新导出后再发，也可以改发 Word 文件（.docx）。`,
      { cause: error },
    );
  }
}

function refuseTooMany(pages: number, limits: ReadingLimits): void {
  if (pages <= limits.pages) return;
  throw new UserFacingError(
    `这份 PDF 共 ${pages} 页，超过一次 ${limits.pages} 页的上限。请拆分成几份后分别发送。`,
  );
}
