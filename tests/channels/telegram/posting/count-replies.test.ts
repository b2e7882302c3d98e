import type { Transformer } from 'grammy';
import { describe, expect, it } from 'vitest';
import { countReplies } from '../../../../src/channels/telegram/posting/count-replies.ts';
import { createPace, type Pace } from '../../../../src/delivery/post/pace.ts';

type Call = Parameters<Transformer>[0];

const DONE = { ok: true, result: true };
const FLOOD = {
  ...{ ok: false, error_code: 429, description: 'Too Many Requests' },
  parameters: { retry_after: 3 },
};

function makePace(): Pace {
  return createPace({ perSecond: 10, now: () => 0 });
}

async function call(pace: Pace, method: string, chat: number, answer: object): Promise<void> {
  const answering = (async () => answer) as unknown as Call;
  await countReplies(pace)(answering, method as 'sendMessage', { chat_id: chat } as never);
}

describe('a call of a reply', () => {
  it.each(['sendMessage', 'sendPhoto', 'sendMessageDraft', 'editMessageText'])(
    'takes its share of what may be sent (%s)',
    async (method) => {
      const pace = makePace();
      await call(pace, method, 1, DONE);
      expect(pace.delay('2')).toBe(100);
      expect(pace.chatDelay('1')).toBeGreaterThanOrEqual(1000);
    },
  );

  it.each(['getUpdates', 'answerCallbackQuery', 'getMe', 'setMyCommands'])(
    'takes none where it shows nothing in a chat (%s)',
    async (method) => {
      const pace = makePace();
      await call(pace, method, 1, DONE);
      expect([pace.delay('2'), pace.chatDelay('1')]).toEqual([0, 0]);
    },
  );

  it('that must wait has all wait that nobody waits for, and a little longer', async () => {
    const pace = makePace();
    await call(pace, 'sendMessage', 1, FLOOD);
    expect(pace.held()).toBeGreaterThan(3000);
  });

  it('says nothing of others where a group has had enough, or a chat within its second', async () => {
    const pace = makePace();
    await call(pace, 'sendMessage', -100, FLOOD);
    await call(pace, 'sendMessageDraft', 1, DONE);
    await call(pace, 'sendMessage', 1, FLOOD);
    expect(pace.held()).toBe(0);
  });
});
