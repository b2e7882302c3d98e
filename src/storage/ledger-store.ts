import type { Kysely, Transaction } from 'kysely';
import type { LedgerStore } from '../materials/ledger/store.ts';
import { changeLedger } from './change-ledger.ts';
import { retried } from './delivery/retried.ts';
import { explained } from './explain-failure.ts';
import { takes } from './ledger/ask.ts';
import { forgetLongAgo } from './ledger/forget-askers.ts';
import { place } from './ledger/place.ts';
import { readAnswered, readOwnAsked, readToTell } from './ledger/read-asked.ts';
import * as topics from './ledger/read-topics.ts';
import { readUnplaced, readWordings } from './ledger/read-wordings.ts';
import { tellAskers } from './ledger/tell-askers.ts';
import type { Tables } from './schema.ts';
import { type Scrub, scrubAfter } from './scrub.ts';

export function createLedgerStore(database: Kysely<Tables>, scrub: Scrub): LedgerStore {
  const on = <Result>(work: () => Promise<Result>) => explained(null, () => retried(work));
  const within = (work: (all: Transaction<Tables>) => Promise<void>) =>
    on(() => database.transaction().execute(work));

  return {
    topics: (filter) => on(() => topics.readTopics(database, filter)),
    topic: (id) => on(() => topics.readTopic(database, id)),
    wordings: (topic, from, limit) => on(() => readWordings(database, topic, from, limit)),
    unplaced: (limit) => on(() => readUnplaced(database, limit)),
    exemplars: () => on(() => topics.readExemplars(database)),
    place: (placements, at) => within((all) => place(all, placements, at)),
    takes: (asked) => on(() => takes(database, asked)),
    ownAsked: (person) => on(() => readOwnAsked(database, person)),
    answered: () => on(() => readAnswered(database)),
    toTell: (limit, after) => on(() => readToTell(database, limit, after)),
    tell: (topic, people, messages, given) =>
      within((all) => tellAskers(all, topic, people, messages, given)),
    totals: () => on(() => topics.readTotals(database)),
    forget: (now) => on(() => forgetLongAgo(database, now)),
    change: async (changes) => {
      await within(async (all) => {
        for (const change of changes) await changeLedger(all, change);
      });
      await explained(null, () => scrubAfter(scrub, changes));
    },
  };
}
