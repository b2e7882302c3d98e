import { dateIn } from '../../clock.ts';
import type { PlanningParts } from './parts.ts';

/** Forgets messages of more than a year ago, when it is first asked on a day. */
export function forgetOld({
  deliveries,
  clock,
  zone,
}: Pick<PlanningParts, 'deliveries' | 'clock' | 'zone'>): () => Promise<void> {
  let day: string | null = null;
  return async () => {
    const now = clock.now();
    const today = dateIn(zone, now);
    if (today === day) return;
    await deliveries.forget(now);
    day = today;
  };
}
