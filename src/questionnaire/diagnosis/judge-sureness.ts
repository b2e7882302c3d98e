import { EVIDENCE_NAMES, type Evidence, type EvidenceKind, type Sureness } from './diagnosis.ts';

/** Of the people of the class or unit; own judgement. */
const MOST_OF_THEM = 0.5;
const FEW_OF_THEM = 0.3;

interface Judgement {
  readonly sureness: Sureness;
  readonly why: string;
}

/** How sure a need is, and why: which sources, how many people, how they agree. */
export function judgeSureness(evidence: readonly Evidence[], people: number): Judgement {
  const kinds = kindsOf(evidence.filter(({ speaksFor }) => speaksFor));
  const against = kindsOf(evidence.filter(({ speaksFor }) => !speaksFor));
  const most = Math.max(...kinds.map((kind) => widest(evidence, kind).people));
  // A survey may have asked more people than the class has.
  const coverage = Math.min(1, most / people);
  const told = kinds.map((kind) => `${EVIDENCE_NAMES[kind]}（${widest(evidence, kind).told}）`);
  const among = coverage >= MOST_OF_THEM ? '覆盖半数以上人员' : '没有覆盖到半数人员';
  if (against.length > 0) {
    const others = against.map(
      (kind) => `${EVIDENCE_NAMES[kind]}（${widest(evidence, kind).told}）`,
    );
    return {
      sureness: 'low',
      why: `${told.join('、')}显示有需求，${others.join('、')}显示掌握较好，来源之间不一致，宜先座谈核实。`,
    };
  }
  if (kinds.length > 1) {
    return {
      sureness: coverage >= MOST_OF_THEM ? 'high' : 'fair',
      why: `${told.join('、')}${kinds.length}类来源指向一致，${among}。`,
    };
  }
  return {
    sureness: coverage < FEW_OF_THEM ? 'low' : 'fair',
    why: `只有${told.join('')}一类来源，没有其他来源印证，${among}。`,
  };
}

export function kindsOf(evidence: readonly Evidence[]): EvidenceKind[] {
  return [...new Set(evidence.map(({ kind }) => kind))];
}

/** What reaches the most people of its kind: several may reach the same people. */
function widest(evidence: readonly Evidence[], kind: EvidenceKind): Evidence {
  return evidence
    .filter((one) => one.kind === kind)
    .reduce((one, other) => (other.people > one.people ? other : one));
}
