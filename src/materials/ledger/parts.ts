import type { Clock } from '../../clock.ts';
import type { MessageButton } from '../../delivery/mailing.ts';
import type { Person } from '../../people/person.ts';
import type { PeopleStore } from '../../people/store.ts';
import type { BorrowedIndex } from '../../retrieval/index/keep-index.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { VectorsOf } from './keep-vectors.ts';
import type { LedgerStore } from './store.ts';

/** By what a person reads an answer: a message that may go out by any channel, or the page of the house. */
export type Reach = 'message' | 'page';

/** What goes on behind the ledger looks at. */
export interface LedgerParts {
  readonly ledger: LedgerStore;
  readonly people: Pick<PeopleStore, 'person'>;
  readonly clock: Clock;
  /** Days for which it is kept what answers cited; 0 where it is not. */
  readonly answerDays: number;
  /** The index that serves, kept open until it is given back. */
  borrowIndex(): Promise<BorrowedIndex>;
  /** See `IndexKeeper`. */
  freshIndex(): Promise<string | null>;
  indexTrouble(): string | null;
  /** The index with what a person may read. */
  readable(index: CorpusIndex, person: Person, by: Reach): CorpusIndex;
  /** See {@link keepVectors}. */
  readonly vectorsOf: VectorsOf;
  /** When a message may go that nobody waits for, from an instant on. */
  allowedAt(now: Date): Date;
  /** A new id of a topic, a mailing or a delivery, in the form of the conversation's. */
  newId(): string;
  /** What stands under a message that a question is answered. */
  buttonsOf(question: string): readonly MessageButton[];
}
