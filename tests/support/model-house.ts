import { type House, makeHouse } from './house.ts';
import type { ModelDouble } from './model-double/model-double.ts';
import { startModelDouble } from './model-double/start-model-double.ts';

/** A house with people in it, whose answers a scripted model drafts. */
export interface ModelHouse extends House {
  readonly double: ModelDouble;
}

/** @param settings over those of a chat model without embeddings */
export async function makeModelHouse(
  settings: Readonly<Record<string, string>> = {},
  corpus?: string,
): Promise<ModelHouse> {
  const double = await startModelDouble();
  const house = await makeHouse(settingsFor(double, settings), corpus);
  const close = async () => {
    await house.close();
    await double.close();
  };
  return { ...house, double, close };
}

export function settingsFor(
  double: Pick<ModelDouble, 'url' | 'key' | 'chatModel'>,
  settings: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    OPENAI_BASE_URL: double.url,
    OPENAI_API_KEY: double.key ?? '',
    GANXUN_CHAT_MODEL: double.chatModel,
    GANXUN_MODEL_TIMEOUT: '10',
    ...settings,
  };
}
