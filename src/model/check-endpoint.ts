import { systemClock } from '../clock.ts';
import type { ModelConfig } from '../config.ts';
import { type Care, careOf } from './care/care.ts';
import { createCarefulFetch } from './care/careful-fetch.ts';
import { wayOut } from './care/way-out.ts';
import { type Asked, adviceOn } from './check/advice.ts';
import { listModels } from './check/list-models.ts';
import {
  chatProbes,
  embed,
  type Found,
  PROBE_OUTPUT,
  PROBE_TASKS,
  PROBE_TOOL,
  type Probe,
} from './check/probes.ts';
import { createEmbeddingModel } from './embedding/create-embedding-model.ts';
import { ModelFailure } from './model.ts';
import { readPrompts } from './prompts.ts';
import { readToolPrompts } from './tool-prompts.ts';

/** What an examination of an endpoint found out on one count. */
export interface EndpointFinding extends Found {
  readonly name: string;
}

/** Whoever runs the examination waits for it: one try each, and not for long. */
const HASTE: Partial<Care> = {
  retries: 0,
  patienceMs: 10_000,
  firstByteMs: 8000,
  silenceMs: 5000,
  failuresToRest: Number.POSITIVE_INFINITY,
};

/**
 * Asks an endpoint for everything that answers need; what a failure rules out is not asked.
 *
 * @param care what differs from the haste of the examination
 * @throws UserFacingError where a prompt of the examination is missing or wrong
 */
export async function checkEndpoint(
  config: ModelConfig,
  promptsFolder: string,
  care: Partial<Care> = {},
): Promise<readonly EndpointFinding[]> {
  const { baseUrl, chatModel, embeddingModel, proxy } = config;
  const prompts = await readPrompts(promptsFolder, { probe: PROBE_OUTPUT }, PROBE_TASKS);
  const tools = await readToolPrompts(promptsFolder, [PROBE_TOOL]);
  const careful = createCarefulFetch(
    config,
    { ...careOf(config), ...HASTE, ...care },
    // What there is to say is what is returned.
    { log: { info: () => {}, warn: () => {} }, clock: systemClock, fetch: wayOut(proxy) },
  );

  let models: readonly string[] = [];
  const findings: EndpointFinding[] = [];
  const examine = async ({ name, ask }: Probe, asked: Asked = 'chat') => {
    const found = await ask().catch((error: unknown) => {
      if (!(error instanceof ModelFailure)) throw error;
      return { ok: false, line: adviceOn(error.kind, asked, config, models) };
    });
    findings.push({ name, ...found });
    return found.ok;
  };

  const reach = async () => {
    models = await listModels(careful, baseUrl);
    return { ok: true, line: `已连上 ${new URL(baseUrl).host}` };
  };
  if (!(await examine({ name: '连接', ask: reach }))) return findings;
  if (chatModel !== null) {
    const parts = { baseUrl, model: chatModel, careful };
    const [first, ...others] = chatProbes(parts, prompts, tools[PROBE_TOOL]);
    if (await examine(first)) for (const probe of others) await examine(probe);
  }
  if (embeddingModel !== null) {
    const parts = { baseUrl, model: embeddingModel, careful };
    const ask = () => embed(createEmbeddingModel(parts));
    await examine({ name: '向量', ask }, 'embedding');
  }
  return findings;
}
