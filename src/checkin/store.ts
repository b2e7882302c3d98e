import type { LearningEntry, RecallAnswer } from './entry.ts';
import type { RecallCard } from './schedule.ts';

/** What may change of an entry once it is kept. */
export type EntryFields = Partial<
  Pick<
    LearningEntry,
    | 'studiedOn'
    | 'isMadeUp'
    | 'kind'
    | 'material'
    | 'place'
    | 'chapter'
    | 'studied'
    | 'reflection'
    | 'classId'
  >
>;

/** A change that is kept in one transaction with the reply that tells of it. */
export type LearningChange =
  | { readonly kind: 'add-entry'; readonly entry: LearningEntry }
  | {
      readonly kind: 'change-entry';
      readonly person: string;
      readonly id: string;
      readonly fields: EntryFields;
    }
  /** Wipes its words; that it was is kept, for what was exported before. */
  | {
      readonly kind: 'withdraw-entry';
      readonly person: string;
      readonly id: string;
      readonly at: string;
    }
  /** @property classId null takes it back */
  | {
      readonly kind: 'share-entry';
      readonly person: string;
      readonly id: string;
      readonly classId: string | null;
    }
  /** An answer to a question that was answered before changes nothing. */
  | { readonly kind: 'answer-recall'; readonly answer: RecallAnswer; readonly card: RecallCard }
  | { readonly kind: 'forget-learning'; readonly person: string };

export interface ChapterCount {
  readonly material: string;
  readonly chapter: string;
  readonly entries: number;
  /** `YYYY-MM-DD`. */
  readonly lastOn: string;
}

export interface SharedEntry {
  readonly entry: LearningEntry;
  readonly name: string;
  readonly unit: string;
}

/** Totals of a class; numbers of fewer than five people are not in it. */
export interface ClassTotals {
  readonly learners: number;
  /** Who has any record within the class; null for fewer than five. */
  readonly active: number | null;
  readonly chapters: readonly {
    readonly material: string;
    readonly chapter: string;
    readonly people: number;
  }[];
}

/** The smallest number of people that is told. */
export const SMALLEST_GROUP = 5;

/**
 * What people keep of their learning. Every method that names a person sees that person's alone.
 *
 * @throws UserFacingError from any method where the records cannot be used now (locked, full)
 */
export interface LearningStore {
  entry(person: string, id: string): Promise<LearningEntry | null>;
  /** The latest by day and time, or those before an entry. */
  entries(
    person: string,
    limit: number,
    before?: string,
  ): Promise<{ readonly entries: readonly LearningEntry[]; readonly hasMore: boolean }>;
  /** All, the oldest first, withdrawn ones too. */
  allEntries(person: string): Promise<readonly LearningEntry[]>;
  /** Days with entries from a day on, in order. */
  days(
    person: string,
    from: string,
  ): Promise<readonly { readonly date: string; readonly entries: number }[]>;
  chapters(person: string): Promise<readonly ChapterCount[]>;
  cards(person: string): Promise<readonly RecallCard[]>;
  hasAnswered(person: string, asked: string): Promise<boolean>;
  answers(person: string): Promise<readonly RecallAnswer[]>;
  /** What learners of a class share with its trainers now, the newest first. */
  shared(classId: string, limit: number): Promise<readonly SharedEntry[]>;
  /** @param from to: days within which records count, both included */
  totals(classId: string, from: string, to: string): Promise<ClassTotals>;
  change(changes: readonly LearningChange[]): Promise<void>;
}
