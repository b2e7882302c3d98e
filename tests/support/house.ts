import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import type { Speaker } from '../../src/conversation/incoming.ts';
import type { Role } from '../../src/people/abilities.ts';
import { hashCode } from '../../src/people/invitation.ts';
import type { Part } from '../../src/people/person.ts';
import type { PeopleChange } from '../../src/people/store.ts';
import { placeBuiltIndex, rememberBuiltIndex, SHIPPED_CORPUS } from './built-index.ts';
import { type Talk, talkWith } from './talk.ts';
import { testConfig } from './test-config.ts';

/** A Tuesday at noon in Shanghai, on which everything that ships is in force. */
export const NOON = '2027-06-01T04:00:00.000Z';

export const CLASS = {
  ...{ id: 'class-one', name: '任职培训班', startsOn: '2027-05-20', endsOn: '2027-06-10' },
};
export const OTHER_CLASS = { ...CLASS, id: 'class-two', name: '进修班' };

/** The corpus, records and a clock that a test turns, with people in them. */
export interface House {
  readonly app: App;
  /** What went to the log about the model endpoint. */
  readonly logged: readonly string[];
  /** Turns the clock. */
  goTo(instant: string): void;
  /**
   * Adds a person; `part` makes them a member of a class, by default the first.
   *
   * @param consentedAt null for someone who has not agreed yet
   */
  add(
    id: string,
    role: Role,
    part?: Part,
    classId?: string,
    consentedAt?: string | null,
  ): Promise<void>;
  /** Speaks for a person, as a page shows it unless told otherwise. */
  talk(id: string, changes?: Partial<Speaker>): Promise<Talk>;
  close(): Promise<void>;
}

/**
 * @param settings as the environment would give them
 * @param corpus the one that ships unless said
 */
export async function makeHouse(
  settings: Readonly<Record<string, string>> = {},
  corpus = SHIPPED_CORPUS,
): Promise<House> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'house-'));
  let now = new Date(NOON);
  const logged: string[] = [];
  const write = (fields: object, message: string) => {
    logged.push(JSON.stringify({ ...fields, message }));
  };
  const app = createApp(testConfig(corpus, dataFolder, settings), {
    clock: { now: () => now },
    log: { info: write, warn: write },
  });
  const indexes = join(dataFolder, 'index');
  await placeBuiltIndex(corpus, indexes);
  await app.index();
  await rememberBuiltIndex(corpus, indexes);
  const { people } = await app.records();
  await people.change(
    [CLASS, OTHER_CLASS].map((one) => ({ kind: 'add-class', class: one, at: NOON })),
  );
  const conversation = await app.conversation(async (code) => [
    { label: '网页', url: `http://localhost/#code=${code}` },
  ]);
  return {
    ...{ app, logged },
    goTo: (instant) => {
      now = new Date(instant);
    },
    add: async (id, role, part, classId = CLASS.id, consentedAt = NOON) => {
      const joining: PeopleChange[] =
        part === undefined ? [] : [{ kind: 'join', person: id, classId, part, at: NOON }];
      const invitation = {
        ...{ id, codeHash: hashCode(`code ${id}`), note: '', places: 1, role, classId: null },
        ...{ person: id, createdAt: NOON, expiresAt: '2028-01-01T00:00:00.000Z' },
      };
      await people.change([
        { kind: 'add-person', person: { id, name: `姓名${id}`, unit: '某局', role }, at: NOON },
        ...(consentedAt === null
          ? []
          : [{ kind: 'consent' as const, person: id, at: consentedAt }]),
        ...joining,
        { kind: 'invite', invitation },
      ]);
      await people.redeem(hashCode(`code ${id}`), { channel: 'test', key: id }, now, null);
    },
    talk: async (id, changes = {}) =>
      talkWith(conversation, {
        ...{ channel: 'test', conversation: id, person: id, shows: 'page' },
        ...changes,
      }),
    close: async () => {
      await app.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
