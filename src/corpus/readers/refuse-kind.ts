import { UserFacingError } from '../../errors.ts';
import type { FileKind } from './file-kind.ts';

/** Kinds of file that are not read, each with what to do instead. */
const ADVICE: Readonly<Record<Exclude<FileKind, 'pdf' | 'docx' | 'unmarked'>, string>> = {
  empty: '是空文件，没有内容，请检查后重新上传。',
  'docx-macro':
    '含有宏。宏可能执行程序，本系统不接收，请在 Word 或 WPS 中另存为“Word 文档（.docx）”后上传。',
  odt: '是 ODF 文本文档，请在 WPS 或 LibreOffice 中另存为 .docx 后上传。',
  ofd: '是 OFD 版式文件，请用原来的 Word 文件，或者在 OFD 阅读软件中导出为带文字的 PDF 后上传。',
  xlsx: '是电子表格。请把需要收入的内容复制到 Word 文档中，存为 .docx 后上传。',
  pptx: '是演示文稿。请把需要收入的内容复制到 Word 文档中，存为 .docx 后上传。',
  archive: '是压缩包，请先解压，再把其中的文件逐个上传。',
  'archive-broken':
    '已经损坏，打不开。请在 Word 或 WPS 中重新打开并另存为 .docx 后上传；打不开的，请向来文单位重新索取。',
  'encrypted-office': '设有打开密码，不能读取。请在 Word 或 WPS 中取消密码，另存为 .docx 后上传。',
  'old-office': '是旧版 Office 或者 WPS 格式，请在 Word 或 WPS 中另存为 .docx 后上传。',
  rtf: '是 RTF 格式，请在 Word 或 WPS 中另存为 .docx 后上传。',
  'office-xml': '是 Word 2003 XML 格式，请在 Word 或 WPS 中另存为 .docx 后上传。',
  'web-archive':
    '是单个文件网页（MHT）。请用浏览器打开后另存为“网页，仅 HTML”，再上传 .html 文件。',
  image:
    '是图片，图片中的文字不能读取。请上传原来的 .docx 文件，或者带文字的 PDF；只有纸质件的，请先用文字识别软件转成 .docx 并校对。',
  media: '是音频或者视频，不能读取。请把文字稿存为 .docx 后上传。',
  program: '是程序，不是文档，本系统不接收。请上传 .docx、.pdf、.html、.md 或 .txt 文件。',
};

/** What old formats are called, so that the advice fits a table and slides too. */
const OLD_BY_EXTENSION: Readonly<Record<string, 'xlsx' | 'pptx'>> = {
  '.xls': 'xlsx',
  '.et': 'xlsx',
  '.ppt': 'pptx',
  '.dps': 'pptx',
};

/** The refusal of a kind of file that is not read. */
export function refusalOf(
  shownName: string,
  extension: string,
  kind: keyof typeof ADVICE,
): UserFacingError {
  const told = kind === 'old-office' ? (OLD_BY_EXTENSION[extension] ?? kind) : kind;
  return new UserFacingError(`“${shownName}”${ADVICE[told]}`);
}
