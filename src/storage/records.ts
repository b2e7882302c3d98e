import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { ConversationStore } from '../conversation/store.ts';
import { prepareDataFolder } from '../data-folder.ts';
import { createConversationStore } from './conversation-store.ts';
import { explained } from './explain-failure.ts';
import { type FeedbackReport, reportFeedback } from './feedback-report.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './schema.ts';

/** What people said and did, which nothing else can rebuild. */
export interface Records {
  readonly conversations: ConversationStore;
  feedback(): Promise<FeedbackReport>;
  close(): Promise<void>;
}

/** The driver waits in the only thread there is, so the whole service waits with it. */
const LONGEST_WAIT_MS = 1000;
/** Another process may be making the tables at this moment. */
const OPENING_ATTEMPTS = 5;

/**
 * Opens the records in a data folder, making or migrating them first.
 *
 * @throws UserFacingError where they cannot be used: locked, damaged, or of a newer program
 */
export async function openRecords(dataFolder: string): Promise<Records> {
  await prepareDataFolder(dataFolder);
  const path = join(dataFolder, 'records.sqlite');
  const database = await explained(path, () => openWithPatience(path));
  return {
    conversations: createConversationStore(database),
    feedback: () => explained(path, () => reportFeedback(database)),
    close: () => database.destroy(),
  };
}

async function openWithPatience(path: string, attempt = 1): Promise<Kysely<Tables>> {
  try {
    return await open(path);
  } catch (error) {
    const isRace = /SQLITE_BUSY|already exists|UNIQUE/u.test(
      `${(error as { code?: unknown }).code} ${error}`,
    );
    if (!isRace || attempt === OPENING_ATTEMPTS) throw error;
    return openWithPatience(path, attempt + 1);
  }
}

async function open(path: string): Promise<Kysely<Tables>> {
  // Only its owner reads what people said; SQLite gives the files beside it the same rights.
  closeSync(openSync(path, 'a', 0o600));
  const sqlite = new Database(path, { timeout: LONGEST_WAIT_MS });
  const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    // What people clear is overwritten, not only unlinked.
    sqlite.pragma('secure_delete = ON');
    await migrate(database as Kysely<unknown>, path);
    return database;
  } catch (error) {
    await database.destroy();
    sqlite.close();
    throw error;
  }
}
