import type { App } from '../app.ts';
import { limitTime } from '../conversation/time-limit.ts';
import { openMeter } from '../model/token-meter.ts';
import type { ImprovedKit } from '../seminar/drafting/improved-kit.ts';
import type { Kit } from '../seminar/kit.ts';
import { requiredModel } from './model-for-command.ts';

/**
 * A kit in a model's words, for the operator, who has no daily allowance.
 *
 * @throws UsageError where no chat model is set
 */
export async function improveKitByCommand(kit: Kit, app: App): Promise<ImprovedKit> {
  const { seminar, timeoutMs } = await requiredModel(app);
  const { index, release } = await app.borrowIndex();
  const { signal, close } = limitTime(new AbortController().signal, timeoutMs);
  const perAnswer = app.config.model?.tokensPerAnswer ?? 0;
  const tokens = openMeter(perAnswer * seminar.answersFor(kit));
  try {
    return await seminar.improve(index, kit, { signal, tokens });
  } finally {
    close();
    release();
  }
}
