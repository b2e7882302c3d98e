import Database from 'better-sqlite3';
import type { Material } from '../../corpus/corpus.ts';
import type { Passage } from '../../corpus/passages.ts';
import { type IndexedPair, SCHEMA } from './store-schema.ts';

/** Writes the texts of an index; one instance a build, closed however it ends. */
export class IndexStoreWriter {
  readonly #database: Database.Database;
  #passages = 0;
  #wordings = 0;
  #pairs = 0;

  constructor(path: string) {
    this.#database = new Database(path);
    // A build that dies is thrown away whole, so nothing here needs a journal.
    try {
      this.#database.pragma('journal_mode = OFF');
      this.#database.pragma('synchronous = OFF');
      this.#database.exec(`${SCHEMA} BEGIN;`);
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  setMeta(name: string, value: unknown): void {
    this.#run('INSERT INTO meta VALUES (?, ?)', name, JSON.stringify(value));
  }

  /** A material with all its passages, which take the next ordinals. */
  addMaterial({ entry, text, outline, pages = [] }: Material, passages: readonly Passage[]): void {
    const { id, version, title, kind, openness, classes, approver, sha256, text_sha256 } = entry;
    const first = this.#passages;
    for (const passage of passages) this.#addPassage(passage);
    const sql = 'INSERT INTO material VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
    const sections = JSON.stringify(outline);
    const readers = [openness, JSON.stringify(classes)] as const;
    const hashes = [sha256, text_sha256 ?? null] as const;
    const about = [id, version, title, kind, ...readers, approver, ...hashes] as const;
    const span = [first, this.#passages] as const;
    this.#run(sql, ...about, ...span, JSON.stringify(pages), sections, text);
  }

  addPair(pair: IndexedPair): void {
    const ordinal = this.#pairs++;
    this.#run('INSERT INTO pair VALUES (?, ?, ?)', ordinal, pair.id, JSON.stringify(pair));
    for (const text of pair.questions) {
      this.#run('INSERT INTO wording VALUES (?, ?, ?)', this.#wordings++, ordinal, text);
    }
    for (const { material, place } of pair.quotes) {
      this.#run('INSERT INTO pair_place VALUES (?, ?, ?)', material, place, ordinal);
    }
  }

  commit(): void {
    this.#database.exec('COMMIT');
  }

  close(): void {
    this.#database.close();
  }

  #addPassage(passage: Passage): void {
    const { material, place, headings, start, end, text, anchor } = passage;
    const sql = 'INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?)';
    const ordinal = this.#passages++;
    this.#run(sql, ordinal, material, place, JSON.stringify(headings), start, end, text, anchor);
  }

  readonly #statements = new Map<string, Database.Statement>();

  #run(sql: string, ...values: (string | number | null)[]): void {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    statement.run(...values);
  }
}
