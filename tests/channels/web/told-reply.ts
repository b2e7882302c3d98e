import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { ReplyEvent } from '../../../src/conversation/reply.ts';
import { lastAnswer, type Meddle } from '../../support/page-visits.ts';

/** A reply that a test tells event by event; the last one is `end`. */
export function tellReply(
  meddle: (how: Meddle) => void,
): (...events: ReplyEvent[]) => Promise<void> {
  let emit: ((event: ReplyEvent) => void) | null = null;
  let finish = () => {};
  onTestFinished(() => finish());
  meddle(() => (_incoming, listener) => {
    emit = listener;
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
  return async (...events) => {
    await expect.poll(() => emit).not.toBeNull();
    for (const event of events) {
      emit?.(event);
      if (event.kind === 'end') finish();
    }
  };
}

export function quote(number: number, text: string): ReplyEvent {
  const place = { title: '全国干部教育培训规划（2023—2027年）', place: '九（二）' };
  return {
    kind: 'block',
    block: { kind: 'quote', role: 'quote', number, ...place, text, line: text, buttons: [] },
  };
}

/** What the last answer shows, part by part. */
export function parts(page: Page): Promise<string[]> {
  return lastAnswer(page).locator('.answer > *').allInnerTexts();
}
