import type { Clock } from '../../clock.ts';
import type { MessageButton } from '../../delivery/mailing.ts';
import type { Shelf } from '../shelf.ts';
import type { Cite } from './given-answer.ts';
import type { GivenAnswerStore } from './store.ts';

/** Words that hold now, to be opened by a button. */
export interface CurrentWords extends Pick<Cite, 'material' | 'place' | 'start' | 'text'> {
  /** What the button says. */
  readonly label: string;
}

/** What the recall of answers looks at. */
export interface RecallParts {
  readonly shelf: Pick<Shelf, 'list' | 'find' | 'reading'>;
  readonly givenAnswers: GivenAnswerStore;
  readonly clock: Clock;
  /** IANA zone in which days count. */
  readonly zone: string;
  /** Days for which answers are kept; 0 where none are. */
  readonly answerDays: number;
  /** Whether words of 内部 materials may go to each channel that messages take. */
  readonly carriesInternal: boolean;
  /** Whether answers still come from an index before the materials as they are now, held at the gate. */
  isHeld(): Promise<boolean>;
  /** When a message may go that nobody waits for, from an instant on. */
  allowedAt(now: Date): Date;
  /** A new id of a mailing or a delivery, in the form of the conversation's. */
  newId(): string;
  /** What stands under a message. */
  buttonsOf(words: readonly CurrentWords[]): readonly MessageButton[];
}
