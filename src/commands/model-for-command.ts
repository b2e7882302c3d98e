import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import type { ModelTools } from '../conversation/model-tools.ts';
import { limitTime } from '../conversation/time-limit.ts';
import { UsageError } from '../errors.ts';
import type { CallLimits } from '../model/model.ts';
import { openMeter } from '../model/token-meter.ts';

/** @throws UsageError where no chat model is set */
export async function requiredModel(app: App): Promise<ModelTools> {
  const tools = (await app.model())?.tools ?? null;
  if (tools === null) {
    throw new UsageError('没有设置对话模型，请先设置 OPENAI_BASE_URL 和 GANXUN_CHAT_MODEL。');
  }
  return tools;
}

/** The limits of one answer for the operator, who has no daily allowance. */
export function limitsForOne({ model }: Config): {
  readonly limits: CallLimits;
  /** Tokens used so far. */
  spent(): number;
  close(): void;
} {
  const { signal, close } = limitTime(new AbortController().signal, model?.timeoutMs ?? 0);
  const tokens = openMeter(model?.tokensPerAnswer ?? 0);
  return { limits: { signal, tokens }, spent: tokens.spent, close };
}
