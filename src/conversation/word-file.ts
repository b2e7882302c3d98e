import type { DraftFile } from './reply.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const LONGEST_NAME = 30;

export function wordFile(name: string, bytes: Uint8Array): DraftFile {
  return { name: `${name}.docx`, mediaType: DOCX, bytes };
}

/** Words as a part of a file's name: short, and without what file systems refuse. */
export function fileSafe(words: string): string {
  const plain = words.replace(/[\\/:*?"<>|：？“”\s.]+/gu, ' ').trim();
  return [...plain].slice(0, LONGEST_NAME).join('').trim();
}
