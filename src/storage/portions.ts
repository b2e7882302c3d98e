/**
 * Rows that go into one statement: SQLite takes 32,766 values in one, PostgreSQL 65,535, and a row has
 * ten or fewer.
 */
const ROWS_AT_ONCE = 500;

export function portionsOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, at) =>
    items.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE),
  );
}
