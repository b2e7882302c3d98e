import { fileURLToPath } from 'node:url';
import { type Config, parseConfig } from '../../src/config.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The settings of a test: its own folders, a port that the system chooses, everything else as it
 * ships, unless the test sets it.
 */
export function testConfig(
  corpusFolder: string,
  dataFolder: string,
  settings: Readonly<Record<string, string>> = {},
): Config {
  const own = { GANXUN_CORPUS: corpusFolder, GANXUN_DATA: dataFolder };
  return parseConfig({ ...own, GANXUN_PORT: '0', GANXUN_LOG: 'error', ...settings }, ROOT);
}
