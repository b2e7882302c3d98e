import { type Kysely, type Migration, Migrator } from 'kysely';
import { UserFacingError } from '../errors.ts';
import * as conversation from './migrations/2026-11-conversation.ts';
import * as telegram from './migrations/2026-11-telegram.ts';
import * as people from './migrations/2026-12-people.ts';
import * as learning from './migrations/2026-12-records-of-learning.ts';
import * as use from './migrations/2026-12-use-of-model.ts';
import * as interim from './migrations/2027-01-interim-message.ts';
import * as seminars from './migrations/2027-02-seminars.ts';
import * as reminders from './migrations/2027-03-reminders.ts';
import * as questionnaires from './migrations/2027-04-questionnaires.ts';
import * as given from './migrations/2027-05-given-answers.ts';
import * as ledger from './migrations/2027-06-ledger.ts';
import * as releases from './migrations/2027-06-releases.ts';
import * as suggestions from './migrations/2027-06-suggestions.ts';
import * as tallies from './migrations/2027-06-tallies.ts';

/** In order of their names; one that has shipped is never changed. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '2026-11-conversation': conversation,
  '2026-11-telegram': telegram,
  '2026-12-people': people,
  '2026-12-records-of-learning': learning,
  '2026-12-use-of-model': use,
  '2027-01-interim-message': interim,
  '2027-02-seminars': seminars,
  '2027-03-reminders': reminders,
  '2027-04-questionnaires': questionnaires,
  '2027-05-given-answers': given,
  '2027-06-tallies': tallies,
  '2027-06-ledger': ledger,
  '2027-06-releases': releases,
  '2027-06-suggestions': suggestions,
};

export const MIGRATION_NAMES: readonly string[] = Object.keys(MIGRATIONS).sort();

/**
 * Brings the records to the shape that this program reads.
 *
 * @throws UserFacingError where a newer program has already changed them
 */
export async function migrate(database: Kysely<unknown>, path: string): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => MIGRATIONS },
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (/corrupted migrations/u.test(String(error))) {
    throw new UserFacingError(
      `记录库 ${path} 由更新版本的程序建立，请换用新版本，或者用 GANXUN_DATA 另设数据文件夹。`,
    );
  }
  throw error;
}
