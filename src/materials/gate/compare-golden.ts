import type { Difference, GateFindings, Judgement } from './findings.ts';

/** How one golden question fares with both indexes. */
export interface Compared {
  /** Null where no index served before. */
  readonly before: Judgement | null;
  readonly after: Judgement;
}

/** Pure: sorts the golden questions by what became of them, in their order. */
export function compareGolden(compared: readonly Compared[]): GateFindings {
  const worse: Difference[] = [];
  const better: Difference[] = [];
  const changed: Difference[] = [];
  const failing: Judgement[] = [];
  const withoutBasis: Judgement[] = [];
  for (const { before, after } of compared) {
    switch (after.state) {
      case 'no-basis':
        withoutBasis.push(after);
        break;
      case 'fails':
        if (before?.state === 'holds') worse.push({ before, after });
        else failing.push(after);
        break;
      case 'holds':
        if (before === null) break;
        if (before.state !== 'holds') better.push({ before, after });
        else if (!isSame(before, after)) changed.push({ before, after });
        break;
      default:
        after.state satisfies never;
    }
  }
  return { asked: compared.length, worse, better, changed, failing, withoutBasis, problem: null };
}

/** Findings where nothing could be asked, and why. */
export function notCompared(problem: string): GateFindings {
  return { ...compareGolden([]), problem };
}

/** A material that is only called otherwise answers as before. */
function isSame({ first: before }: Judgement, { first: after }: Judgement): boolean {
  return before?.place === after?.place && before?.text === after?.text;
}
