import { extname } from 'node:path';
import type { DraftFile } from '../../conversation/reply.ts';

/** Shown in place; a picture that can hold a script is never opened as a page of ours. */
const SHOWN = new Set(['image/png', 'image/jpeg']);

/** A file of a conversation under its own name, to be saved rather than opened. */
export function sendFile({ name, mediaType, bytes }: DraftFile): Response {
  const disposition = SHOWN.has(mediaType) ? 'inline' : 'attachment';
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(bytes.length),
      'Content-Disposition': `${disposition}; filename="${plainName(name)}"; filename*=UTF-8''${encodeName(name)}`,
    },
  });
}

/** For the few programs that read no other: a name without Chinese keeps, others lose, theirs. */
function plainName(name: string): string {
  if (/^[\w .()-]+$/u.test(name)) return name;
  const ending = extname(name);
  return /^\.\w+$/u.test(ending) ? `ganxun${ending}` : 'ganxun';
}

/** As RFC 8187 has it; half a surrogate pair cannot be encoded and becomes U+FFFD. */
function encodeName(name: string): string {
  return encodeURIComponent(Buffer.from(name).toString()).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
