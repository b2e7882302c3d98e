import { UserFacingError } from '../../../errors.ts';
import type { ArchiveFault } from '../archive/bad-archive.ts';
import type { XmlFault } from './parse-xml.ts';

export type Refusal =
  | ArchiveFault
  | XmlFault
  | 'old-format'
  | 'macro'
  | 'no-word-file'
  | 'too-long'
  | 'empty';

const SAVE_AGAIN = '请用 Word 或 WPS 打开原文件，另存为 .docx 后重新发送。';

/** What is wrong with a Word file, and what to do next. */
const WORDS: Readonly<Record<Refusal, string>> = {
  encrypted: '这个 Word 文件设有打开密码，无法读取。请在 Word 或 WPS 中取消密码，保存后重新发送。',
  'old-format':
    '这是旧版 Word 文件（.doc），无法读取。请用 Word 或 WPS 打开，另存为 .docx 后重新发送。',
  macro: '这个 Word 文件含有宏，不能收入。请另存为不含宏的 .docx 后重新发送。',
  damaged: `这个 Word 文件已损坏或者没有传完，无法读取。${SAVE_AGAIN}`,
  malformed: `这个 Word 文件的内容不符合格式，无法读取。${SAVE_AGAIN}`,
  'no-word-file': `这个文件的内容不是 Word 文档，无法读取。请核对文件，${SAVE_AGAIN.slice(1)}`,
  doctype: `这个 Word 文件含有外部定义，为安全起见不予读取。${SAVE_AGAIN}`,
  'unsafe-name': `这个 Word 文件内部的文件名不安全，不予读取。${SAVE_AGAIN}`,
  duplicate: `这个 Word 文件内部有重名的文件，不予读取。${SAVE_AGAIN}`,
  link: `这个 Word 文件内部含有链接文件，不予读取。${SAVE_AGAIN}`,
  'unknown-method': `这个 Word 文件的压缩方式无法识别。${SAVE_AGAIN}`,
  'too-large':
    '这个 Word 文件展开后过大，不予读取。请删去其中的大图片，或者拆成几个文件后重新发送。',
  'too-many': `这个 Word 文件内部的文件过多，不予读取。${SAVE_AGAIN}`,
  'too-deep': `这个 Word 文件的结构嵌套过深，不予读取。${SAVE_AGAIN}`,
  'too-long': '这个 Word 文件的文字过多，不予读取。请拆成几个文件后重新发送。',
  empty: '这个 Word 文件里没有读到文字。如果内容是图片，请录入文字后重新发送。',
};

export function refusalOf(refusal: Refusal): UserFacingError {
  return new UserFacingError(WORDS[refusal]);
}
