import { startModelDouble } from '../../tests/support/model-double/start-model-double.ts';
import { pacedDraft, QUESTION, SETTLED, wholeDraft } from '../../tests/support/model-drafts.ts';
import { settingsFor } from '../../tests/support/model-house.ts';
import { type RunningService, startService } from '../../tests/support/service/start-service.ts';
import { newVisitor } from '../../tests/support/service/visitor.ts';
import { type Report, roundAll } from '../figures.ts';
import { type Deeds, timesOf, usualDeeds } from './usual-deeds.ts';

const STREAMS = 8;
const ROUNDS = 200;
/** A chunk of ten characters every twenty milliseconds, as a quick endpoint sends them. */
const PACE = { chunkMs: 20, claimMs: 0 };

/**
 * Milliseconds of what needs no model, over HTTP, alone and while model answers are streamed to
 * others; how long the event loop stood still meanwhile.
 */
export async function benchBesideStreams(dataFolder: string, report: Report): Promise<void> {
  const double = await startModelDouble({ requests: 'forgets' });
  const service = await startService({ ...settingsFor(double), GANXUN_DATA: dataFolder });
  let isOver = false;
  const stream = async () => {
    while (!isOver) await newVisitor(service.url).say(QUESTION);
  };
  try {
    double.answer(wholeDraft);
    const visitor = newVisitor(service.url);
    const deeds = { question: () => visitor.say(SETTLED), ...(await usualDeeds(service.url)) };
    await measure(service, deeds);
    const line = { bench: 'beside streams', streams: 0 };
    report({ ...line, ...(await measure(service, deeds)) });
    double.answer((request) => pacedDraft(request, PACE));
    const streams = Array.from({ length: STREAMS }, stream);
    report({ ...line, streams: STREAMS, ...(await measure(service, deeds)) });
    isOver = true;
    await Promise.all(streams);
  } finally {
    await service.stop();
    await double.close();
  }
}

async function measure(service: RunningService, deeds: Deeds) {
  await service.vitals();
  const times = await timesOf(deeds, (rounds) => rounds === ROUNDS);
  return { ...times, loopDelay: roundAll((await service.vitals()).delay) };
}
