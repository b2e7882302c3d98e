import { outlineOf } from '../../text/outline.ts';
import type { RawReading } from './document.ts';
import { gatherLeftOut } from './left-out.ts';
import { doubtsOfUnseen } from './unseen.ts';

/** What a conversion from Word leaves behind: `[image: IMG_262]`, `[bookmark: _GoBack]`. */
const CONVERSION_ARTEFACT = /\[(?:image|bookmark|shape|object|footnote):[^\]\n]*\]/giu;

/** Byte-order mark, zero-width characters, marks of direction, tags, and controls but tab and line feed. */
const INVISIBLE =
  /[\uFEFF\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\u00AD\u0000-\u0008\u000B-\u001F\u007F-\u009F\u{E0000}-\u{E007F}]/gu;

/**
 * Plain text as people should read it: artefacts of conversion, invisible characters, indents and
 * blank lines are gone, and nothing else is changed.
 */
export function cleanText(raw: string): string {
  return raw
    .replace(/\r\n?/gu, '\n')
    .replace(CONVERSION_ARTEFACT, '')
    .replace(INVISIBLE, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The artefacts of a conversion that {@link cleanText} takes out of a text. */
export function conversionArtefactsIn(raw: string): readonly string[] {
  return raw.match(CONVERSION_ARTEFACT) ?? [];
}

export function readPlainText(raw: string): RawReading {
  const text = cleanText(raw);
  const left = gatherLeftOut();
  for (const artefact of conversionArtefactsIn(raw)) {
    left.add('格式转换留下的标记', CONVERSION_REASON, artefact);
  }
  return {
    ...{ text, outline: outlineOf(text), pages: [], tables: 0, doubts: doubtsOfUnseen(raw) },
    ...left.gathered(),
  };
}

export const CONVERSION_REASON = '由其他格式转换时产生，不是正文';
