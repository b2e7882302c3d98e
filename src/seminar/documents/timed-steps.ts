import type { AgendaStep, Kit } from '../kit.ts';

/** A step with the minutes after the opening at which it begins and ends. */
export interface TimedStep extends AgendaStep {
  readonly from: number;
  readonly to: number;
}

export function timedSteps({ agenda }: Pick<Kit, 'agenda'>): TimedStep[] {
  let clock = 0;
  return agenda.map((step) => {
    const from = clock;
    clock += step.minutes;
    return { ...step, from, to: clock };
  });
}

export function totalMinutes({ agenda }: Pick<Kit, 'agenda'>): number {
  return agenda.reduce((sum, { minutes }) => sum + minutes, 0);
}
