import { byId } from './elements.ts';

const SHOWN_MS = 4000;
/** Of a long word, for each character. */
const READING_MS = 120;
let hiding: ReturnType<typeof setTimeout> | undefined;

/** Says something in passing, heard by screen readers too. */
export function announce(text: string): void {
  const status = byId('status', HTMLParagraphElement);
  // What lies outside an open dialog is neither seen nor heard.
  (document.querySelector('dialog[open]') ?? document.body).append(status);
  status.textContent = text;
  clearTimeout(hiding);
  hiding = setTimeout(
    () => {
      status.textContent = '';
    },
    Math.max(SHOWN_MS, text.length * READING_MS),
  );
}
