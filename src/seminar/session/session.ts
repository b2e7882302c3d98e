/** The three rounds of a 结构化研讨, in order. */
export const ROUNDS = ['problem', 'cause', 'measure'] as const;
export type Round = (typeof ROUNDS)[number];

export const ROUND_NAMES: Readonly<Record<Round, string>> = {
  problem: '问题',
  cause: '原因',
  measure: '对策',
};

/** 收集, 归并, 投票, 公布 within each round. */
export const PHASES = ['collect', 'merge', 'vote', 'result'] as const;
export type Phase = (typeof PHASES)[number];

/** Points of a first, second and third choice. */
export const POINTS = [3, 2, 1] as const;

/** A seminar under way, of one group or of a whole class. */
export interface SeminarSession {
  readonly id: string;
  /** Six digits, by which participants come in; of open sessions no two have the same. */
  readonly code: string;
  /** The kit that it runs; null where that was deleted. */
  readonly kitId: string | null;
  readonly classId: string | null;
  /** Person who opened it. */
  readonly owner: string;
  readonly topic: string;
  /** 第1组 …; empty for the whole class. */
  readonly group: string;
  /** 聚焦问题: the kit's at first, what the first round chose after it. */
  readonly focus: string;
  readonly round: Round;
  readonly phase: Phase;
  /** Counts the moves from phase to phase; a move names the one that it starts from. */
  readonly step: number;
  readonly timer: SessionTimer | null;
  /** ISO instants. */
  readonly openedAt: string;
  /** Null while it is open. */
  readonly closedAt: string | null;
}

/** Running until `endsAt`, or standing with `leftMs` left. */
export type SessionTimer =
  | { readonly state: 'running'; readonly endsAt: string }
  | { readonly state: 'paused'; readonly leftMs: number };

/** What a participant put in. Who it was is known to the database alone, and only while it is open. */
export interface Contribution {
  readonly id: string;
  readonly round: Round;
  /** Counts from 1 within the round, in the order of arrival; what it is called on the list. */
  readonly number: number;
  readonly text: string;
  /** The contribution that it was merged into; null where it stands by itself. */
  readonly mergedInto: string | null;
  /** 鱼骨图 category of a cause; empty elsewhere. */
  readonly category: string;
  /** Of a measure: 责任主体, 时限, 可行性; empty where nobody has said. */
  readonly responsible: string;
  readonly deadline: string;
  readonly feasibility: string;
}

/** The votes of a round, by contribution: how many gave 3, 2 and 1 points. */
export type Votes = ReadonlyMap<string, readonly [number, number, number]>;

/** A contribution with its points. */
export interface TallyLine {
  readonly contribution: Contribution;
  readonly points: number;
  /** How many gave it 3, 2 and 1 points. */
  readonly votes: readonly [number, number, number];
  /** Counts from 1; the same for equal points. */
  readonly rank: number;
}
