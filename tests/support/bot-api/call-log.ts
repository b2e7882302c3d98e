/** One call as it came and how it ended; a long poll shows once it is answered. */
export interface Call {
  readonly method: string;
  readonly payload: Record<string, unknown>;
  /** When it came, on the clock of the double. */
  readonly at: number;
  readonly ok: boolean;
  readonly description?: string;
}

export interface CallLog {
  readonly calls: readonly Call[];
  note(call: Call): void;
}

export function createCallLog(changed: () => void): CallLog {
  const calls: Call[] = [];
  const note = (call: Call) => {
    calls.push(call);
    changed();
  };
  return { calls, note };
}
