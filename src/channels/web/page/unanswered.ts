/** A text on its way, kept in this tab until it is answered: the page may be loaded anew meanwhile. */
export interface Unanswered {
  /** Of the message; sent again with it, it gets the same reply. */
  readonly id: string;
  readonly text: string;
}

const KEY = 'unanswered';

/** Where a browser keeps nothing, such a text is forgotten with the page. */
export function keepUnanswered(message: Unanswered): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(message));
  } catch {}
}

/** @param id of a message; another one that is on its way by now stays */
export function forgetUnanswered(id: string): void {
  if (readUnanswered()?.id !== id) return;
  sessionStorage.removeItem(KEY);
}

/** Null where there is none. */
export function readUnanswered(): Unanswered | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Unanswered | null;
  } catch {
    return null;
  }
}
