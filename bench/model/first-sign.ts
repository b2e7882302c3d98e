import type { ReplyEvent } from '../../src/conversation/reply.ts';
import { startModelDouble } from '../../tests/support/model-double/start-model-double.ts';
import { QUESTION, wholeDraft } from '../../tests/support/model-drafts.ts';
import { settingsFor } from '../../tests/support/model-house.ts';
import { type RunningService, startService } from '../../tests/support/service/start-service.ts';
import { newVisitor } from '../../tests/support/service/visitor.ts';
import { medianOf, quantileOf, type Report, round } from '../figures.ts';

const FRESH_PROCESSES = 7;
const QUESTIONS = 200;

/** Milliseconds after the question, as the one who asked it reads them. */
interface Signs {
  /** The first line of the event stream. */
  readonly begin: number;
  /** The first word on what is being done. */
  readonly working: number;
  readonly firstClaim: number;
}

/**
 * Milliseconds to the first signs of an answer, over HTTP: for many questions in a row, and for the
 * very first one of a process, asked as soon as it listens.
 */
export async function benchFirstSign(dataFolder: string, report: Report): Promise<void> {
  const double = await startModelDouble();
  double.answer(wholeDraft);
  const settings = { ...settingsFor(double), GANXUN_DATA: dataFolder };
  try {
    const firsts: Signs[] = [];
    const delays: number[] = [];
    for (let process = 0; process < FRESH_PROCESSES; process++) {
      const service = await startService(settings);
      await service.vitals();
      firsts.push(await signsOf(service));
      delays.push((await service.vitals()).delay.max);
      await service.stop();
    }
    const longestStandstill = round(Math.max(...delays));
    report({
      bench: 'first sign',
      of: 'the first question',
      ...figuresOf(firsts),
      longestStandstill,
    });
    const service = await startService(settings);
    const all: Signs[] = [];
    for (let asked = 0; asked <= QUESTIONS; asked++) all.push(await signsOf(service));
    report({ bench: 'first sign', of: 'any question', ...figuresOf(all.slice(1)) });
    await service.stop();
  } finally {
    await double.close();
  }
}

async function signsOf({ url }: RunningService): Promise<Signs> {
  const begun = performance.now();
  const at = new Map<ReplyEvent['kind'], number>();
  const onEvent = ({ kind }: ReplyEvent) => {
    if (!at.has(kind)) at.set(kind, performance.now() - begun);
  };
  await newVisitor(url).say(QUESTION, { onEvent });
  const timeOf = (kind: ReplyEvent['kind']) => at.get(kind) ?? Number.NaN;
  return { begin: timeOf('begin'), working: timeOf('working'), firstClaim: timeOf('block') };
}

function figuresOf(signs: readonly Signs[]) {
  const figures = (name: keyof Signs) => {
    const times = signs.map((one) => one[name]);
    return { p50: round(medianOf(times)), p99: round(quantileOf(times, 0.99)) };
  };
  return {
    questions: signs.length,
    begin: figures('begin'),
    working: figures('working'),
    firstClaim: figures('firstClaim'),
  };
}
