import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Conversation } from '../../conversation/conversation.ts';
import { makeId } from '../../conversation/ids.ts';
import type { Said, Speaker } from '../../conversation/incoming.ts';
import type { Block, ReplyEvent, ShownButton } from '../../conversation/reply.ts';
import { render } from './render.ts';

/** Where the person sits, and where files for them are put. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  write(text: string): void;
  readonly filesFolder: string;
}

const FAREWELL = new Set(['退出', '再见', 'exit', 'quit', 'q']);
const ENDING = '输入数字选择上面的选项，输入“退出”结束。';

/** Talks, a line a message, until the input ends or the person says so. */
export async function chat(conversation: Conversation, terminal: Terminal): Promise<void> {
  const speaker: Speaker = { channel: 'terminal', conversation: makeId(), person: 'terminal' };
  let choices: readonly ShownButton[] = [];
  let answersAreNumbers = false;
  const send = async (said: Said) => {
    const reply = await collectReply(conversation, speaker, said, terminal);
    await saveFiles(conversation, speaker, reply.blocks, terminal);
    const { text, choices: offered, takesNumbers } = render(reply.blocks);
    terminal.write(`\n${[text, reply.problem].filter((part) => part !== '').join('\n')}\n`);
    if (offered.length > 0 || takesNumbers) choices = offered;
    answersAreNumbers = takesNumbers;
  };
  await send({ kind: 'text', text: '/start' });
  terminal.write(`\n${ENDING}\n\n问：`);
  const lines = createInterface({ input: terminal.input, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    const typed = line.trim();
    if (FAREWELL.has(typed)) break;
    const isNumber = !answersAreNumbers && /^\p{Nd}{1,2}$/u.test(typed);
    const number = isNumber ? Number(typed.normalize('NFKC')) : null;
    const chosen = number === null ? undefined : choices[number - 1];
    if (chosen !== undefined) await send({ kind: 'action', action: chosen.action });
    else if (number === null) await send({ kind: 'text', text: typed });
    else terminal.write(`\n没有第 ${number} 个选项，请重新选择，或者直接输入问题。\n`);
    terminal.write('\n问：');
  }
  lines.close();
  terminal.write('\n再见。\n');
}

/** The whole of a reply, with what is being done told meanwhile; `problem` is empty unless it was refused or failed. */
async function collectReply(
  conversation: Conversation,
  speaker: Speaker,
  said: Said,
  { write }: Pick<Terminal, 'write'>,
): Promise<{ blocks: Block[]; problem: string }> {
  const blocks: Block[] = [];
  let problem = '';
  let told = '';
  await conversation.respond({ speaker, message: makeId(), said }, (event: ReplyEvent) => {
    if (event.kind === 'block') blocks.push(event.block);
    if (event.kind === 'working' && event.word !== told) {
      told = event.word;
      write(`\n${told}\n`);
    }
    if (event.kind === 'refused' || event.kind === 'failed') problem = event.problem;
  });
  return { blocks, problem };
}

async function saveFiles(
  conversation: Conversation,
  speaker: Speaker,
  blocks: readonly Block[],
  { filesFolder, write }: Terminal,
): Promise<void> {
  for (const block of blocks) {
    if (block.kind !== 'file' && block.kind !== 'picture') continue;
    const file = await conversation.file(speaker, block.file.id);
    if (file === null) continue;
    await mkdir(filesFolder, { recursive: true });
    const path = join(filesFolder, file.name);
    await writeFile(path, file.bytes);
    write(`\n文件已保存：${path}\n`);
  }
}
