import { type Clock, systemClock } from '../clock.ts';
import type { ModelConfig } from '../config.ts';
import { type Care, careOf } from './care/care.ts';
import { createCarefulFetch } from './care/careful-fetch.ts';
import { wayOut } from './care/way-out.ts';
import { createChatModel } from './chat/create-chat-model.ts';
import { createEmbeddingModel } from './embedding/create-embedding-model.ts';
import type { ModelLog } from './log.ts';
import type { ModelEndpoint } from './model.ts';

export interface EndpointParts {
  readonly log: ModelLog;
  readonly clock?: Clock;
  /** What differs from the care that the settings ask for. */
  readonly care?: Partial<Care>;
}

/** Making it calls nobody, and loads no library. */
export function createModelEndpoint(config: ModelConfig, parts: EndpointParts): ModelEndpoint {
  const { baseUrl, chatModel, embeddingModel, proxy } = config;
  const care = { ...careOf(config), ...parts.care };
  const { log, clock = systemClock } = parts;
  const careful = createCarefulFetch(config, care, { log, clock, fetch: wayOut(proxy) });
  const formats = { taken: null };
  return {
    host: new URL(baseUrl).host,
    chat:
      chatModel === null ? null : createChatModel({ baseUrl, model: chatModel, careful, formats }),
    embedding:
      embeddingModel === null
        ? null
        : createEmbeddingModel({ baseUrl, model: embeddingModel, careful }),
    state: careful.state,
    close: careful.close,
  };
}
