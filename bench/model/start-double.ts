import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ModelDouble } from '../../tests/support/model-double/model-double.ts';

const DOUBLE = fileURLToPath(new URL('double-process.ts', import.meta.url));

/** An endpoint in a process of its own. */
export interface Endpoint extends Pick<ModelDouble, 'url' | 'key' | 'chatModel'> {
  readonly embeddingModel: string;
  close(): void;
}

export async function startDoubleProcess(): Promise<Endpoint> {
  const child = spawn(process.execPath, [...process.execArgv, DOUBLE], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(createInterface({ input: child.stdout }), 'line');
  return {
    url: String(url),
    ...{ key: 'sk-double', chatModel: 'double-chat', embeddingModel: 'double-embedding' },
    close: () => void child.kill(),
  };
}
