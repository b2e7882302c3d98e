import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Heard, readUpdate } from '../../../../src/channels/telegram/incoming/read-update.ts';
import { anyUpdate } from './any-update.ts';

const ME = { id: 999, username: 'ganxun_bot' };
const ADMIN = { id: 1_087_968_824, is_bot: true };
const group = { id: -5, type: 'supergroup', username: 'Study' };

const read = (update: unknown): Heard => readUpdate(update, ME, ['help']);
const message = (fields: object) => ({
  update_id: 1,
  message: {
    message_id: 3,
    chat: { id: 7, type: 'private' },
    from: { id: 7, is_bot: false },
    ...fields,
  },
});

describe('an update', () => {
  it('of an anonymous administrator speaks for the group', () => {
    const said = { chat: group, from: ADMIN, sender_chat: { id: -5 }, text: '/help' };
    expect(read(message(said))).toMatchObject({ kind: 'text', origin: { person: -5 } });
  });

  it('calls the bot by a link to it as well as by its name', () => {
    const entities = [{ type: 'text_mention', offset: 0, length: 2, user: { id: ME.id } }];
    const said = { chat: group, text: '干训 学时怎么管理？', entities };
    expect(read(message(said))).toMatchObject({ kind: 'text', text: '学时怎么管理？' });
  });

  it.each([
    ['another bot speaks', { from: { id: 8, is_bot: true }, text: '你好' }],
    ['a channel posts', { chat: { id: -9, type: 'channel' }, text: '你好' }],
    ['a post of the channel is passed on', { is_automatic_forward: true, text: '你好' }],
    ['somebody joins', { new_chat_members: [{ id: 8 }] }],
    ['a message is pinned', { pinned_message: {} }],
    ['nobody speaks', { from: undefined, text: '你好' }],
  ])('says nothing to the bot where %s', (_, fields) => {
    expect(read(message(fields))).toEqual({ kind: 'nothing' });
  });

  it('of a tap without a message still has to be answered', () => {
    const callback_query = { id: 'q', from: { id: 7 }, inline_message_id: 'x', data: 'a' };
    expect(read({ callback_query })).toEqual({ kind: 'stray-tap', query: 'q' });
    expect(read({ callback_query: { id: 'q', from: { id: 7 }, game_short_name: 'x' } })).toEqual({
      kind: 'stray-tap',
      query: 'q',
    });
  });

  it('is read as something whole, whatever came', () => {
    fc.assert(
      fc.property(fc.oneof(anyUpdate, fc.jsonValue()), (update) => {
        const heard = read(update);
        if (!('origin' in heard)) {
          expect(['nothing', 'stray-tap']).toContain(heard.kind);
          return;
        }
        const { chat, person, message: number } = heard.origin;
        expect([chat, person, number].every(Number.isInteger)).toBe(true);
        if (heard.kind === 'text') expect(typeof heard.text).toBe('string');
        if (heard.kind === 'tap') expect(typeof heard.data).toBe('string');
      }),
      { numRuns: 10_000 },
    );
  });
});
