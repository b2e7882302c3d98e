import { setTimeout as pause } from 'node:timers/promises';
import { QUESTION } from '../../tests/support/model-drafts.ts';
import { settingsFor } from '../../tests/support/model-house.ts';
import { startService } from '../../tests/support/service/start-service.ts';
import { newVisitor } from '../../tests/support/service/visitor.ts';
import { type Report, roundAll } from '../figures.ts';
import { startDoubleProcess } from './start-double.ts';
import { timesOf, usualDeeds } from './usual-deeds.ts';

const ROUNDS_AFTERWARDS = 200;
/** Between two rounds: the process has time of its own, as in life. */
const PAUSE_MS = 30;

/**
 * Milliseconds of drafted answers, taps and the page, over HTTP, while the vectors of a large corpus
 * are made in the background and afterwards; how long the event loop stood still meanwhile.
 *
 * @param corpusFolder whose index stands in the data folder already
 */
export async function benchBuildingVectors(
  corpusFolder: string,
  dataFolder: string,
  label: string,
  report: Report,
): Promise<void> {
  const double = await startDoubleProcess();
  const service = await startService({
    ...settingsFor(double, { GANXUN_EMBEDDING_MODEL: double.embeddingModel }),
    ...{ GANXUN_CORPUS: corpusFolder, GANXUN_DATA: dataFolder, GANXUN_LOG: 'info' },
  });
  const isBuilt = () => service.complaints().includes('Vectors were made');
  const begun = performance.now();
  try {
    const deeds = {
      draft: () => newVisitor(service.url).say(QUESTION),
      ...(await usualDeeds(service.url)),
      pause: () => pause(PAUSE_MS),
    };
    const measure = async (when: string, isEnough: (rounds: number) => boolean) => {
      await service.vitals();
      const { pause: _, ...times } = await timesOf(deeds, isEnough);
      const loopDelay = roundAll((await service.vitals()).delay);
      const seconds = Math.round((performance.now() - begun) / 1000);
      report({ bench: 'vectors', corpus: label, when, seconds, ...times, loopDelay });
    };
    await measure('while they are made', isBuilt);
    await measure('afterwards', (rounds) => rounds === ROUNDS_AFTERWARDS);
  } finally {
    await service.stop();
    double.close();
  }
}
