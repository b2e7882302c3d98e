import type { Refusal } from '../folder/change-folder.ts';
import { againstChanging, nameOf } from './rules.ts';
import type { StepMoment, Taken } from './take-step.ts';

/** Makes a draft the next version of another material; its files keep their names. */
export function joinMaterial({ entry, entries }: StepMoment, to: string): Taken | Refusal {
  const changing = againstChanging(entry);
  if (changing !== null) return refused(changing);
  if (entry.id === to) return refused(`${nameOf(entry)}已经是这份资料的版本，不用再登记。`);
  const versions = entries.filter(({ id }) => id === to).map(({ version }) => version);
  if (versions.length === 0) {
    return refused(`没有编号为“${to}”的资料，不能作为它的新版本。请核对后重试。`);
  }
  const version = Math.max(...versions) + 1;
  return { kind: 'take', fields: { id: to, version }, reason: `登记为已有资料的第 ${version} 版` };
}

function refused(problem: string): Refusal {
  return { kind: 'refused', problem };
}
