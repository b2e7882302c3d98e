import Database from 'better-sqlite3';
import type { Exclusion } from '../../corpus/corpus.ts';
import type { Section } from '../../text/outline.ts';
import { pageAt } from '../../text/pages.ts';
import type { Span } from '../../text/span.ts';
import type {
  IndexedMaterial,
  IndexedPair,
  IndexedPassage,
  IndexStore,
  NumberedWording,
  Wording,
} from './store-schema.ts';

interface MaterialRow extends Omit<IndexedMaterial, 'classes'> {
  classes: string;
}

interface PassageRow {
  ordinal: number;
  material: string;
  place: string;
  headings: string;
  start: number;
  end: number;
  text: string;
  anchor: string;
}

/** Material texts held in memory at a time. */
const TEXTS_KEPT = 8;

/** Reads the texts of an index from disk, a row at a time; nothing is held but small tables. */
export class IndexStoreReader implements IndexStore {
  readonly #database: Database.Database;
  readonly #texts = new Map<string, string>();
  readonly #byOrdinal: Database.Statement<[number], PassageRow>;
  readonly #byPlace: Database.Statement<[string, string], PassageRow>;
  readonly #within: Database.Statement<[string, string, string, string], PassageRow>;
  readonly #covering: Database.Statement<[number, number, number, number], PassageRow>;
  readonly #byAnchor: Database.Statement<[string, string], PassageRow>;
  readonly #wording: Database.Statement<[number], Wording>;
  readonly #pair: Database.Statement<[number], { json: string }>;
  readonly #materials: readonly IndexedMaterial[];
  readonly #pages: ReadonlyMap<string, readonly number[]>;
  readonly #pairsAtPlace: Database.Statement<[string, string], { json: string }>;
  readonly #pairById: Database.Statement<[string], { json: string }>;

  /** @throws Database.SqliteError where the file is missing or no database */
  constructor(path: string) {
    this.#database = new Database(path, { readonly: true, fileMustExist: true });
    this.#byOrdinal = this.#database.prepare('SELECT * FROM passage WHERE ordinal = ?');
    this.#byPlace = this.#database.prepare(
      'SELECT * FROM passage WHERE material = ? AND place = ? ORDER BY ordinal',
    );
    this.#within = this.#database.prepare(
      `SELECT * FROM passage
       WHERE material = ? AND (place = ? OR (place >= ? AND place < ?)) ORDER BY ordinal`,
    );
    this.#covering = this.#database.prepare(
      `SELECT * FROM passage
       WHERE ordinal >= ? AND ordinal < ? AND "start" < ? AND "end" > ? ORDER BY ordinal`,
    );
    this.#byAnchor = this.#database.prepare(
      'SELECT * FROM passage WHERE material = ? AND anchor = ?',
    );
    this.#wording = this.#database.prepare('SELECT pair, text FROM wording WHERE ordinal = ?');
    this.#pair = this.#database.prepare('SELECT json FROM pair WHERE ordinal = ?');
    this.#materials = this.#database
      .prepare<[], MaterialRow>(
        `SELECT id, version, title, kind, openness, classes, approver, sha256, textSha256,
           firstPassage, endPassage
         FROM material ORDER BY rowid`,
      )
      .all()
      .map((row) => ({ ...row, classes: JSON.parse(row.classes) as string[] }));
    const paged = this.#database
      .prepare<[], { id: string; pages: string }>(
        `SELECT id, pages FROM material WHERE pages <> '[]'`,
      )
      .all();
    this.#pages = new Map(paged.map(({ id, pages }) => [id, JSON.parse(pages) as number[]]));
    this.#pairsAtPlace = this.#database.prepare(
      `SELECT DISTINCT json FROM pair JOIN pair_place ON pair = pair.ordinal
       WHERE material = ? AND place = ? ORDER BY pair.ordinal`,
    );
    this.#pairById = this.#database.prepare('SELECT json FROM pair WHERE id = ?');
  }

  meta<T>(name: string): T | null {
    const row = this.#database
      .prepare<[string], { value: string }>('SELECT value FROM meta WHERE name = ?')
      .get(name);
    return row === undefined ? null : (JSON.parse(row.value) as T);
  }

  materials(): readonly IndexedMaterial[] {
    return this.#materials;
  }

  materialText(id: string): string | null {
    const kept = this.#texts.get(id);
    if (kept !== undefined) return kept;
    const row = this.#database
      .prepare<[string], { text: string }>('SELECT text FROM material WHERE id = ?')
      .get(id);
    if (row === undefined) return null;
    if (this.#texts.size >= TEXTS_KEPT) this.#texts.clear();
    this.#texts.set(id, row.text);
    return row.text;
  }

  outline(id: string): Section[] {
    const row = this.#database
      .prepare<[string], { outline: string }>('SELECT outline FROM material WHERE id = ?')
      .get(id);
    return row === undefined ? [] : (JSON.parse(row.outline) as Section[]);
  }

  onPage(id: string, offset: number): { readonly page?: number } {
    const page = pageAt(this.#pages.get(id) ?? [], offset);
    return page === null ? {} : { page };
  }

  passage(ordinal: number): IndexedPassage {
    const row = this.#byOrdinal.get(ordinal);
    if (row === undefined) throw new RangeError(`Cannot read passage ${ordinal}: there is none`);
    return passageOf(row);
  }

  passagesAt(material: string, place: string): IndexedPassage[] {
    return this.#byPlace.all(material, place).map(passageOf);
  }

  passagesWithin(material: string, place: string): IndexedPassage[] {
    return this.#within.all(material, place, `${place}（`, `${place}）`).map(passageOf);
  }

  passagesCovering(material: string, { start, end }: Span): IndexedPassage[] {
    const within = this.#materials.find(({ id }) => id === material);
    if (within === undefined) return [];
    const { firstPassage, endPassage } = within;
    return this.#covering.all(firstPassage, endPassage, end, start).map(passageOf);
  }

  passageByAnchor(material: string, anchor: string): IndexedPassage | null {
    const row = this.#byAnchor.get(material, anchor);
    return row === undefined ? null : passageOf(row);
  }

  passageCount(): number {
    return this.#count('passage');
  }

  pairCount(): number {
    return this.#count('pair');
  }

  excluded(): Exclusion[] {
    return this.meta<Exclusion[]>('excluded') ?? [];
  }

  wording(question: number): Wording | null {
    return this.#wording.get(question) ?? null;
  }

  pairAt(ordinal: number): IndexedPair {
    const pair = pairOf(this.#pair.get(ordinal));
    if (pair === null) throw new RangeError(`Cannot read pair ${ordinal}: there is none`);
    return pair;
  }

  pair(id: string): IndexedPair | null {
    return pairOf(this.#pairById.get(id));
  }

  pairsAt(material: string, place: string): IndexedPair[] {
    return this.#pairsAtPlace.all(material, place).map((row) => pairOf(row) as IndexedPair);
  }

  wordingsQuoting(material: string): NumberedWording[] {
    return this.#database
      .prepare<[string], NumberedWording>(
        `SELECT DISTINCT wording.ordinal AS question, pair.ordinal AS pair, pair.id AS id
         FROM pair_place JOIN pair ON pair.ordinal = pair_place.pair
         JOIN wording ON wording.pair = pair.ordinal
         WHERE material = ? ORDER BY wording.ordinal`,
      )
      .all(material);
  }

  close(): void {
    this.#database.close();
  }

  #count(table: 'passage' | 'pair'): number {
    const sql = `SELECT count(*) AS n FROM ${table}`;
    return this.#database.prepare<[], { n: number }>(sql).get()?.n ?? 0;
  }
}

function passageOf(row: PassageRow): IndexedPassage {
  return { ...row, headings: JSON.parse(row.headings) as string[] };
}

function pairOf(row: { json: string } | undefined): IndexedPair | null {
  return row === undefined ? null : (JSON.parse(row.json) as IndexedPair);
}
