import type { RecordedItem, RecordSheet } from '../record-sheet.ts';
import type { Contribution, Round, SeminarSession, TallyLine, Votes } from './session.ts';
import { standing } from './standing.ts';
import { tally, tiedRanks } from './tally.ts';

/** What a round has brought. */
export interface RoundOutcome {
  readonly contributions: readonly Contribution[];
  readonly votes: Votes;
  readonly ballots: number;
}

export interface SessionOutcome {
  readonly session: SeminarSession;
  /** Empty where it belongs to no class. */
  readonly className: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly people: number;
  readonly rounds: Readonly<Record<Round, RoundOutcome>>;
  readonly notes: readonly {
    readonly of: 'disagreement' | 'report-point';
    readonly text: string;
  }[];
}

/** The 记录表 of a session as far as it has come; never with a name of who said it. */
export function fillRecordSheet(outcome: SessionOutcome): RecordSheet {
  const { session, className, date, people, rounds, notes } = outcome;
  const { topic, group, focus } = session;
  const noted = (of: 'disagreement' | 'report-point') =>
    notes.filter((one) => one.of === of).map(({ text }) => text);
  return {
    ...{ className, date, topic, group, people, focus },
    problems: itemsOf(rounds.problem).map(({ item }) => item),
    causes: itemsOf(rounds.cause).map(({ item, line: { contribution } }) => ({
      ...item,
      // What its words suggest is no decision of the group's.
      category: contribution.category,
    })),
    measures: itemsOf(rounds.measure).map(({ item, line: { contribution } }) => ({
      ...item,
      responsible: contribution.responsible,
      deadline: contribution.deadline,
      feasibility: contribution.feasibility,
    })),
    disagreements: noted('disagreement'),
    reportPoints: noted('report-point'),
  };
}

/** The most points first; in the order of the list where nobody voted. */
function itemsOf({
  contributions,
  votes,
  ballots,
}: RoundOutcome): { readonly item: RecordedItem; readonly line: TallyLine }[] {
  const lines = tally(contributions, votes);
  const tied = tiedRanks(lines);
  const raised = new Map(
    standing(contributions).map(({ contribution, merged }) => [contribution.id, merged.length + 1]),
  );
  return lines.map((line) => ({
    line,
    item: {
      text: line.contribution.text,
      raised: raised.get(line.contribution.id) ?? 1,
      points: ballots === 0 ? null : line.points,
      isTied: line.points > 0 && tied.has(line.rank),
    },
  }));
}
