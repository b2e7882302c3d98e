import type { Span } from '../text/span.ts';
import type { Deed } from './deeds/deed.ts';

/** A button as people get it: tapping it sends its action id back. */
export interface ShownButton {
  readonly label: string;
  readonly action: string;
}

/** A file as people get it; its bytes are kept under the id. */
export interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

export interface TextBlock {
  readonly kind: 'text';
  /** Plain text, line breaks kept; never markup. */
  readonly text: string;
  /** `lead` is the answer's first words, `notice` a remark about it, `heading` opens what follows. */
  readonly tone: 'lead' | 'plain' | 'notice' | 'heading';
}

/** Text of a material, apart from what the assistant says, with the place where it stands. */
export interface QuoteBlock<Button> {
  readonly kind: 'quote';
  /** `quote` settles the question, `nearest` does not, `method` is from a 方法参考. */
  readonly role: 'quote' | 'nearest' | 'method';
  /** Counts from 1 within the reply. */
  readonly number: number;
  readonly title: string;
  readonly place: string;
  readonly text: string;
  /** Text and place in one line, as it is pasted into a document. */
  readonly line: string;
  readonly buttons: readonly Button[];
}

/** A passage of a material as it stands, with what was quoted marked in it. */
export interface PassageBlock<Button> {
  readonly kind: 'passage';
  readonly title: string;
  readonly place: string;
  /** From the outermost heading to the passage's own. */
  readonly headings: readonly string[];
  readonly text: string;
  /** Ranges of `text` in UTF-16 units. */
  readonly marks: readonly Span[];
  /** Who approved the material, in a line. */
  readonly standing: string;
  /** The passage and its place in one line, as it is pasted into a document. */
  readonly line: string;
  readonly buttons: readonly Button[];
}

export interface ButtonsBlock<Button> {
  readonly kind: 'buttons';
  /** `related`: questions to ask next; `feedback`: 有用 and 没帮助; `choices`: anything else. */
  readonly role: 'related' | 'feedback' | 'choices';
  /** What the buttons are, for those who cannot see them together. */
  readonly label: string;
  readonly buttons: readonly Button[];
}

export interface FileBlock<File> {
  readonly kind: 'file';
  readonly file: File;
}

export interface PictureBlock<File> {
  readonly kind: 'picture';
  readonly file: File;
  /** In words, for those who cannot see it. */
  readonly description: string;
}

/** Rows of words and numbers; the first cell of a row names it. */
export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** How often something was done on each day, without a gap, from a Monday on. */
export interface CalendarBlock {
  readonly kind: 'calendar';
  readonly caption: string;
  /** What is counted, such as 学习记录. */
  readonly unit: string;
  /** Days as `YYYY-MM-DD`. */
  readonly days: readonly { readonly date: string; readonly entries: number }[];
}

/** A choice of a question, with whether it is chosen now. */
export interface QuestionChoice<Button> {
  readonly button: Button;
  readonly isChosen: boolean;
  /** Its place in a ranking, counting from 1; null where it has none. */
  readonly place: number | null;
}

/**
 * Choices that belong together: one of a list, several of a list, an order, or a row of marks whose
 * ends are named.
 */
export interface ChoiceGroup<Button> {
  readonly as: 'one' | 'many' | 'order' | 'marks';
  /** What is chosen, such as 重要程度; empty where the question says it. */
  readonly label: string;
  /** Of marks: what the ends mean, the lowest first; empty for others. */
  readonly low: string;
  readonly high: string;
  readonly choices: readonly QuestionChoice<Button>[];
}

/** What may be written instead of a choice, or beside it. */
export interface QuestionInput<Button> {
  readonly as: 'text' | 'number';
  readonly label: string;
  /** As it is kept now; empty where nothing is. */
  readonly value: string;
  /** Characters. */
  readonly most: number;
  /** Such as 天; empty where there is none. */
  readonly unit: string;
  /** Takes the words that are sent with it. */
  readonly button: Button;
}

/** One question of a questionnaire, to be answered here. */
export interface QuestionBlock<Button> {
  readonly kind: 'question';
  /** Of the questionnaire, with 预览 before it where nothing is kept. */
  readonly title: string;
  /** Counts from 1. */
  readonly number: number;
  readonly total: number;
  /** Questions that are answered. */
  readonly answered: number;
  /** The part that it belongs to; empty where there is none. */
  readonly part: string;
  /** What is said of the part, where the question opens it. */
  readonly partHint: string;
  readonly text: string;
  /** Empty where there is none. */
  readonly hint: string;
  /** How it is answered: 必答，可多选，最多 3 项. */
  readonly rule: string;
  /** It has all that it asks for. */
  readonly isAnswered: boolean;
  /** A word on what was just tapped or written; empty where all is well. */
  readonly notice: string;
  readonly groups: readonly ChoiceGroup<Button>[];
  /** Null where nothing is written. */
  readonly input: QuestionInput<Button> | null;
  /** Null at the first question. */
  readonly back: Button | null;
  readonly forward: Button;
  /** The other ways on. */
  readonly more: readonly Button[];
}

type AnyBlock<Button, File> =
  | TextBlock
  | TableBlock
  | CalendarBlock
  | QuoteBlock<Button>
  | PassageBlock<Button>
  | ButtonsBlock<Button>
  | QuestionBlock<Button>
  | FileBlock<File>
  | PictureBlock<File>;

/** A block as people get it. */
export type Block = AnyBlock<ShownButton, ShownFile>;

export interface DraftButton {
  readonly label: string;
  readonly deed: Deed;
  /** Of buttons with the same one, the first that is tapped counts; a later tap gets its reply. */
  readonly decision?: string;
}

export interface DraftFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A block as a feature makes it: buttons still say what they do, files hold their bytes. */
export type DraftBlock = AnyBlock<DraftButton, DraftFile>;

/**
 * Where a reply belongs: `turn` into the history, `aside` beside it (a passage that was opened),
 * `notice` is a word that passes (a thank-you for feedback), `in-place` takes the place of the reply
 * whose button was tapped, where one was. Nothing but a turn is kept.
 */
export type Placement = 'turn' | 'aside' | 'notice' | 'in-place';

/** What a channel gets of a reply, in order; `end`, `refused` or `failed` comes last, once. */
export type ReplyEvent =
  /**
   * Comes alone: what was said cannot be acted upon (an empty or too long text, a button that has
   * expired); `problem` says what to do.
   */
  | { readonly kind: 'refused'; readonly problem: string }
  /**
   * `said`: the person's side in words, as the history shows it; empty where nobody said anything.
   * Comes once more where another process has answered meanwhile: what came before is over.
   */
  | { readonly kind: 'begin'; readonly placement: Placement; readonly said: string }
  /**
   * A word on what is being done, between `begin` and the end, as often as there is news; each takes
   * the place of the one before, none is kept, and it is over with the reply's next block.
   */
  | { readonly kind: 'working'; readonly word: string }
  | { readonly kind: 'block'; readonly block: Block }
  /**
   * All is kept; `turn` is null unless the reply went into the history. With `takesBack`, what the
   * person said is to be taken away from where it stands, as far as that can be done.
   */
  | { readonly kind: 'end'; readonly turn: string | null; readonly takesBack?: true }
  /** May come in mid-reply. Nothing of it is kept; the same message may be sent again. */
  | { readonly kind: 'failed'; readonly problem: string };
