import { extname } from 'node:path';
import { UserFacingError } from '../../errors.ts';
import { ordersToModelIn } from '../../text/orders-to-model.ts';
import { recogniseEncoding } from '../../text/recognise-encoding.ts';
import { sliceOf } from '../../text/span.ts';
import { withoutUnseen } from '../../text/without-unseen.ts';
import { type RawReading, READING_LIMITS, type ReadingLimits } from './document.ts';
import { doubtsOfEncoding } from './encoding-doubts.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import { refusalOf } from './refuse-kind.ts';

const READ_FORMATS = '.docx、.pdf、.html、.md 或 .txt';
/** Names under which documents are sent, whatever they are in truth. */
const DOCUMENT_EXTENSIONS = [
  ...['.docx', '.doc', '.dotx', '.wps', '.pdf', '.txt', '.text', '.md', '.markdown'],
  ...['.html', '.htm', '.xhtml', '.shtml'],
];
const LONGEST_SHOWN_NAME = 60;
const LONGEST_SHOWN_ORDER = 30;

/**
 * Reads a file by what it is and what it is called. One that is another format than its name says is
 * read as what it is, with a doubt.
 *
 * @throws UserFacingError for what is not read or too large, with what to do next
 */
export async function readDocument(
  fileName: string,
  bytes: Uint8Array,
  limits: ReadingLimits = READING_LIMITS,
): Promise<RawReading> {
  const name = shownName(fileName);
  if (bytes.length > limits.fileBytes) {
    const megabytes = Math.floor(limits.fileBytes / 1024 / 1024);
    throw new UserFacingError(
      `“${name}”超过 ${megabytes} MB，请压缩其中的图片，或者分成几个文件后上传。`,
    );
  }
  const reading = await readKind(name, bytes, limits).catch((error: unknown) => {
    throw error instanceof RangeError ? beyondAll(name) : error;
  });
  if (reading.text === '') {
    throw new UserFacingError(`“${name}”中没有可以读取的文字，请检查后重新上传。`);
  }
  if (reading.text.length > limits.characters) {
    throw new UserFacingError(
      `“${name}”的文字超过 ${Math.floor(limits.characters / 10_000)} 万字，请按章节分成几个文件后上传。`,
    );
  }
  return { ...reading, doubts: [...reading.doubts, ...doubtsOfOrders(reading.text)] };
}

/** What is nested or runs on further than the program's stack, or grows longer than any text may be. */
function beyondAll(name: string): UserFacingError {
  return new UserFacingError(
    `“${name}”的内容过长或者嵌套过深，不能读取。请在原来的软件中按章节分成几个文件，去掉多余的层次后重新上传。`,
  );
}

async function readKind(
  name: string,
  bytes: Uint8Array,
  limits: ReadingLimits,
): Promise<RawReading> {
  const extension = extname(name).toLowerCase();
  const kind = await fileKind(bytes);
  switch (kind) {
    case 'docx':
    case 'pdf':
      return readBinary(kind, name, extension, bytes, limits);
    case 'unmarked':
      return readText(name, extension, bytes);
    default:
      throw refusalOf(name, extension, kind);
  }
}

/** Readers are loaded where they are used: some take a tenth of a second. */
async function readBinary(
  kind: 'docx' | 'pdf',
  name: string,
  extension: string,
  bytes: Uint8Array,
  limits: ReadingLimits,
): Promise<RawReading> {
  if (!DOCUMENT_EXTENSIONS.includes(extension)) {
    const right = kind === 'docx' ? 'Word 文档，请把扩展名改为 .docx' : 'PDF，请把扩展名改为 .pdf';
    throw new UserFacingError(`“${name}”的扩展名与内容不符：内容是 ${right} 后重新上传。`);
  }
  const reading = await readers[kind](bytes, limits);
  if (extension === `.${kind}`) return reading;
  const doubt = `文件名以“${extension}”结尾，内容是 ${FORMAT_NAMES[kind]}，已按内容读取，请核对是不是要上传的文件。`;
  return { ...reading, doubts: [doubt, ...reading.doubts] };
}

const FORMAT_NAMES: Readonly<Record<Extract<FileKind, 'docx' | 'pdf'>, string>> = {
  docx: 'Word 文档',
  pdf: 'PDF',
};

const readers = {
  docx: async (bytes: Uint8Array, limits: ReadingLimits) =>
    (await import('./docx/read-docx.ts')).readDocx(bytes, limits),
  pdf: async (bytes: Uint8Array, limits: ReadingLimits) =>
    (await import('./pdf/read-pdf.ts')).readPdf(bytes, limits),
};

async function readText(name: string, extension: string, bytes: Uint8Array): Promise<RawReading> {
  switch (extension) {
    case '.html':
    case '.htm':
    case '.xhtml':
    case '.shtml': {
      refuseBinary(name, recogniseEncoding(bytes)?.text ?? '');
      return (await import('./html/read-html.ts')).readHtml(bytes);
    }
    case '.md':
    case '.markdown': {
      const { readMarkdown } = await import('./markdown.ts');
      return readDecoded(name, bytes, readMarkdown);
    }
    case '.txt':
    case '.text': {
      const { readPlainText } = await import('./plain-text.ts');
      return readDecoded(name, bytes, readPlainText);
    }
    case '.docx':
    case '.pdf':
      throw new UserFacingError(
        `“${name}”的内容不是 ${extension === '.pdf' ? 'PDF' : 'Word 文档'}，文件可能已经损坏，或者改过扩展名。请在原来的软件中打开并另存后重新上传。`,
      );
    case '.doc':
    case '.wps':
      throw refusalOf(name, extension, 'old-office');
    default:
      throw new UserFacingError(
        `暂不支持读取“${name}”这种格式，请另存为 ${READ_FORMATS} 后重新上传。`,
      );
  }
}

function readDecoded(
  name: string,
  bytes: Uint8Array,
  read: (raw: string) => RawReading,
): RawReading {
  const decoded = recogniseEncoding(bytes);
  if (decoded === null) {
    throw new UserFacingError(
      `看不懂“${name}”的文字编码，文件可能已经损坏，或者不是文本文件。请在记事本中打开，另存为 UTF-8 编码后重新上传。`,
    );
  }
  refuseBinary(name, decoded.text);
  const reading = read(decoded.text);
  return { ...reading, doubts: [...doubtsOfEncoding(decoded), ...reading.doubts] };
}

/** Text holds no zero characters; a program that is called one does. */
function refuseBinary(name: string, text: string): void {
  if (!text.includes('\0')) return;
  throw new UserFacingError(
    `“${name}”不是文本文件（含有二进制内容）。请上传原来的 ${READ_FORMATS} 文件。`,
  );
}

function doubtsOfOrders(text: string): string[] {
  const [first, ...others] = ordersToModelIn(text);
  if (first === undefined) return [];
  const sample = [...sliceOf(text, first).replace(/\s+/gu, ' ')].slice(0, LONGEST_SHOWN_ORDER);
  return [
    `疑似含有向人工智能发出指令的文字 ${others.length + 1} 处，第一处为“${sample.join('').trim()}”。请核对是否为原文；不是原文的，请删去后重新上传。`,
  ];
}

/** A name as it can stand in a sentence. */
function shownName(fileName: string): string {
  const name = withoutUnseen(fileName).replace(/\s+/gu, ' ').trim();
  const characters = [...name];
  if (characters.length <= LONGEST_SHOWN_NAME) return name;
  const extension = extname(name).slice(0, 10);
  return `${characters.slice(0, LONGEST_SHOWN_NAME - extension.length).join('')}……${extension}`;
}
