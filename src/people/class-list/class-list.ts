import type { ListedMember } from '../plan-import.ts';

/** A row of a class list (班次名单) that can be taken. */
export interface ListedPerson extends ListedMember {
  /** In the file, as people count: from 1. */
  readonly line: number;
}

export interface RowProblem {
  readonly line: number;
  /** What is wrong or to be checked, and what to do. */
  readonly problem: string;
}

export interface ClassList {
  readonly people: readonly ListedPerson[];
  /** Rows that are left out. */
  readonly problems: readonly RowProblem[];
  /** Rows that are taken, with something to check. */
  readonly remarks: readonly RowProblem[];
}

/** A sheet as rows of texts, with the rows in which a merged cell was filled in. */
export interface Sheet {
  readonly rows: readonly (readonly string[])[];
  /** Rows counted from 0. */
  readonly merged: ReadonlySet<number>;
}

export type ReadSheet =
  | { readonly ok: true; readonly sheet: Sheet }
  | { readonly ok: false; readonly problem: string };
