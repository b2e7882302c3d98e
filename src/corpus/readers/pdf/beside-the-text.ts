import type { Pdf, PdfPage } from './open-pdf.ts';

/** What a file holds besides its pages. */
export interface BesideText {
  /** Comments of readers, in words. */
  readonly notes: readonly string[];
  /** What fields of a form hold. */
  readonly fields: readonly string[];
  readonly properties: readonly string[];
  readonly attachments: readonly string[];
  readonly hasScript: boolean;
  readonly pictures: number;
}

/** Kinds of annotations that say nothing of their own. */
const SILENT = ['Link', 'Widget', 'Popup'];

export async function notesOfPage(page: PdfPage): Promise<Pick<BesideText, 'notes' | 'fields'>> {
  const annotations = await page.getAnnotations({ intent: 'display' }).catch(() => []);
  const notes: string[] = [];
  const fields: string[] = [];
  for (const one of annotations) {
    const words = [one.contentsObj?.str, ...(one.textContent ?? [])].filter(Boolean).join('');
    if (one.subtype === 'Widget') fields.push(...valuesOf(one.fieldValue));
    else if (!SILENT.includes(one.subtype)) notes.push(words);
  }
  return { notes, fields };
}

function valuesOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  return Array.isArray(value) ? value.flatMap(valuesOf) : [];
}

/** What is asked of the whole file; a faulty part of it says nothing. */
export async function besideText(
  pdf: Pdf,
  bytes: Uint8Array,
): Promise<Omit<BesideText, 'notes' | 'fields'>> {
  const [actions, opening, attachments, metadata] = await Promise.all([
    pdf.getJSActions().catch(() => null),
    pdf.getOpenAction().catch(() => null),
    pdf.getAttachments().catch(() => null),
    pdf.getMetadata().catch(() => null),
  ]);
  const info = Object.entries((metadata?.info ?? {}) as Record<string, unknown>);
  return {
    properties: info.flatMap(([name, value]) =>
      /^(?:Title|Subject|Keywords|Author)$/u.test(name) ? valuesOf(value) : [],
    ),
    attachments: Object.keys(attachments ?? {}),
    hasScript:
      actions !== null ||
      opening?.action !== undefined ||
      /\/(?:JavaScript|JS)\b/u.test(asLatin(bytes)),
    pictures: picturesIn(asLatin(bytes)),
  };
}

/** Dictionaries of pictures are never packed; those that only mask another are not counted. */
function picturesIn(file: string): number {
  const all = file.match(/\/Subtype\s*\/Image\b/gu)?.length ?? 0;
  const masks = file.match(/\/SMask\s+\d+\s+\d+\s+R/gu)?.length ?? 0;
  return Math.max(all - masks, 0);
}

function asLatin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
