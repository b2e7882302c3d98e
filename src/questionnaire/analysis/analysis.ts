/**
 * What the answers to a questionnaire say, with small numbers hidden: everything in it may be printed.
 * A count that is hidden is null. See `FEWEST`, and rule 9 of the house.
 */
export interface Analysis {
  readonly sample: Sample;
  /** In the order of the questionnaire, without sections. Empty where fewer than `FEWEST` answered. */
  readonly items: readonly ItemAnalysis[];
  /** Content items by their weighted gap, the largest first; empty where there are none. */
  readonly needs: readonly NeedRank[];
  /** Marks before and after a class, in the order of the questionnaire. */
  readonly changes: readonly ChangeResult[];
  /** Results told apart by each band, such as 层级. */
  readonly crossTabs: readonly CrossTab[];
  readonly suggestions: readonly CourseSuggestion[];
  /** What the figures cannot tell, each a sentence. */
  readonly limits: readonly string[];
}

export interface Sample {
  /** Who were asked; null where nobody knows (a link). */
  readonly invited: number | null;
  /** Answers that count. */
  readonly answered: number;
  /** 0 to 1; null where `invited` is. */
  readonly rate: number | null;
}

export interface ItemAnalysis {
  readonly id: string;
  readonly type: 'single' | 'multiple' | 'scale-pair' | 'ranking' | 'number' | 'text';
  readonly text: string;
  /** Who answered it, 不适用 not counted; null where they are fewer than `FEWEST`. */
  readonly answered: number | null;
  /** Who answered 不适用; null where that is hidden. */
  readonly notApplicable: number | null;
  /** Null for a text, and where all of it is hidden. */
  readonly distribution: Distribution | null;
  /** Of a number; null for other types and where it is hidden. */
  readonly mean: number | null;
  /** Of a scale pair. */
  readonly pair: PairMeans | null;
  /** Of a text: what several people say, the most frequent first. */
  readonly themes: readonly Theme[];
}

export interface PairMeans {
  /** 1 to 5. Means over those who gave both marks. */
  readonly importance: number;
  readonly competence: number;
}

export type Distribution =
  /** Of options: each answer counts once (single), or for each option chosen (multiple). */
  | { readonly kind: 'options'; readonly cells: readonly Cell[] }
  /** Marks 1 to 5 of both scales; null where small numbers hide it. */
  | {
      readonly kind: 'pair';
      readonly importance: readonly number[] | null;
      readonly competence: readonly number[] | null;
    }
  /** By mean place (1 is the first), the best first; `mean` is null where fewer than `FEWEST` ranked it. */
  | {
      readonly kind: 'ranking';
      readonly places: readonly { readonly option: string; readonly mean: number | null }[];
    }
  /** Numbers in bands. */
  | { readonly kind: 'bands'; readonly cells: readonly Cell[] };

export interface Cell {
  readonly label: string;
  /** Null where it is hidden. */
  readonly count: number | null;
  /** 0 to 1 of those who answered; null where the count is. */
  readonly share: number | null;
}

/** Content that is asked for importance and competence, by Borich's mean weighted discrepancy score. */
export interface NeedRank {
  readonly id: string;
  readonly text: string;
  /** Counts from 1; the same for the same score. */
  readonly rank: number;
  /** Mean over respondents of (importance − competence) × mean importance. */
  readonly mwds: number;
  readonly importance: number;
  readonly competence: number;
  readonly answered: number;
  /** Against the means of all content items. */
  readonly quadrant: Quadrant;
  /** The plan has it taught whatever the marks are; see `isPrescribed`. */
  readonly isPrescribed: boolean;
}

/**
 * `focus`: important and little mastered; `keep`: important and well mastered; `later`: less important
 * and little mastered; `enough`: less important and well mastered.
 */
export type Quadrant = 'focus' | 'keep' | 'later' | 'enough';

export const QUADRANT_NAMES: Readonly<Record<Quadrant, string>> = {
  focus: '优先安排',
  keep: '保持巩固',
  later: '酌情安排',
  enough: '不必单独安排',
};

/** What to do with content, in a word. */
export function adviceFor({ quadrant, isPrescribed }: NeedRank): string {
  const isLessAsked = quadrant === 'later' || quadrant === 'enough';
  return isPrescribed && isLessAsked ? '按规定安排' : QUADRANT_NAMES[quadrant];
}

export interface ChangeResult {
  readonly id: string;
  readonly text: string;
  readonly before: number;
  readonly after: number;
  readonly answered: number;
}

/** Results of one band item: what each of its groups needs. */
export interface CrossTab {
  /** Id and text of the band item. */
  readonly band: string;
  readonly text: string;
  readonly groups: readonly Group[];
  /** Counts of single and multiple items by group; cells are hidden so that sums do not tell them. */
  readonly tables: readonly CrossTable[];
}

export interface Group {
  readonly label: string;
  /** Null where it is hidden. */
  readonly answered: number | null;
  /** Of the content items, the largest score first; empty where the group is hidden. */
  readonly needs: readonly {
    readonly id: string;
    readonly text: string;
    readonly mwds: number;
    readonly rank: number;
  }[];
}

export interface CrossTable {
  readonly item: string;
  readonly text: string;
  readonly options: readonly string[];
  /** A row for each group in their order, a count for each option; null where it is hidden. */
  readonly rows: readonly (readonly (number | null)[])[];
}

/** What several people wrote, by the words they share. */
export interface Theme {
  /** One to three words that stand for it. */
  readonly words: readonly string[];
  /** People; never fewer than `FEWEST`. */
  readonly people: number;
}

/** What to teach whom. */
export interface CourseSuggestion {
  /** Content item, by id and text. */
  readonly item: string;
  readonly text: string;
  /** For all, or a group of a band. */
  readonly audience: string;
  /** The figures that support it, in a sentence. */
  readonly reason: string;
  /** Where the plan asks for it; null where the item has no basis. */
  readonly basis: { readonly title: string; readonly place: string; readonly text: string } | null;
}
