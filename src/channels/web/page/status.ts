import { byId } from './elements.ts';

const SHOWN_MS = 4000;
let hiding: ReturnType<typeof setTimeout> | undefined;

/** Says something in passing, heard by screen readers too. */
export function announce(text: string): void {
  const status = byId('status', HTMLParagraphElement);
  // What lies outside an open dialog is neither seen nor heard.
  (document.querySelector('dialog[open]') ?? document.body).append(status);
  status.textContent = text;
  clearTimeout(hiding);
  hiding = setTimeout(() => {
    status.textContent = '';
  }, SHOWN_MS);
}
