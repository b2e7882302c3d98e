import type { Clock } from '../clock.ts';
import type { Account } from '../people/store.ts';
import { createTries } from '../people/tries.ts';
import { hashReceiptCode, makeReceiptCode, readReceiptCode } from './receipt-code.ts';
import type { SuggestionStore } from './store.ts';
import type { Suggestion } from './suggestion.ts';

export type OpenedReceipt =
  | { readonly kind: 'found'; readonly suggestion: Suggestion }
  | { readonly kind: 'unknown' | 'too-many-tries' };

/** Codes by which whoever sent a 意见建议 sees what became of it, from any account or none. */
export interface Receipts {
  /** A new code; null where the account has sent too many lately. */
  issue(account: Account): string | null;
  /** @param code as it was typed */
  open(code: string, account: Account): Promise<OpenedReceipt>;
}

const MOST_SENT = 20;
const MOST_TRIES = 10;

/** Both are counted by the hour, in this process alone. */
export function createReceipts(store: Pick<SuggestionStore, 'byCode'>, clock: Clock): Receipts {
  const sent = createTries(clock, MOST_SENT);
  const tried = createTries(clock, MOST_TRIES);
  return {
    issue: (account) => {
      const key = keyOf(account);
      if (sent.areUsedUp(key)) return null;
      sent.count(key);
      return makeReceiptCode();
    },
    open: async (text, account) => {
      const key = keyOf(account);
      if (tried.areUsedUp(key)) return { kind: 'too-many-tries' };
      // Before it is known to be wrong: many that come at once are many.
      tried.count(key);
      const code = readReceiptCode(text);
      const suggestion = code === null ? null : await store.byCode(hashReceiptCode(code));
      if (suggestion === null) return { kind: 'unknown' };
      tried.forgive(key);
      return { kind: 'found', suggestion };
    },
  };
}

function keyOf({ channel, key }: Account): string {
  return `${channel} ${key}`;
}
