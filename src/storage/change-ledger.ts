import type { Transaction } from 'kysely';
import type { LedgerChange } from '../materials/ledger/store.ts';
import { ask } from './ledger/ask.ts';
import { stepTopic } from './ledger/step-topic.ts';
import { forgetAsked, unask } from './ledger/unask.ts';
import type { Tables } from './schema.ts';

/** Carries out one change of the unanswered ledger. */
export async function changeLedger(all: Transaction<Tables>, change: LedgerChange): Promise<void> {
  switch (change.kind) {
    case 'ask-ledger':
      return ask(all, change.asked);
    case 'unask':
      return unask(all, change.person, change);
    case 'forget-asked':
      return forgetAsked(all, change.person);
    case 'assign-topic':
    case 'submit-answer':
    case 'return-answer':
    case 'approve-answer':
    case 'set-topic-aside':
    case 'reopen-topic':
    case 'split-wording':
    case 'merge-topic':
      return stepTopic(all, change);
    default:
      return change satisfies never;
  }
}
