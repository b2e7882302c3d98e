import type { Block, Placement } from '../../../conversation/reply.ts';
import { fileNameFor } from './file-name.ts';
import { compose, join, split } from './formatted-text.ts';
import { CAPTION_LENGTH, ENTITIES, MESSAGE_LENGTH, TOAST_LENGTH } from './limits.ts';
import type { Section } from './section.ts';
import { sectionsOf } from './sections.ts';
import type { FormattedText, Step } from './step.ts';

/** A reply as a conversation gave it, whole. */
export type WholeReply =
  | {
      readonly kind: 'reply';
      readonly placement: Placement;
      readonly said: string;
      readonly blocks: readonly Block[];
      /** What was said is to be taken away. */
      readonly takesBack?: boolean;
    }
  /** What was said cannot be acted upon, or the reply could not be made or kept. */
  | { readonly kind: 'problem'; readonly problem: string };

/** The tapped button, where the reply answers a tap. */
export interface Tapped {
  readonly message: number;
  /** It stands under a passage, which another passage may replace. */
  readonly isPassage: boolean;
}

const BETWEEN = '\n\n';

/** The calls that show a reply, in order. */
export function renderReply(reply: WholeReply, tapped: Tapped | null): Step[] {
  if (reply.kind === 'problem') return [word(reply.problem, tapped, true)];
  const { placement, blocks } = reply;
  const only = blocks.length === 1 ? blocks[0] : undefined;
  if (placement === 'notice' && only?.kind === 'text') {
    return only.text.trim() === '' ? [] : [word(only.text, tapped, false)];
  }
  const messages = pack(withQuestion(sectionsOf(blocks), reply, tapped));
  const isPaging = tapped?.isPassage === true && placement === 'aside' && messages.length === 1;
  const isInPlace = isPaging || (tapped !== null && placement === 'in-place');
  const replaces = isInPlace ? tapped.message : null;
  return [
    // What takes the place of one message, and is longer than one, goes on below it.
    ...messages.map((message, at) => ({
      ...{ ...message, kind: 'message' as const },
      replaces: at === 0 ? replaces : null,
    })),
    ...blocks.flatMap(fileSteps),
  ];
}

/**
 * What the first message of a turn will say, as far as its blocks have come, without the buttons.
 * It only grows, to the end of that message: whoever reads it is not led away from what they read.
 * Null while there is nothing to say, and for all that is no turn.
 */
export function renderBeginning(
  reply: Omit<Extract<WholeReply, { kind: 'reply' }>, 'kind'>,
  tapped: Tapped | null,
): FormattedText | null {
  const sections = sectionsOf(reply.blocks).filter(({ text }) => text.text !== '');
  if (reply.placement !== 'turn' || sections.length === 0) return null;
  const [first] = pack(withQuestion(sections, reply, tapped));
  return first === undefined ? null : { text: first.text, entities: first.entities };
}

/** A tapped question stands nowhere in the chat, unlike one that was typed. */
function withQuestion(
  sections: readonly Section[],
  { placement, said }: { readonly placement: Placement; readonly said: string },
  tapped: Tapped | null,
): readonly Section[] {
  if (tapped === null || placement !== 'turn' || said === '') return sections;
  const question = compose([{ text: `问：${said}`, types: ['bold'] }]);
  return [{ text: question, rows: [] }, ...sections];
}

/** A single remark: over the chat where it answers a tap and is short enough. */
function word(text: string, tapped: Tapped | null, isAlert: boolean): Step {
  if (tapped !== null && text.length <= TOAST_LENGTH) return { kind: 'toast', text, isAlert };
  const [first] = split(compose([{ text }]), MESSAGE_LENGTH) as [FormattedText];
  return { kind: 'message', ...first, keyboard: [], replaces: null };
}

type Message = FormattedText & {
  readonly keyboard: Extract<Step, { kind: 'message' }>['keyboard'];
};

/** As few messages as the limits allow; a section is torn only where it alone is too long. */
function pack(sections: readonly Section[]): Message[] {
  const messages: Section[][] = [];
  for (const section of sections.flatMap(torn)) {
    const last = messages.at(-1);
    if (last !== undefined && fits([...last, section])) last.push(section);
    else messages.push([section]);
  }
  return messages.map(messageOf);
}

function fits(sections: readonly Section[]): boolean {
  const { text, entities } = textOf(sections);
  return text.length <= MESSAGE_LENGTH && entities.length <= ENTITIES;
}

/** The buttons of a torn section stand under its last part. */
function torn(section: Section): Section[] {
  if (section.text.text === '') return [section];
  const parts = split(section.text, MESSAGE_LENGTH).map(({ text, entities }) => ({
    text,
    entities: entities.slice(0, ENTITIES),
  }));
  return parts.map((text, at) =>
    at === parts.length - 1 ? { ...section, text } : { text, rows: [] },
  );
}

function textOf(sections: readonly Section[]): FormattedText {
  const texts = sections.map(({ text }) => text).filter(({ text }) => text !== '');
  return join(texts, BETWEEN);
}

function messageOf(sections: readonly Section[]): Message {
  const keyboard = sections.flatMap(({ rows }) => rows).filter((row) => row.length > 0);
  const text = textOf(sections);
  // Buttons cannot stand without a text.
  const shown = text.text === '' ? compose([{ text: '请选择：' }]) : text;
  return { ...shown, keyboard };
}

function fileSteps(block: Block): Step[] {
  if (block.kind === 'file') {
    const { id, name } = block.file;
    return [{ kind: 'document', file: id, name: fileNameFor(name), caption: '' }];
  }
  if (block.kind !== 'picture') return [];
  const { id, name } = block.file;
  const [caption, ...rest] = split(compose([{ text: block.description }]), CAPTION_LENGTH);
  return [
    { kind: 'photo', file: id, name: fileNameFor(name), caption: caption?.text ?? '' },
    ...rest.map((text) => ({ kind: 'message' as const, ...text, keyboard: [], replaces: null })),
  ];
}
