import type { Kysely } from 'kysely';
import type { Phase, Round, SeminarSession } from '../../seminar/session/session.ts';
import type { SeminarStore } from '../../seminar/store.ts';
import { explained } from '../explain-failure.ts';
import type { Tables } from '../schema.ts';

type Reading = Pick<
  SeminarStore,
  | 'session'
  | 'sessionByCode'
  | 'sessions'
  | 'sessionsOfKit'
  | 'participants'
  | 'takesPart'
  | 'joined'
>;

export function readSessions(database: Kysely<Tables>): Reading {
  const on = <Result>(work: () => Promise<Result>) => explained(null, work);
  const all = () => database.selectFrom('seminar_session').selectAll('seminar_session');
  const here = (session: string) =>
    database.selectFrom('seminar_member').where('session', '=', session).where('is_here', '=', 1);

  return {
    session: (id) =>
      on(async () => {
        const row = await all().where('id', '=', id).executeTakeFirst();
        return row === undefined ? null : sessionFrom(row);
      }),
    sessionByCode: (code) =>
      on(async () => {
        const row = await all()
          .where('code', '=', code)
          .where('closed_at', 'is', null)
          .executeTakeFirst();
        return row === undefined ? null : sessionFrom(row);
      }),
    sessions: (owner, limit) =>
      on(async () => {
        const rows = await all()
          .where('owner', '=', owner)
          .orderBy('opened_at', 'desc')
          .orderBy('id')
          .limit(limit)
          .execute();
        return rows.map(sessionFrom);
      }),
    sessionsOfKit: (kit) =>
      on(async () => {
        const rows = await all()
          .where('kit', '=', kit)
          .orderBy('opened_at', 'desc')
          .orderBy('team')
          .orderBy('id')
          .execute();
        return rows.map(sessionFrom);
      }),
    participants: (session) =>
      on(async () => {
        const row = await all().where('id', '=', session).executeTakeFirst();
        if (row === undefined || row.people !== null) return row?.people ?? 0;
        const { people } = await here(session)
          .select((member) => member.fn.countAll<number>().as('people'))
          .executeTakeFirstOrThrow();
        return Number(people);
      }),
    takesPart: (session, person) =>
      on(async () => {
        const row = await here(session)
          .where('person', '=', person)
          .select('person')
          .executeTakeFirst();
        return row !== undefined;
      }),
    joined: (person) =>
      on(async () => {
        const rows = await all()
          .innerJoin('seminar_member', 'seminar_member.session', 'seminar_session.id')
          .where('person', '=', person)
          .where('is_here', '=', 1)
          .where('closed_at', 'is', null)
          .orderBy('opened_at', 'desc')
          .orderBy('seminar_session.id')
          .execute();
        return rows.map(sessionFrom);
      }),
  };
}

function sessionFrom(row: Tables['seminar_session']): SeminarSession {
  return {
    id: row.id,
    code: row.code,
    kitId: row.kit,
    classId: row.class,
    owner: row.owner,
    topic: row.topic,
    group: row.team,
    focus: row.focus,
    round: row.round as Round,
    phase: row.phase as Phase,
    step: row.step,
    timer: row.timer === null ? null : (JSON.parse(row.timer) as SeminarSession['timer']),
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  };
}
