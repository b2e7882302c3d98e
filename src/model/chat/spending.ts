import type { BaseCallbackHandler } from '@langchain/core/callbacks/base';
import type { AIMessage, BaseMessage, UsageMetadata } from '@langchain/core/messages';
import type { ChatGeneration, LLMResult } from '@langchain/core/outputs';
import { failureWithin } from '../failures.ts';
import type { FailureKind, TokenMeter } from '../model.ts';
import { estimateTokens } from '../tokens.ts';

/** Failures after which an endpoint has most likely read what it was asked. */
const AFTER_READING: readonly FailureKind[] = ['timeout', 'cancelled', 'malformed'];

/** What a call that failed before anything came back has cost. */
export function spentInVain(asked: string, error: unknown): number {
  const kind = failureWithin(error)?.kind;
  return kind !== undefined && AFTER_READING.includes(kind) ? estimateTokens(asked) : 0;
}

/** Has every call of an agent's model spend through a meter. */
export async function spendThrough(tokens: TokenMeter): Promise<BaseCallbackHandler> {
  const { BaseCallbackHandler } = await import('@langchain/core/callbacks/base');
  const asked = new Map<string, string>();

  class Spending extends BaseCallbackHandler {
    override readonly name = 'token_spending';
    override awaitHandlers = true;

    override handleChatModelStart(_: unknown, [messages]: BaseMessage[][], run: string): void {
      asked.set(run, (messages ?? []).map(wordsOf).join('\n'));
    }

    override handleLLMEnd({ generations }: LLMResult, run: string): void {
      const [generation] = generations[0] as ChatGeneration[];
      const message = generation?.message as AIMessage;
      const estimated = estimateTokens((asked.get(run) ?? '') + wordsOf(message));
      tokens.spend(usageOf(message) ?? estimated);
      asked.delete(run);
    }

    override handleLLMError(error: unknown, run: string): void {
      tokens.spend(spentInVain(asked.get(run) ?? '', error));
      asked.delete(run);
    }
  }
  return new Spending();
}

/** As the endpoint reported; null where it reports nothing, or that nothing was used. */
export function usageOf(said: {
  readonly usage_metadata?: UsageMetadata | undefined;
}): number | null {
  return said.usage_metadata?.total_tokens || null;
}

function wordsOf(message: BaseMessage): string {
  const calls = (message as Partial<AIMessage>).tool_calls ?? [];
  return message.text + (calls.length === 0 ? '' : JSON.stringify(calls));
}
