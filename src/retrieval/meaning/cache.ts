import Database from 'better-sqlite3';
import type { QuestionWriter } from './question-writer.ts';

/** Who wrote questions, and by which version of its ways. */
export type Writer = Pick<QuestionWriter, 'name' | 'version'>;

export interface KeyedVector {
  /** sha256 of the text, in hexadecimal. */
  readonly key: string;
  readonly vector: readonly number[];
}

/** Milliseconds to wait for another process that writes. */
const LONGEST_WAIT_MS = 5000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS vector (
    model TEXT NOT NULL, key TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (model, key)
  );
  CREATE TABLE IF NOT EXISTS machine_question (
    writer TEXT NOT NULL, version TEXT NOT NULL, key TEXT NOT NULL, questions TEXT NOT NULL,
    PRIMARY KEY (writer, version, key)
  );
`;

/**
 * What models made of texts, by the hash of the text: vectors as 32-bit floats, and machine-made
 * questions. The file may be deleted at any time and then costs what it cost before. What one call
 * keeps is kept whole, and outlives the process.
 */
export class MeaningCache {
  readonly path: string;
  readonly #database: Database.Database;
  readonly #vector: Database.Statement<[string, string], { vector: Uint8Array }>;
  readonly #hasVector: Database.Statement<[string, string]>;
  readonly #addVector: Database.Statement<[string, string, Uint8Array]>;
  readonly #questions: Database.Statement<[string, string, string], { questions: string }>;

  /** @throws Database.SqliteError where the file is no database, is damaged or cannot be made */
  constructor(path: string) {
    this.path = path;
    this.#database = new Database(path, { timeout: LONGEST_WAIT_MS });
    try {
      this.#database.pragma('journal_mode = WAL');
      this.#database.pragma('synchronous = NORMAL');
      this.#database.exec(SCHEMA);
      this.#vector = this.#database.prepare(
        'SELECT vector FROM vector WHERE model = ? AND key = ?',
      );
      this.#hasVector = this.#database.prepare('SELECT 1 FROM vector WHERE model = ? AND key = ?');
      this.#addVector = this.#database.prepare('INSERT OR REPLACE INTO vector VALUES (?, ?, ?)');
      this.#questions = this.#database.prepare(
        'SELECT questions FROM machine_question WHERE writer = ? AND version = ? AND key = ?',
      );
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  /** The dimension of the vectors of a model; null where there are none yet. */
  dimensionOf(model: string): number | null {
    const sql = 'SELECT length(vector) / 4 AS dimension FROM vector WHERE model = ? LIMIT 1';
    const row = this.#database.prepare<[string], { dimension: number }>(sql).get(model);
    return row?.dimension ?? null;
  }

  hasVector(model: string, key: string): boolean {
    return this.#hasVector.get(model, key) !== undefined;
  }

  /** @throws RangeError where there is none */
  vector(model: string, key: string): number[] {
    const row = this.#vector.get(model, key);
    if (row === undefined) throw new RangeError(`Cannot read the vector of ${key}: there is none`);
    // Copied, since floats need an aligned start.
    return Array.from(new Float32Array(new Uint8Array(row.vector).buffer));
  }

  keepVectors(model: string, vectors: readonly KeyedVector[]): void {
    this.#database.transaction(() => {
      for (const { key, vector } of vectors) {
        this.#addVector.run(model, key, new Uint8Array(Float32Array.from(vector).buffer));
      }
    })();
  }

  /** Null where the writer has not been asked about that text yet, or failed. */
  questions({ name, version }: Writer, key: string): string[] | null {
    const row = this.#questions.get(name, version, key);
    return row === undefined ? null : (JSON.parse(row.questions) as string[]);
  }

  keepQuestions({ name, version }: Writer, key: string, questions: readonly string[]): void {
    const sql = 'INSERT OR REPLACE INTO machine_question VALUES (?, ?, ?, ?)';
    this.#database.prepare(sql).run(name, version, key, JSON.stringify(questions));
  }

  /**
   * Forgets the texts that are not wanted once they are more than those that are. Where none is
   * wanted all stay: that is sooner a wrong setting than a wish to pay for them again.
   */
  prune(wanted: ReadonlySet<string>): void {
    const texts = 'SELECT key FROM vector UNION SELECT key FROM machine_question';
    const known = this.#database.prepare<[], { n: number }>(`SELECT count(*) AS n FROM (${texts})`);
    if (wanted.size === 0 || (known.get()?.n ?? 0) <= 2 * wanted.size) return;
    const keys = JSON.stringify([...wanted]);
    this.#database.transaction(() => {
      for (const table of ['vector', 'machine_question']) {
        const sql = `DELETE FROM ${table} WHERE key NOT IN (SELECT value FROM json_each(?))`;
        this.#database.prepare(sql).run(keys);
      }
    })();
  }

  close(): void {
    this.#database.close();
  }
}
