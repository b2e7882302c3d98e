/** What Telegram draws in a text. Offsets and lengths are in UTF-16 units, as strings count. */
export interface Entity {
  readonly type: 'bold' | 'underline' | 'blockquote';
  readonly offset: number;
  readonly length: number;
}

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

export type Key =
  | { readonly text: string; readonly callback_data: string }
  /** Tapping it copies a text of 1 to 256 characters on the person's own device. */
  | { readonly text: string; readonly copy_text: { readonly text: string } };

/** Rows of buttons under a message. */
export type Keyboard = readonly (readonly Key[])[];

/**
 * One call that shows something to a person. Steps are kept as JSON until they are sent, so that
 * a restart goes on where it stopped.
 */
export type Step =
  | (FormattedText & {
      readonly kind: 'message';
      readonly keyboard: Keyboard;
      /** The message that it takes the place of, where Telegram still allows that. */
      readonly replaces: number | null;
    })
  /** A word that appears over the chat after a tap; sent as a message when it is too late for that. */
  | { readonly kind: 'toast'; readonly text: string; readonly isAlert: boolean }
  /** Takes a message of the person's away, where Telegram still allows that. */
  | { readonly kind: 'take-back'; readonly message: number }
  | {
      readonly kind: 'document' | 'photo';
      /** Id of the file in its conversation. */
      readonly file: string;
      readonly name: string;
      readonly caption: string;
    };
