import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import type { ModelTools } from '../conversation/model-tools.ts';
import { limitTime } from '../conversation/time-limit.ts';
import { UsageError } from '../errors.ts';
import type { CallLimits } from '../model/model.ts';

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
  const budget = model?.tokensPerAnswer ?? 0;
  const time = limitTime(new AbortController().signal, model?.timeoutMs ?? 0);
  let spent = 0;
  const tokens = {
    left: () => Math.max(0, budget - spent),
    spend: (used: number) => {
      spent += used;
    },
  };
  return { limits: { signal: time.signal, tokens }, spent: () => spent, close: time.close };
}
