import fc from 'fast-check';

/** Anything that JSON can say. */
const rubbish = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>;

/** A field as it should be, now and then something else, or nothing. */
function mostly<Value>(right: fc.Arbitrary<Value>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { arbitrary: right as fc.Arbitrary<unknown>, weight: 8 },
    { arbitrary: rubbish, weight: 1 },
    { arbitrary: fc.constant(undefined), weight: 1 },
  );
}

const id = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: -40, max: -1 }));
const user = fc.record({
  id: mostly(id),
  is_bot: mostly(fc.boolean()),
  first_name: mostly(fc.string()),
});
const chat = fc.record({
  id: mostly(id),
  type: mostly(fc.constantFrom('private', 'group', 'supergroup', 'channel', 'other')),
  username: mostly(fc.string()),
});
const entity = fc.record({
  type: mostly(fc.constantFrom('mention', 'bot_command', 'text_mention', 'bold')),
  offset: mostly(fc.integer({ min: -2, max: 30 })),
  length: mostly(fc.integer({ min: -2, max: 30 })),
  user: mostly(user),
});
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '/start',
    '/start ABCDEFGHJKMN',
    '/help@ganxun_test_bot',
    '@ganxun_test_bot 培训',
    '网络培训学时怎么管理？',
    '\u0000',
    ' ',
  ),
);
const message = fc.record({
  message_id: mostly(fc.integer({ min: 0, max: 99 })),
  date: mostly(fc.integer()),
  chat: mostly(chat),
  from: mostly(user),
  sender_chat: mostly(chat),
  message_thread_id: mostly(fc.integer()),
  reply_to_message: mostly(fc.record({ from: mostly(user), message_id: mostly(fc.nat()) })),
  text: mostly(text),
  caption: mostly(text),
  entities: mostly(fc.array(entity, { maxLength: 3 })),
  sticker: mostly(fc.record({ file_id: fc.string() })),
});
const callbackQuery = fc.record({
  id: mostly(fc.string()),
  from: mostly(user),
  message: mostly(message),
  data: mostly(fc.oneof(fc.string(), fc.constantFrom('a', 'p', `a${'x'.repeat(16)}.0`, 'r1.1'))),
});

/** An update of the Bot API's shapes, right, nearly right, or not at all; without its number. */
export const anyUpdate: fc.Arbitrary<Record<string, unknown>> = fc
  .record(
    {
      message: mostly(message),
      edited_message: mostly(message),
      callback_query: mostly(callbackQuery),
      channel_post: mostly(message),
      inline_query: rubbish,
      my_chat_member: rubbish,
    },
    { requiredKeys: [] },
  )
  .map((update) => update as Record<string, unknown>);
