import type { Deed } from './deeds/deed.ts';
import { makeId } from './ids.ts';
import type {
  Block,
  DraftBlock,
  DraftButton,
  DraftFile,
  QuestionBlock,
  ShownButton,
  ShownFile,
} from './reply.ts';
import type { KeptFile } from './store.ts';

/** A deed as it is kept, with the decision that it belongs to. */
type KeptDeed = Deed & Pick<DraftButton, 'decision'>;

/**
 * Turns what features make into what people get: deeds and bytes stay here, to be kept, and short
 * opaque ids go out in their place.
 */
export class ReplyBuilder {
  readonly #set = makeId();
  readonly #deeds: KeptDeed[] = [];
  readonly #files: KeptFile[] = [];
  readonly #blocks: Block[] = [];

  add(draft: DraftBlock): Block {
    const block = this.#show(draft);
    this.#blocks.push(block);
    return block;
  }

  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  get files(): readonly KeptFile[] {
    return this.#files;
  }

  /** Null where the reply has no button. */
  actions(expiresAt: Date): { id: string; deeds: readonly KeptDeed[]; expiresAt: string } | null {
    if (this.#deeds.length === 0) return null;
    return { id: this.#set, deeds: this.#deeds, expiresAt: expiresAt.toISOString() };
  }

  #show(draft: DraftBlock): Block {
    switch (draft.kind) {
      case 'text':
      case 'table':
      case 'calendar':
        return draft;
      case 'quote':
      case 'passage':
      case 'buttons':
        return { ...draft, buttons: draft.buttons.map((button) => this.#button(button)) };
      case 'question':
        return this.#question(draft);
      case 'file':
      case 'picture':
        return { ...draft, file: this.#file(draft.file) };
      default:
        return draft satisfies never;
    }
  }

  #question(draft: QuestionBlock<DraftButton>): QuestionBlock<ShownButton> {
    const { groups, input, back, forward, more } = draft;
    return {
      ...draft,
      groups: groups.map((group) => ({
        ...group,
        choices: group.choices.map((one) => ({ ...one, button: this.#button(one.button) })),
      })),
      input: input === null ? null : { ...input, button: this.#button(input.button) },
      back: back === null ? null : this.#button(back),
      forward: this.#button(forward),
      more: more.map((one) => this.#button(one)),
    };
  }

  #button({ label, deed, decision }: DraftButton): ShownButton {
    this.#deeds.push(decision === undefined ? deed : { ...deed, decision });
    return { label, action: `${this.#set}.${this.#deeds.length - 1}` };
  }

  #file(file: DraftFile): ShownFile {
    const id = makeId();
    this.#files.push({ id, ...file });
    const { name, mediaType, bytes } = file;
    return { id, name, mediaType, size: bytes.byteLength };
  }
}
