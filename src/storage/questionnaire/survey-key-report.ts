import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import type { SurveyKeys } from './survey-keys.ts';

/** Whether this process can take and read what is answered. */
export interface SurveyKeyReport {
  /** Where the key's file is, or should be. */
  readonly path: string;
  readonly hasFile: boolean;
  /** Surveys that are not closed. */
  readonly open: number;
  /** Those of them that were published with another key. */
  readonly withOtherKey: number;
}

export async function reportSurveyKey(
  database: Kysely<Tables>,
  keys: SurveyKeys,
): Promise<SurveyKeyReport> {
  const held = await keys.held();
  const open = await database
    .selectFrom('survey')
    .where('closed_at', 'is', null)
    .select('key_id')
    .execute();
  const others = open.filter(({ key_id }) => key_id !== held?.id);
  return {
    ...{ path: keys.path, hasFile: held !== null },
    ...{ open: open.length, withOtherKey: others.length },
  };
}
