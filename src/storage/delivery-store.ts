import type { Kysely } from 'kysely';
import type { Outbox } from '../delivery/outbox.ts';
import type { DeliveryStore } from '../delivery/store.ts';
import type { Tables } from './schema.ts';

export function createDeliveryStore(_database: Kysely<Tables>): DeliveryStore & Outbox {
  return new Proxy<DeliveryStore & Outbox>({} as never, { get: notYet });
}

function notYet(_: object, method: string | symbol): never {
  throw new Error(`Cannot call "${String(method)}": deliveries are not kept yet`);
}
