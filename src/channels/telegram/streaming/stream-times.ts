/** How a reply that is still made is shown, in milliseconds. */
export interface StreamTimes {
  /** From the question until there is something to be seen. */
  readonly signMs: number;
  /** Between two drafts in a chat. */
  readonly draftMs: number;
  /** Between two changes of a message. */
  readonly editMs: number;
  /** After which a draft is shown again although nothing is new. */
  readonly renewMs: number;
}

export const STREAM_TIMES: StreamTimes = {
  // Three tenths of a second are promised; the way to Telegram takes some of it.
  signMs: 200,
  // Telegram's advice is not to send more than one message a second to a chat.
  draftMs: 1000,
  editMs: 1500,
  // Telegram shows a draft for thirty seconds.
  renewMs: 20_000,
};
