/** A piece of what was written about times. */
export type Piece<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: string };

export function read<Value>(value: Value): Piece<Value> {
  return { ok: true, value };
}

export function unread(problem: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem };
}
