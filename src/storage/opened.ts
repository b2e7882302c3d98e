import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** Records as they were opened; both are to be closed. */
export interface Opened {
  readonly database: Kysely<Tables>;
  /** The same records, for what comes to nothing when it has to wait behind a crowd. */
  readonly urgent: Kysely<Tables>;
}
