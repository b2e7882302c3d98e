import type { MessageEntity } from 'grammy/types';

const WORD = '\\p{L}\\p{N}_';
const COMMAND = new RegExp(
  `(?<![${WORD}/<>])/[a-zA-Z0-9_]{1,64}(?![a-zA-Z0-9_])` +
    `(?:@[a-zA-Z0-9_]{3,32}(?![a-zA-Z0-9_])|(?!@))(?![${WORD}/<>])`,
  'gu',
);
const MENTION = new RegExp(`(?<![${WORD}])@([a-zA-Z0-9_]{2,32})(?![${WORD}])`, 'gu');
const SHORT_NAMES = ['gif', 'nft', 'pic', 'ufc', 'vid'];

/** The commands and mentions the server finds in what a person writes. */
export function findEntities(text: string): readonly MessageEntity[] {
  const commands = [...text.matchAll(COMMAND)].map((found) => entity('bot_command', found));
  const mentions = [...text.matchAll(MENTION)]
    .filter(([, name = '']) => name.length >= 4 || SHORT_NAMES.includes(name.toLowerCase()))
    .map((found) => entity('mention', found));
  return [...commands, ...mentions].sort((one, other) => one.offset - other.offset);
}

function entity(type: 'bot_command' | 'mention', found: RegExpExecArray): MessageEntity {
  return { type, offset: found.index, length: found[0].length };
}
