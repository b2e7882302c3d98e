import { type Kysely, sql } from 'kysely';
import type { Tables } from './schema.ts';

/**
 * What was deleted last, and is to be nowhere on the disk; `sent`: in which order 意见建议 came, and with
 * which turn.
 */
export type Deleted = 'erased' | 'submitted' | 'closed' | 'taken-back' | 'sent';

/** Takes what was deleted out of the database's files; done when it is out of them. */
export type Scrub = (deleted: Deleted) => Promise<void>;

/** Changes after which something is to be nowhere on the disk. */
const DELETED: ReadonlyMap<string, Deleted> = new Map([
  ['withdraw-entry', 'erased'],
  ['forget-learning', 'erased'],
  ['forget-given', 'erased'],
  ['forget-asked', 'erased'],
  ['unask', 'erased'],
  ['remove-person', 'erased'],
  ['close-session', 'erased'],
  ['submit-answers', 'submitted'],
  ['drop-answers', 'submitted'],
  ['drop-suggestion-wishes', 'erased'],
  ['close-survey', 'closed'],
]);

export async function scrubAfter(
  scrub: Scrub,
  changes: readonly { readonly kind: string }[],
): Promise<void> {
  const deleted = new Set(changes.map(({ kind }) => DELETED.get(kind)));
  for (const one of deleted) if (one !== undefined) await scrub(one);
}

/** What was deleted stands in the log of SQLite too, until that is emptied. */
export function sqliteScrub(database: Kysely<Tables>): Scrub {
  return joined(async () => {
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);
  });
}

/** Where rows of surveys were. */
const OF_SURVEYS = ['survey_draft', 'survey_pool', 'survey_participant', 'survey_answer'] as const;
/** Which questions people were shown, and what their buttons did. */
const OF_DIALOGUES = ['action_set', 'conversation'] as const;

/**
 * PostgreSQL keeps the former versions of rows until they are vacuumed away, and what they said in the
 * gaps until a table is written anew. That is done to a survey's tables at its closing, and with each
 * submission to the inbox of the bot: there it stands in the clear what who has typed and tapped. It is
 * small, and in no backup that would hold it.
 */
export function postgresScrub(database: Kysely<Tables>): Scrub {
  const vacuum = (options: '' | '(FULL)') =>
    joined(async () => {
      await sql`VACUUM (FULL) telegram_update`.execute(database);
      for (const table of OF_DIALOGUES) await sql`VACUUM ${sql.table(table)}`.execute(database);
      for (const table of OF_SURVEYS) {
        await sql`VACUUM ${sql.raw(options)} ${sql.table(table)}`.execute(database);
      }
    });
  const inbox = joined(async () => {
    await sql`VACUUM (FULL) telegram_update`.execute(database);
  });
  // A row has the number of the transaction that wrote it, and lies behind those that came before.
  const mixed = joined(async () => {
    await sql`UPDATE suggestion SET state = state WHERE state = 'open'`.execute(database);
    await sql`CLUSTER suggestion USING suggestion_anew_pkey`.execute(database);
  });
  const after = {
    ...{ submitted: vacuum(''), closed: vacuum('(FULL)'), 'taken-back': inbox, sent: mixed },
  };
  return async (deleted) => {
    if (deleted !== 'erased') await after[deleted]();
  };
}

/** Runs once for all who wait: those who come while it runs share the run after it. */
export function joined(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const run = () => {
    next = null;
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (running === null) return run();
    next ??= running.then(run, run);
    return next;
  };
}
