import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { chat } from '../../../src/channels/terminal/chat.ts';
import { begin, end, FakeConversation, words, working } from '../web/fake-conversation.ts';

it('tells what is being done once, however often it is said', async () => {
  const conversation = new FakeConversation();
  conversation.reply = async (_incoming, emit) => {
    const next = working('正在起草并核对下一句…');
    for (const event of [begin, words('甲。'), next, words('乙。'), next, end]) emit(event);
  };
  const input = new PassThrough();
  input.end('退出\n');
  let shown = '';
  const write = (text: string) => {
    shown += text;
  };
  await chat(conversation, { input, write, filesFolder: 'exports' });
  expect(shown.split('正在起草并核对下一句…')).toHaveLength(2);
  expect(shown).toContain('甲。\n乙。');
});
