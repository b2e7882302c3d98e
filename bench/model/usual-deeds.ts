import type { ReplyEvent, ShownButton } from '../../src/conversation/reply.ts';
import { QUESTION } from '../../tests/support/model-drafts.ts';
import { newVisitor } from '../../tests/support/service/visitor.ts';
import { medianOf, quantileOf, round } from '../figures.ts';

/** What people do at a service, over HTTP, each until all of it has been read. */
export type Deeds = Readonly<Record<string, () => Promise<unknown>>>;

/** A quote is opened, the page is loaded. Asks one question that a model drafts, for its quotes. */
export async function usualDeeds(url: string): Promise<Deeds> {
  const visitor = newVisitor(url);
  const button = sourceButton(await visitor.say(QUESTION));
  return {
    tap: () => visitor.tap(button),
    page: async () => (await fetch(url)).text(),
  };
}

/** Milliseconds of each, which are done in turn until it is enough of rounds. */
export async function timesOf(deeds: Deeds, isEnough: (rounds: number) => boolean) {
  const times = new Map<string, number[]>(Object.keys(deeds).map((name) => [name, []]));
  let rounds = 0;
  for (; !isEnough(rounds); rounds++) {
    for (const [name, deed] of Object.entries(deeds)) {
      const begun = performance.now();
      await deed();
      times.get(name)?.push(performance.now() - begun);
    }
  }
  const figures = [...times].map(([name, of]) => [
    name,
    { p50: round(medianOf(of)), p99: round(quantileOf(of, 0.99)) },
  ]);
  return { rounds, ...Object.fromEntries(figures) };
}

function sourceButton(events: readonly ReplyEvent[]): ShownButton {
  const blocks = events.flatMap((event) => (event.kind === 'block' ? [event.block] : []));
  const buttons = blocks.flatMap((block) => ('buttons' in block ? block.buttons : []));
  const found = buttons.find(({ label }) => label === '查看原文');
  if (found === undefined) throw new Error('Cannot measure taps: no button 查看原文 was shown');
  return found;
}
