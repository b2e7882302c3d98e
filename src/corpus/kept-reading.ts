import { createHash } from 'node:crypto';
import { z } from 'zod';
import { UserFacingError } from '../errors.ts';
import type { Reading } from './readers/document.ts';

const span = { start: z.int(), end: z.int() };

const keptReading = z.object({
  text: z.string(),
  outline: z.array(
    z.object({
      place: z.string(),
      headings: z.array(z.string()),
      heading: z.object(span).nullable(),
      body: z.object(span),
    }),
  ),
  pages: z.array(z.int()),
  leftOut: z.array(
    z.object({ what: z.string(), why: z.string(), count: z.int(), sample: z.string() }),
  ),
  doubts: z.array(z.string()),
  tables: z.int(),
});

/** Name of the file that keeps what was read from a file, beside it. */
export function textFileOf(file: string): string {
  return `${file}.text.json`;
}

/** A reading as it is kept. */
export function writeReading({ text, outline, pages, leftOut, doubts, tables }: Reading): Buffer {
  return Buffer.from(`${JSON.stringify({ text, outline, pages, leftOut, doubts, tables })}\n`);
}

/**
 * @param name of the file that keeps it, for what people are told
 * @throws UserFacingError where it is none
 */
export function parseReading(name: string, bytes: Uint8Array): Reading {
  try {
    return keptReading.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new UserFacingError(`${name} 的内容有误，请恢复原文件，或停用该资料后重新上传。`);
  }
}

/** The same bytes, of which `slice` makes a copy: that of a Buffer goes on sharing its memory. */
export function plainBytes({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
