import { recogniseEncoding } from './recognise-encoding.ts';

/** Text in UTF-8, UTF-16, GB 18030, which holds GBK, or Big5; null where it is none of them. */
export function decodeText(bytes: Uint8Array): string | null {
  return recogniseEncoding(bytes)?.text ?? null;
}
