import { join } from 'node:path';
import Database from 'better-sqlite3';

/** A text of the records, with where it stands. */
export interface StoredText {
  readonly table: string;
  readonly column: string;
  readonly text: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Every text of every table in a data folder. */
export function storedTexts(dataFolder: string): readonly StoredText[] {
  const database = new Database(join(dataFolder, 'records.sqlite'), { readonly: true });
  try {
    const tables = database
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all() as string[];
    return tables.flatMap((table) => {
      const rows = database.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[];
      return rows.flatMap((row) =>
        Object.entries(row).flatMap(([column, text]) =>
          typeof text === 'string' ? [{ table, column, text, row }] : [],
        ),
      );
    });
  } finally {
    database.close();
  }
}
