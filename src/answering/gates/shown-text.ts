/** Controls, direction marks, zero-width characters and marks laid over the character before them. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\u0300-\u036f\u20d0-\u20ff]|[\ufe00-\ufe0f]/gu;

/**
 * A claim as it is checked and shown, in one line: what cannot be seen could hide a word from the
 * gates, or show it in another order than it was checked in.
 */
export function shownText(drafted: string): string {
  return drafted.replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();
}
