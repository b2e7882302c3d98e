import { tmpdir } from 'node:os';
import { type Config, parseConfig } from '../../src/config.ts';

/** The settings of a test: its own folders, a port that the system chooses, everything else as it ships. */
export function testConfig(corpusFolder: string, dataFolder: string): Config {
  return parseConfig(
    { GANXUN_CORPUS: corpusFolder, GANXUN_DATA: dataFolder, GANXUN_PORT: '0', GANXUN_LOG: 'error' },
    tmpdir(),
  );
}
