/** Where a person speaks, as the channel knows them; the keys are opaque to the conversation. */
export interface Speaker {
  /** `web`, `terminal` … */
  readonly channel: string;
  /** The conversation within the channel; in a group it is shared by several persons. */
  readonly conversation: string;
  /** Whose buttons these are. */
  readonly person: string;
  /** The key of the account that speaks, by which the records know people; `person` where left out. */
  readonly account?: string;
  /** Others read along. */
  readonly isPublic?: boolean;
  /** How drawings reach people: as part of a page, as pictures, or in words alone (the default). */
  readonly shows?: 'page' | 'pictures' | 'words';
  /**
   * Whose servers carry both sides' words, by the name that people know; left out where they go
   * straight to this machine.
   */
  readonly carrier?: string;
}

export type Said =
  | { readonly kind: 'text'; readonly text: string }
  /** A tapped button, by the action id that the reply gave it, with what was written into its input. */
  | { readonly kind: 'action'; readonly action: string; readonly text?: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array };

export interface Incoming {
  readonly speaker: Speaker;
  /** The channel's own id of the message; delivered twice, it is answered once. */
  readonly message: string;
  readonly said: Said;
}
