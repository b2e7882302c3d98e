import type { Kysely } from 'kysely';
import type { KitRecord, SeminarStore } from '../../seminar/store.ts';
import { explained } from '../explain-failure.ts';
import type { Tables } from '../schema.ts';

type Reading = Pick<SeminarStore, 'kit' | 'kits' | 'versions' | 'version' | 'readers'>;

export function readKits(database: Kysely<Tables>): Reading {
  const on = <Result>(work: () => Promise<Result>) => explained(null, work);
  const versionsOf = (kit: string) =>
    database
      .selectFrom('seminar_kit')
      .innerJoin('seminar_version', 'seminar_version.kit', 'seminar_kit.id')
      .where('seminar_kit.id', '=', kit)
      .select(['seminar_kit.id', 'owner', 'class', 'held_on'])
      .select(['seminar_version.version', 'content', 'seminar_version.changed_at']);

  return {
    kit: (id) =>
      on(async () => {
        const row = await versionsOf(id)
          .whereRef('seminar_version.version', '=', 'seminar_kit.version')
          .executeTakeFirst();
        return row === undefined ? null : kitFrom(row);
      }),
    kits: (person) =>
      on(async () => {
        const shared = database
          .selectFrom('seminar_share')
          .where('person', '=', person)
          .select('kit');
        return database
          .selectFrom('seminar_kit')
          .where((row) => row.or([row('owner', '=', person), row('id', 'in', shared)]))
          .select([
            'id',
            'owner',
            'topic',
            'class as classId',
            'version',
            'changed_at as changedAt',
          ])
          .orderBy('changed_at', 'desc')
          .orderBy('id')
          .execute();
      }),
    versions: (kit) =>
      on(() =>
        database
          .selectFrom('seminar_version')
          .where('kit', '=', kit)
          .select(['version', 'note', 'changed_at as changedAt'])
          .orderBy('version', 'desc')
          .execute(),
      ),
    version: (kit, version) =>
      on(async () => {
        const row = await versionsOf(kit)
          .where('seminar_version.version', '=', version)
          .executeTakeFirst();
        return row === undefined ? null : kitFrom(row);
      }),
    readers: (kit) =>
      on(async () => {
        const rows = await database
          .selectFrom('seminar_share')
          .where('kit', '=', kit)
          .select('person')
          .orderBy('person')
          .execute();
        return rows.map(({ person }) => person);
      }),
  };
}

interface KitRow {
  readonly id: string;
  readonly owner: string;
  readonly class: string | null;
  readonly held_on: string | null;
  readonly version: number;
  readonly content: string;
  readonly changed_at: string;
}

function kitFrom({ class: classId, held_on, content, changed_at, ...row }: KitRow): KitRecord {
  return { ...row, classId, heldOn: held_on, kit: parse(content), changedAt: changed_at };
}

/** What cannot be read is no kit. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
