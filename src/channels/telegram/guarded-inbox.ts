import type { InboxStore } from './store.ts';

/** What another process goes on with is not written over by one that has lost its lease. */
export function guarded(inbox: InboxStore, check: () => void): InboxStore {
  return {
    ...inbox,
    save: async (...fields) => {
      check();
      await inbox.save(...fields);
    },
    finish: async (...fields) => {
      check();
      await inbox.finish(...fields);
    },
  };
}
