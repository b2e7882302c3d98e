/** An answer to one item. Options are numbers that count from 0 in the frozen item. */
export type Answer =
  | {
      readonly kind: 'single';
      readonly option: number;
      /** What was written beside 其他; empty where nothing was. */
      readonly other: string;
    }
  | { readonly kind: 'multiple'; readonly options: readonly number[]; readonly other: string }
  /** A mark from 1 to 5, or null while it is not given. */
  | {
      readonly kind: 'scale-pair';
      readonly importance: number | null;
      readonly competence: number | null;
    }
  /** A scale pair that does not apply to the respondent. */
  | { readonly kind: 'not-applicable' }
  /** Options, the most important first. */
  | { readonly kind: 'ranking'; readonly order: readonly number[] }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string };

/** What one respondent answered, by the ids of items; an item without an answer is missing. */
export type Answers = Readonly<Record<string, Answer>>;
