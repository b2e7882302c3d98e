/** What all who answer have come to, and how long they waited. */
export interface Progress {
  acted(): void;
  /** Somebody has just tapped 提交. */
  submits(): void;
  submitted(): void;
  /** @param ms from what was sent to the reply */
  replied(by: 'page' | 'chat', ms: number): void;
}

export interface Counted extends Progress {
  readonly acts: number;
  readonly submissions: number;
  readonly done: number;
  readonly waits: Readonly<Record<'page' | 'chat', readonly number[]>>;
}

export function countProgress(): Counted {
  const counts = { acts: 0, submissions: 0, done: 0 };
  const waits = { page: [] as number[], chat: [] as number[] };
  return {
    get acts() {
      return counts.acts;
    },
    get submissions() {
      return counts.submissions;
    },
    get done() {
      return counts.done;
    },
    waits,
    acted: () => void counts.acts++,
    submits: () => void counts.submissions++,
    submitted: () => void counts.done++,
    replied: (by, ms) => void waits[by].push(ms),
  };
}
