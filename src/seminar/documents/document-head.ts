/** What stands at the head of every document of a kit. */
export interface DocumentHead {
  /** Empty: for no class. */
  readonly className: string;
  /** `YYYY-MM-DD`; empty while it is open. */
  readonly date: string;
}

/** To be written in by hand. */
export const OPEN_DATE = '　　　年　　月　　日';
