import { FEWEST } from '../survey.ts';
import type { DiagnosedNeed, Diagnosis, DiagnosisInput, Evidence } from './diagnosis.ts';
import { diagnosisSources } from './diagnosis-sources.ts';
import { gatherEvidence, type Placed } from './gather-evidence.ts';
import { judgeSureness, kindsOf } from './judge-sureness.ts';
import { whatIsMissing } from './what-is-missing.ts';

const ORDER = ['gap', 'recall', 'unanswered'] as const;
const SURENESS = ['high', 'fair', 'low'] as const;

/** Joins what is known of the needs of a class or unit, by chapters of materials. Pure. */
export function diagnose(input: DiagnosisInput): Diagnosis {
  const { name, people } = input;
  if (people < FEWEST) {
    const missing = [
      `${name}只有${people}人。不足${FEWEST}人不作诊断，可以并入上一级单位或相近的班次。`,
    ];
    return { name, people, sources: [], needs: [], missing };
  }
  return {
    name,
    people,
    sources: diagnosisSources(input),
    needs: needsOf(gatherEvidence(input), people),
    missing: whatIsMissing(input),
  };
}

function needsOf(placed: readonly Placed[], people: number): DiagnosedNeed[] {
  const groups = new Map<string, Placed[]>();
  for (const one of placed) {
    // What stands nowhere in a material is compared with nothing but itself.
    const key =
      one.chapter === null
        ? `subject ${one.subject}`
        : `chapter ${one.chapter.title} ${one.chapter.chapter}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .filter((group) => group.some(({ evidence }) => evidence.speaksFor))
    .map((group) => needOf(group, people))
    .sort(byAgreement);
}

function needOf(group: readonly Placed[], people: number): DiagnosedNeed {
  const evidence = group.map((one) => one.evidence).sort(byKind);
  const subjects = [...new Set(group.map(({ subject }) => subject))].filter((one) => one !== '');
  const chapter = group[0]?.chapter ?? null;
  const place = chapter === null ? '' : `《${chapter.title}》${chapter.chapter}`;
  return {
    subject: subjects.length === 0 ? `${place}的有关内容` : subjects.join('、'),
    place,
    evidence,
    ...judgeSureness(evidence, people),
  };
}

/** The surest first, then what more kinds of sources agree on, then the larger gap, then more people. */
function byAgreement(one: DiagnosedNeed, other: DiagnosedNeed): number {
  const keys = ({ evidence, sureness }: DiagnosedNeed) => {
    const agreeing = evidence.filter(({ speaksFor }) => speaksFor);
    const gaps = agreeing.filter(({ kind }) => kind === 'gap').map(({ strength }) => strength);
    return [
      -SURENESS.indexOf(sureness),
      kindsOf(agreeing).length,
      Math.max(0, ...gaps),
      Math.max(...agreeing.map(({ people }) => people)),
    ];
  };
  const [mine, others] = [keys(one), keys(other)];
  const at = mine.findIndex((key, place) => key !== others[place]);
  return at < 0 ? 0 : (others[at] as number) - (mine[at] as number);
}

function byKind(one: Evidence, other: Evidence): number {
  return (
    Number(other.speaksFor) - Number(one.speaksFor) ||
    ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind) ||
    other.strength - one.strength
  );
}
