import type { App } from '../app.ts';

/** Where a command writes: results to `line` (stdout), everything else to `note` (stderr). */
export interface Output {
  line(text: string): void;
  /** As `line`, without the line feed. */
  write(text: string): void;
  note(text: string): void;
  /** Draws or updates a progress bar on stderr where that is a terminal; 1 ends it. */
  progress(share: number): void;
}

/** What a command is given besides its arguments. */
export interface CommandContext {
  readonly app: App;
  readonly output: Output;
  readonly input: NodeJS.ReadableStream;
}

/** Runs one command and gives its exit code: 0 done, 1 failure; wrong use throws a UsageError. */
export type Command = (args: readonly string[], context: CommandContext) => Promise<number>;
