import { UserFacingError } from '../../../errors.ts';
import { wordsOf } from './drawn-page.ts';
import type { DrawnPage } from './layout.ts';

/** Characters that stand for none: private ones, the mark of what is unknown, controls. */
export const UNKNOWN = /[\p{Co}\uFFFD\p{Cc}\p{Cn}]/gu;

/** Pages with fewer letters hold a number of their own and no text. */
const FEWEST_LETTERS = 2;
/** From this share of characters on that cannot be read, the text is of no use. */
const MOST_UNKNOWN = 0.1;

/**
 * The numbers of pages without words.
 *
 * @throws UserFacingError where most pages have none, or their characters cannot be told
 */
export function refuseUnreadable(pages: readonly DrawnPage[]): number[] {
  const texts = pages.map(({ runs, turned }) => [...runs.map(wordsOf), ...turned].join(''));
  const wordless = pages.filter((_, at) => lettersIn(texts[at] as string) < FEWEST_LETTERS);
  const whole = texts.join('');
  if (wordless.length > pages.length / 2) {
    throw new UserFacingError(
      '这份 PDF 的多数页面没有文字，可能是扫描件或图片。请先用文字识别软件转成可以复制文字的 PDF，或者改发 Word 文件（.docx）。',
    );
  }
  const unknown = whole.match(UNKNOWN)?.length ?? 0;
  if (unknown > whole.length * MOST_UNKNOWN) {
    throw new UserFacingError(
      '这份 PDF 所用的字体没有标明对应的文字，读出来是乱码。请在原软件中重新导出并嵌入字体，或者改发 Word 文件（.docx）。',
    );
  }
  return wordless.map(({ number }) => number);
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{Co}\uFFFD]/gu)?.length ?? 0;
}
