import { describe, expect, it } from 'vitest';
import { chooseChannel } from '../../src/delivery/choose-channel.ts';

const PHONE = { channel: 'telegram', key: '123' };
const PAGE = { channel: 'web', key: 'digest' };
const PUSH = { kind: 'push', channel: 'telegram', key: '123' };
const INBOX = { kind: 'inbox' };
const NONE = { kind: 'failed', reason: 'no-channel' };
const SHUT = { kind: 'failed', reason: 'blocked' };

describe('where a message goes', () => {
  it.each([
    ['to Telegram where nothing is chosen', [PAGE, PHONE], [], null, true, PUSH],
    ['to the page where there is nothing else', [PAGE], [], null, true, INBOX],
    ['to the page where it is chosen', [PHONE, PAGE], [], 'web', true, INBOX],
    ['to Telegram where it is chosen', [PAGE, PHONE], [], 'telegram', true, PUSH],
    ['to Telegram where the page is chosen and is not there', [PHONE], [], 'web', true, PUSH],
    ['to the page where Telegram is chosen and is not there', [PAGE], [], 'telegram', true, INBOX],
    ['to the page where there is no bot', [PHONE, PAGE], [], 'telegram', false, INBOX],
    ['to the page where Telegram is shut', [PAGE], ['telegram'], 'telegram', true, INBOX],
    ['to another account where one is shut', [PHONE], ['telegram'], null, true, PUSH],
    ['nowhere where Telegram alone is there and is shut', [], ['telegram'], null, true, SHUT],
    ['nowhere where there is no account', [], [], null, true, NONE],
    ['nowhere where there is Telegram without a bot', [PHONE], [], null, false, NONE],
    [
      'nowhere where a terminal alone is there',
      [{ channel: 'terminal', key: '' }],
      [],
      null,
      true,
      NONE,
    ],
  ])('%s', (_, open, shut, chosen, hasBot, wanted) => {
    expect(chooseChannel({ open, shut, chosen }, hasBot)).toEqual(wanted);
  });
});
