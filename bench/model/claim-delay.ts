import type { ReplyEvent } from '../../src/conversation/reply.ts';
import { startModelDouble } from '../../tests/support/model-double/start-model-double.ts';
import { CLAIMS, pacedDraft, QUESTION } from '../../tests/support/model-drafts.ts';
import { makeModelHouse, settingsFor } from '../../tests/support/model-house.ts';
import { startService } from '../../tests/support/service/start-service.ts';
import { newVisitor } from '../../tests/support/service/visitor.ts';
import { medianOf, quantileOf, type Report, round } from '../figures.ts';

const ANSWERS = 40;
/** Longer than any delay: a claim that waited for what comes behind it would show. */
const CLAIM_MS = 50;
const PACE = { chunkMs: 0, claimMs: CLAIM_MS };

/** Asks once, as someone new. */
type Ask = (onEvent: (event: ReplyEvent) => void) => Promise<unknown>;

/** The endpoint's side: calls back once the last character of a claim has been written. */
interface Writing {
  onClaim: () => void;
}

/**
 * Milliseconds from the moment that the last character of a claim has left the endpoint to the claim
 * in the conversation, and to its line of the event stream at the reader.
 */
export async function benchClaimDelay(dataFolder: string, report: Report): Promise<void> {
  await inConversation(report);
  await overHttp(dataFolder, report);
}

async function inConversation(report: Report): Promise<void> {
  const house = await makeModelHouse();
  const writing: Writing = { onClaim: () => {} };
  house.double.answer((request) =>
    pacedDraft(request, { ...PACE, onClaim: () => writing.onClaim() }),
  );
  try {
    const conversation = await house.app.conversation();
    let visitors = 0;
    const ask: Ask = async (onEvent) => {
      const person = `visitor-${++visitors}`;
      const speaker = { channel: 'bench', conversation: person, person };
      const said = { kind: 'text', text: QUESTION } as const;
      await conversation.respond({ speaker, message: 'one', said }, onEvent);
    };
    report({
      bench: 'claim',
      until: 'event of the conversation',
      ...(await measure(ask, writing)),
    });
  } finally {
    await house.close();
  }
}

async function overHttp(dataFolder: string, report: Report): Promise<void> {
  const double = await startModelDouble();
  const writing: Writing = { onClaim: () => {} };
  double.answer((request) => pacedDraft(request, { ...PACE, onClaim: () => writing.onClaim() }));
  const service = await startService({ ...settingsFor(double), GANXUN_DATA: dataFolder });
  try {
    const ask: Ask = (onEvent) => newVisitor(service.url).say(QUESTION, { onEvent });
    report({ bench: 'claim', until: 'line at the reader', ...(await measure(ask, writing)) });
  } finally {
    await service.stop();
    await double.close();
  }
}

async function measure(ask: Ask, writing: Writing) {
  await ask(() => {});
  const times: number[] = [];
  for (let answer = 0; answer < ANSWERS; answer++) {
    const written: number[] = [];
    let shown = 0;
    writing.onClaim = () => written.push(performance.now());
    await ask((event) => {
      if (event.kind !== 'block' || event.block.kind !== 'text' || event.block.tone !== 'lead')
        return;
      times.push(performance.now() - (written[shown++] ?? Number.NaN));
    });
    if (shown !== CLAIMS)
      throw new Error(`Cannot measure claims: ${shown} of ${CLAIMS} were shown`);
  }
  return { claims: times.length, p50: round(medianOf(times)), p99: round(quantileOf(times, 0.99)) };
}
