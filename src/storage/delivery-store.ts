import type { Kysely } from 'kysely';
import type { Outbox } from '../delivery/outbox.ts';
import type { DeliveryStore } from '../delivery/store.ts';
import { changeDelivery } from './change-delivery.ts';
import { forget } from './delivery/forget.ts';
import { createOutbox } from './delivery/outbox.ts';
import { readDue, readReach } from './delivery/read-due.ts';
import { readMailings, readMailingsFrom } from './delivery/read-mailings.ts';
import { readMessages } from './delivery/read-messages.ts';
import { release } from './delivery/release.ts';
import { report, unreached } from './delivery/report.ts';
import { retried } from './delivery/retried.ts';
import { readyNotices, takeBack } from './delivery/take-back.ts';
import { explained } from './explain-failure.ts';
import type { Tables } from './schema.ts';

export function createDeliveryStore(database: Kysely<Tables>): DeliveryStore & Outbox {
  const on = <Result>(work: () => Promise<Result>) => explained(null, () => retried(work));

  return {
    ...createOutbox(database),
    ...readMessages(database),
    due: (now, limit) => on(() => readDue(database, now, limit)),
    release: (releases, now) => on(() => release(database, releases, now)),
    readyNotices: () => on(() => readyNotices(database)),
    takeBack: (mailings, now) => on(() => takeBack(database, mailings, now)),
    reach: (people, now) => on(() => readReach(database, people, now)),
    forget: (now) => on(() => forget(database, now)),
    mailings: (reminder, limit) => on(() => readMailings(database, reminder, limit)),
    mailingsFrom: (sources) => on(() => readMailingsFrom(database, sources)),
    report: (reminder, mailing) => on(() => report(database, reminder, mailing)),
    unreached: (reminder, mailing) => on(() => unreached(database, reminder, mailing)),
    change: (changes) =>
      on(() =>
        database.transaction().execute(async (all) => {
          for (const change of changes) await changeDelivery(all, change);
        }),
      ),
  };
}
