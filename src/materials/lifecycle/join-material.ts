import type { ManifestEntry } from '../../corpus/manifest.ts';
import type { Refusal } from '../folder/change-folder.ts';
import { DETAIL_NAMES } from './check-details.ts';
import { againstChanging, nameOf } from './rules.ts';
import type { StepMoment, Taken } from './take-step.ts';

/**
 * Makes a draft the next version of another material; its files keep their names. It is of the same
 * kind, and reaches nobody whom the version before it does not: what somebody took for a new material
 * was never meant to open it.
 */
export function joinMaterial(
  { entry, manifest: { entries, broken } }: StepMoment,
  to: string,
): Taken | Refusal {
  const changing = againstChanging(entry);
  if (changing !== null) return refused(changing);
  if (entry.id === to) return refused(`${nameOf(entry)}已经是这份资料的版本，不用再登记。`);
  if (broken.some(({ id }) => id === to)) {
    return refused(`资料目录中“${to}”的条目有误，请先更正 manifest.yaml，再登记新版本。`);
  }
  const [last] = entries
    .filter(({ id }) => id === to)
    .toSorted((one, other) => other.version - one.version);
  if (last === undefined) {
    return refused(`没有编号为“${to}”的资料，不能作为它的新版本。请核对后重试。`);
  }
  const version = last.version + 1;
  const taken = { kind: last.kind, ...readersOf(entry, last) };
  const changed = (['kind', 'openness', 'classes'] as const).filter(
    (field) => JSON.stringify(taken[field]) !== JSON.stringify(entry[field]),
  );
  const names = changed.map((field) => DETAIL_NAMES[field]).join('、');
  return {
    kind: 'take',
    fields: {
      ...{ id: to, version },
      ...Object.fromEntries(changed.map((field) => [field, taken[field]])),
    },
    reason: `登记为已有资料的第 ${version} 版${names === '' ? '' : `，${names}与上一版相同`}`,
  };
}

function readersOf(
  entry: ManifestEntry,
  last: ManifestEntry,
): Pick<ManifestEntry, 'openness' | 'classes'> {
  const { openness, classes } = entry.openness === '内部' ? entry : last;
  return { openness, classes: classes.length > 0 ? classes : last.classes };
}

function refused(problem: string): Refusal {
  return { kind: 'refused', problem };
}
