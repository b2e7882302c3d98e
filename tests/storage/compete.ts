/**
 * `node compete.ts FOLDER NAME`: opens the records, says so, and when told `go` reaches for a lease,
 * for a place and for updates; tells what it got.
 */
import { once } from 'node:events';
import { openRecords } from '../../src/storage/records.ts';

export interface Got {
  readonly lease: boolean;
  readonly redeemed: string;
  readonly updates: readonly number[];
}

const [folder = '', name = ''] = process.argv.slice(2);
const now = new Date('2026-01-01T08:00:00.000Z');
const until = new Date('2026-01-01T08:00:10.000Z');
const updates = [1, 2, 3, 4, 5].map((id) => ({ id, body: '{}' }));

const records = await openRecords(folder);
const told = once(process, 'message');
process.send?.('ready');
await told;
const lease = await records.leases.take('work', name, now, until);
const redeemed = (await records.people.redeem('hash', { channel: 'test', key: name }, now, null))
  .kind;
const fresh = await records.inbox.accept(1, updates, now);
await records.close();
const got: Got = { lease, redeemed, updates: fresh.map(({ id }) => id) };
process.send?.(got);
process.disconnect?.();
