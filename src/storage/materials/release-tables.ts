export interface ReleaseTables {
  release: ReleaseTable;
}

/** What was found of an index beside the one that served, by the same golden questions once. */
interface ReleaseTable {
  index_name: string;
  /** Empty where there was none. */
  before_name: string;
  golden: string;
  /** Grows with every judgement. */
  ordinal: number;
  verdict: string;
  /** As JSON. */
  findings: string;
  at: string;
  /** Who let it through, as they were called then; null unless somebody did. */
  by_name: string | null;
  by_person: string | null;
  reason: string | null;
  overruled_at: string | null;
}
