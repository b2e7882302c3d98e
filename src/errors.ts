/**
 * What a person can do something about: `message` is one line of Chinese that says what is wrong
 * and what to do next. Commands print it without a stack; anything else thrown is a defect.
 */
export class UserFacingError extends Error {
  override readonly name: string = 'UserFacingError';
}

/** The command was called wrongly (exit code 2), as distinct from one that failed (exit code 1). */
export class UsageError extends UserFacingError {
  override readonly name: string = 'UsageError';
}

/** The message of anything thrown, for wrapping into a line for the operator. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
