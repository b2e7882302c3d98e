import type { LeaseKeeper } from '../lease.ts';
import { type RoundsParts, serveRounds } from '../rounds.ts';
import type { QuestionnaireStore } from './store.ts';

export interface ServeSurveysParts extends RoundsParts {
  readonly questionnaires: Pick<QuestionnaireStore, 'dueToClose' | 'change'>;
}

const TICK_MS = 30_000;

/** Closes surveys whose end has come, as long as no other process with the same records does. */
export function serveSurveys(parts: ServeSurveysParts): LeaseKeeper {
  const trouble = 'Surveys cannot be closed now';
  return serveRounds(
    {
      ...{ name: 'surveys', tickMs: TICK_MS, trouble },
      works: [(signal, onTrouble) => closeDue(parts, signal, onTrouble)],
    },
    parts,
  );
}

/** One that cannot be closed keeps no other back. */
async function closeDue(
  { questionnaires, clock }: Pick<ServeSurveysParts, 'questionnaires' | 'clock'>,
  signal: AbortSignal,
  onTrouble: (error: unknown) => void,
): Promise<void> {
  for (const survey of await questionnaires.dueToClose(clock.now())) {
    if (signal.aborted) break;
    const at = clock.now().toISOString();
    await questionnaires.change([{ kind: 'close-survey', survey, at }]).catch(onTrouble);
  }
}
