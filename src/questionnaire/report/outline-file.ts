import type { Outline } from './outline.ts';

/** A report as a file; what makes a format is loaded with its first file. */
export async function outlineFile(outline: Outline, format: 'docx' | 'html'): Promise<Uint8Array> {
  switch (format) {
    case 'docx': {
      const { outlineDocx } = await import('./word/outline-docx.ts');
      return outlineDocx(outline);
    }
    case 'html': {
      const { outlineHtml } = await import('./page/outline-html.ts');
      return new TextEncoder().encode(await outlineHtml(outline));
    }
    default:
      return format satisfies never;
  }
}
