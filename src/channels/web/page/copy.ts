import { button, element } from './elements.ts';
import { announce } from './status.ts';

/** A button that copies a line of text with its source. */
export function copyButton(label: string, line: string): HTMLButtonElement {
  return button(label, 'quiet', async (pressed) => {
    const copied = (await copyByClipboard(line)) || copyBySelection(line, pressed);
    announce(copied ? '已复制，含出处。' : '浏览器不允许复制，请手动选择文字。');
  });
}

async function copyByClipboard(line: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(line);
    return true;
  } catch {
    return false;
  }
}

/** Pages on plain http have no clipboard; the old way still works there. */
function copyBySelection(line: string, beside: HTMLElement): boolean {
  const holder = element('textarea', { class: 'unseen', 'aria-hidden': 'true' });
  holder.value = line;
  beside.after(holder);
  holder.select();
  const copied = document.execCommand('copy');
  holder.remove();
  beside.focus();
  return copied;
}
