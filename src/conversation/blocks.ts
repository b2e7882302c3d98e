import type { Deed } from './deeds/deed.ts';
import type { ButtonsBlock, DraftButton, TextBlock } from './reply.ts';

/** Short ways to write the blocks of a reply. */
export function lead(text: string): TextBlock {
  return { kind: 'text', tone: 'lead', text };
}

export function plain(text: string): TextBlock {
  return { kind: 'text', tone: 'plain', text };
}

export function heading(text: string): TextBlock {
  return { kind: 'text', tone: 'heading', text };
}

export function remark(text: string): TextBlock {
  return { kind: 'text', tone: 'notice', text };
}

/** @param label what the choices are, for those who cannot see them together */
export function choices(
  label: string,
  ...buttons: readonly (readonly [label: string, deed: Deed])[]
): ButtonsBlock<DraftButton> {
  return {
    kind: 'buttons',
    role: 'choices',
    label,
    buttons: buttons.map(([text, deed]) => ({ label: text, deed })),
  };
}
