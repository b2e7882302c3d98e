import type { Deed } from './deeds/deed.ts';
import { makeId } from './ids.ts';
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

/** A choice: its words, and what a tap on them does. */
export type Button = readonly [label: string, deed: Deed];

/** @param label what the choices are, for those who cannot see them together */
export function choices(label: string, ...buttons: readonly Button[]): ButtonsBlock<DraftButton> {
  return {
    kind: 'buttons',
    role: 'choices',
    label,
    buttons: buttons.map(([text, deed]) => ({ label: text, deed })),
  };
}

/** Choices of which one tap counts, however often it is tapped and whatever is tapped after it. */
export function decision(...given: Parameters<typeof choices>): ButtonsBlock<DraftButton> {
  const block = choices(...given);
  const id = makeId();
  return { ...block, buttons: block.buttons.map((button) => ({ ...button, decision: id })) };
}
