/** A report as data: Word, the web page and the chat are made of the same blocks. */
export interface Outline {
  readonly title: string;
  /** Below the title; empty where there is nothing to say. */
  readonly subtitle: string;
  /** At the head of every page on paper. */
  readonly runningHead: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** In smaller words: how figures are to be read. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: TableData }
  | {
      readonly kind: 'chart';
      readonly caption: string;
      readonly chart: ChartData;
      /** All that the picture tells, in words. */
      readonly alt: string;
      /** The figures of the picture; null where a table of the report beside it has them. */
      readonly table: TableData | null;
    }
  /** Words of a policy, exactly, with their place. */
  | {
      readonly kind: 'quote';
      readonly label: string;
      readonly text: string;
      readonly source: string;
    };

export interface TableColumn {
  readonly title: string;
  /** Millimetres on paper; those of a table make 156. */
  readonly width: number;
  readonly isCentered: boolean;
}

export interface TableData {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Below it; empty where there is nothing to say. */
  readonly note: string;
}

export type ChartData =
  /** Bars from 0 on; `value` null where it is hidden. */
  | {
      readonly kind: 'bars';
      readonly bars: readonly {
        readonly label: string;
        readonly value: number | null;
        /** The value in words. */
        readonly shown: string;
        /** Drawn full; others are hatched. */
        readonly isStrong: boolean;
      }[];
    }
  /** Shares of a whole, each row 0 to 1; what is hidden is left open. */
  | {
      readonly kind: 'shares';
      readonly parts: readonly string[];
      readonly rows: readonly {
        readonly label: string;
        readonly shares: readonly (number | null)[];
      }[];
    }
  /** Two marks from 1 to 5 on one line. */
  | {
      readonly kind: 'marks';
      readonly names: readonly [before: string, after: string];
      readonly rows: readonly {
        readonly label: string;
        readonly before: number;
        readonly after: number;
      }[];
    }
  /** Importance and competence, 1 to 5, against their means. */
  | {
      readonly kind: 'quadrants';
      readonly points: readonly QuadrantPoint[];
      readonly means: { readonly importance: number; readonly competence: number };
    };

export interface QuadrantPoint {
  readonly number: number;
  readonly label: string;
  readonly importance: number;
  readonly competence: number;
  readonly quadrant: 'focus' | 'keep' | 'later' | 'enough';
}
