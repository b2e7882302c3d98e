import type { Kysely } from 'kysely';
import type { Verdict } from '../conversation/deeds/talk.ts';
import type { Speaker } from '../conversation/incoming.ts';
import type { Block } from '../conversation/reply.ts';
import type { ConversationStore, Turn } from '../conversation/store.ts';
import { explained } from './explain-failure.ts';
import { carryOut, keep } from './keep.ts';
import type { SurveyKeys } from './questionnaire/survey-keys.ts';
import type { Tables } from './schema.ts';
import type { Scrub } from './scrub.ts';
import type { WriteChanges } from './write-changes.ts';

/** Stands in for a reply that can no longer be read. */
const UNREADABLE: Block = {
  kind: 'text',
  tone: 'notice',
  text: '这次答复的记录已经损坏，无法显示。请重新提问。',
};

export function createConversationStore(
  database: Kysely<Tables>,
  write: WriteChanges,
  scrub: Scrub,
  keys: SurveyKeys,
): ConversationStore {
  const conversationOf = ({ channel, conversation }: Speaker) =>
    database
      .selectFrom('conversation')
      .where('channel', '=', channel)
      .where('key', '=', conversation)
      .select(['id', 'state']);
  const turnsOf = (speaker: Speaker) =>
    database
      .selectFrom('turn')
      .leftJoin('rating', 'rating.turn', 'turn.id')
      .where('conversation', '=', conversationOf(speaker).clearSelect().select('id'))
      .select(['turn.id', 'message', 'said', 'blocks', 'turn.at', 'ordinal', 'verdict'])
      .select('session');
  const on = <Result>(work: () => Promise<Result>) => explained(null, work);

  return {
    state: (speaker) =>
      on(async () => {
        const row = await conversationOf(speaker).executeTakeFirst();
        const json = row?.state ?? null;
        // What cannot be read is not the same as nothing: the person is told that it is lost.
        return parse(json) ?? json;
      }),
    keep: (kept) =>
      on(async () => {
        const changes = kept.changes.map(({ change }) => change);
        await write(changes, (all) => keep(all, kept, keys));
        if (kept.suggestion !== null) await scrub('sent');
      }),
    turnOf: (speaker, message) =>
      on(async () => {
        const row = await turnsOf(speaker).where('message', '=', message).executeTakeFirst();
        return row === undefined ? null : turnFrom(row);
      }),
    deed: (speaker, set, position, now) =>
      on(async () => {
        const row = await database
          .selectFrom('action_set')
          .where('id', '=', set)
          .where('person', '=', speaker.person)
          .where('conversation', '=', conversationOf(speaker).clearSelect().select('id'))
          .where('expires_at', '>', now.toISOString())
          .select('deeds')
          .executeTakeFirst();
        const deeds = parse(row?.deeds ?? null);
        return Array.isArray(deeds) ? (deeds[position] ?? null) : null;
      }),
    history: (speaker, limit, before) =>
      on(async () => {
        let query = turnsOf(speaker);
        if (before !== undefined) {
          const first = turnsOf(speaker)
            .where('turn.id', '=', before)
            .clearSelect()
            .select('ordinal');
          query = query.where('ordinal', '<', first);
        }
        const rows = await query
          .orderBy('ordinal', 'desc')
          .limit(limit + 1)
          .execute();
        return {
          turns: rows.slice(0, limit).reverse().map(turnFrom),
          hasMore: rows.length > limit,
        };
      }),
    file: (speaker, id) =>
      on(async () => {
        const row = await database
          .selectFrom('file')
          .where('id', '=', id)
          .where('conversation', '=', conversationOf(speaker).clearSelect().select('id'))
          .select(['name', 'media_type as mediaType', 'bytes'])
          .executeTakeFirst();
        return row === undefined ? null : { id, ...row, size: row.bytes.byteLength };
      }),
    forget: ({ channel, conversation }, changes = []) =>
      on(async () => {
        await database.transaction().execute(async (all) => {
          await carryOut(all, changes, keys);
          await all
            .deleteFrom('conversation')
            .where('channel', '=', channel)
            .where('key', '=', conversation)
            .execute();
        });
        await scrub('erased');
      }),
  };
}

interface TurnRow {
  id: string;
  message: string;
  said: string;
  blocks: string;
  at: string;
  verdict: string | null;
  session: string | null;
}

function turnFrom({ id, message, said, blocks, at, verdict, session }: TurnRow): Turn {
  const parsed = parse(blocks);
  return {
    id,
    message,
    said,
    blocks: Array.isArray(parsed) ? (parsed as Block[]) : [UNREADABLE],
    at,
    verdict: verdict as Verdict | null,
    ...(session === null ? {} : { session }),
  };
}

/** Null where there is nothing that can be read. */
function parse(json: string | null): unknown {
  if (json === null) return null;
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
