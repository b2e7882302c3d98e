import { createInterface } from 'node:readline/promises';
import { answerQuestion } from '../../answering/answer-question.ts';
import { answerText, methodsText } from '../../answering/answer-text.ts';
import { readQuestion } from '../../answering/question-input.ts';
import type { App } from '../../app.ts';
import { AWAITING_CONFIRMATION } from '../../corpus/manifest.ts';
import { UserFacingError } from '../../errors.ts';

/** The terminal: one question a line, related questions by their number. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  write(text: string): void;
  progress(share: number): void;
}

const FAREWELL = new Set(['退出', '再见', 'exit', 'quit', 'q']);
const GREETINGS = new Set(['你好', '您好', '你是谁', '你能做什么', '在吗']);
const HELP = '直接输入问题即可；输入数字选择相关问题；输入“退出”结束。';

/** Talks until the input ends or the person says so. */
export async function chat(app: App, terminal: Terminal): Promise<void> {
  await greet(app, terminal);
  const lines = createInterface({ input: terminal.input, crlfDelay: Number.POSITIVE_INFINITY });
  let related: readonly string[] = [];
  terminal.write('\n问：');
  for await (const line of lines) {
    const typed = line.trim();
    if (FAREWELL.has(typed)) break;
    const chosen = related[Number(typed.normalize('NFKC')) - 1];
    if (chosen === undefined && /^\p{Nd}{1,2}$/u.test(typed)) terminal.write(noSuchNumber(typed));
    else related = await respond(app, terminal, chosen ?? typed, related);
    terminal.write('\n问：');
  }
  lines.close();
  terminal.write('\n再见。\n');
}

async function greet(app: App, { write, progress }: Terminal): Promise<void> {
  const index = await app.index(progress);
  const materials = index.store.materials();
  write('干训助手：依据已批准的资料，逐字引用原文回答干部教育培训问题。\n');
  for (const { title, kind } of materials) write(`  · ${kind}《${title}》\n`);
  if (materials.some(({ approver }) => approver === AWAITING_CONFIRMATION)) {
    write(`以上资料${AWAITING_CONFIRMATION}。\n`);
  }
  write(`${HELP}\n`);
}

function noSuchNumber(typed: string): string {
  return `没有第 ${typed.normalize('NFKC')} 个相关问题，请重新选择，或直接输入问题。\n`;
}

/** Answers one line and gives the related questions that may be chosen next. */
async function respond(
  app: App,
  { write, progress }: Terminal,
  typed: string,
  offered: readonly string[],
): Promise<readonly string[]> {
  const input = readQuestion(typed);
  if (!input.ok) {
    write(`${input.problem}\n`);
    return offered;
  }
  if (GREETINGS.has(typed)) {
    write(`您好，我依据已批准的干部教育培训资料回答问题。${HELP}\n`);
    return offered;
  }
  if (typed === '帮助' || typed === '/help') {
    write(`${HELP}\n`);
    return offered;
  }
  try {
    const answer = answerQuestion(await app.index(progress), input.text);
    write(`\n${answerText(answer)}\n`);
    const methods = methodsText(answer);
    if (methods !== '') write(`\n${methods}\n`);
    if (answer.related.length > 0) write('\n相关问题：\n');
    for (const [at, question] of answer.related.entries()) write(`  ${at + 1}. ${question}\n`);
    return answer.related;
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    write(`${error.message}\n`);
    return offered;
  }
}
