import { extname } from 'node:path';
import { UserFacingError } from '../../errors.ts';
import { READING_LIMITS, type ReadDocument } from './document.ts';
import { readPlainText } from './plain-text.ts';

/**
 * Reads a material's bytes by its file name.
 *
 * @throws UserFacingError for a format that is not read yet, or bytes that are not UTF-8
 */
export async function readDocument(fileName: string, bytes: Uint8Array): Promise<ReadDocument> {
  if (extname(fileName).toLowerCase() === '.pdf') {
    const { readPdf } = await import('./pdf/read-pdf.ts');
    return readPdf(bytes, READING_LIMITS);
  }
  const raw = decodeUtf8(fileName, bytes);
  switch (extname(fileName).toLowerCase()) {
    case '.txt':
      return readPlainText(raw);
    case '.md': {
      // The Markdown parser takes a tenth of a second to load; a corpus of plain text never pays it.
      const { readMarkdown } = await import('./markdown.ts');
      return readMarkdown(raw);
    }
    default:
      throw new UserFacingError(
        `暂不支持读取“${fileName}”这种格式，请另存为 .txt 或 .md（UTF-8 编码）后重试。`,
      );
  }
}

function decodeUtf8(fileName: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserFacingError(`“${fileName}”不是 UTF-8 编码，请另存为 UTF-8 后重试。`);
  }
}
