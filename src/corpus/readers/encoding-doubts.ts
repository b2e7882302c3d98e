import type { DecodedText, TextEncoding } from '../../text/recognise-encoding.ts';

const NAMES: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  gb18030: 'GB 18030（GBK）',
  big5: 'Big5（繁体）',
};

/** What whoever approves a text must know of how its characters were taken. */
export function doubtsOfEncoding({ encoding, isSure }: DecodedText): string[] {
  if (!isSure) {
    return [
      `文字编码不能确定，已按 ${NAMES[encoding]} 读取，请与原件核对文字；如有乱码，请另存为 UTF-8 后重新上传。`,
    ];
  }
  return encoding === 'utf-8'
    ? []
    : [`文字编码为 ${NAMES[encoding]}，已按此读取，请核对有无乱码。`];
}
