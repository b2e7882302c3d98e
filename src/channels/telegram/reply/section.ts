import type { FormattedText, Key } from './step.ts';

/** A piece of a message that is not torn apart unless it must be, with its buttons. */
export interface Section {
  readonly text: FormattedText;
  /** Rows of buttons. */
  readonly rows: readonly (readonly Key[])[];
}

/** How `callback_data` begins: where the tapped button stands. The action id follows. */
export const TAP = { reply: 'a', passage: 'p' } as const;
