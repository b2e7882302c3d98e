import type { Refusal } from '../folder/change-folder.ts';
import { type Actor, fingerprintOf } from '../material.ts';
import { lineOf } from '../sign.ts';
import { againstApproving, nameOf } from './rules.ts';
import type { StepMoment, Taken } from './take-step.ts';

export interface Approving {
  readonly by: Actor;
  /** Of the file that was looked at. */
  readonly sha256: string;
  /** The entry that was looked at, where whoever approves was shown one. */
  readonly seen: string | undefined;
  readonly today: string;
  readonly oneMayApprove: boolean;
}

/** Approves what was submitted, as it was looked at; confirms what came with the software. */
export function approveMaterial(
  { entry, file, manifest: { entries } }: StepMoment,
  { seen, ...approving }: Approving,
): Taken | Refusal {
  const problem = againstApproving(entry, file, { ...approving, entries });
  if (problem !== null) return { kind: 'refused', problem };
  if (seen !== undefined && seen !== fingerprintOf(entry)) {
    return {
      kind: 'refused',
      problem: `${nameOf(entry)}的登记在您查看之后有改动，没有批准。请重新查看后再批准。`,
    };
  }
  const { by, today } = approving;
  const fields = { status: 'approved', approver: lineOf(by.name), approved_at: today } as const;
  return { kind: 'take', fields, reason: '' };
}
