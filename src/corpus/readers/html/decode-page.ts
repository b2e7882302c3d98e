import {
  type DecodedText,
  decodeAs,
  recogniseEncoding,
  type TextEncoding,
} from '../../../text/recognise-encoding.ts';

/** Labels that pages of these parts of the world declare (https://encoding.spec.whatwg.org/#names-and-labels). */
const LABELS: Readonly<Record<string, TextEncoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb2312: 'gb18030',
  gb_2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
  'x-x-big5': 'big5',
};

/** Where a declaration must stand, as browsers look for it. */
const HEAD_BYTES = 4096;
const DECLARED =
  /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w-]+)|<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w-]+)/iu;

/**
 * The text of a page by its mark, else by what it declares where its bytes agree, else by what they
 * most likely are. Null where they are none of what is read.
 */
export function decodePage(bytes: Uint8Array): DecodedText | null {
  const recognised = recogniseEncoding(bytes);
  const declared = declaredEncoding(bytes);
  if (declared === null || recognised?.encoding === declared) return recognised;
  const isOpen = recognised === null || !recognised.isSure;
  const text = isOpen ? decodeAs(declared, bytes) : null;
  return text === null ? recognised : { text, encoding: declared, isSure: true };
}

function declaredEncoding(bytes: Uint8Array): TextEncoding | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const match = DECLARED.exec(head);
  return LABELS[(match?.[1] ?? match?.[2] ?? '').toLowerCase()] ?? null;
}
