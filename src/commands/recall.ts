import { stringify } from 'yaml';
import { type Fault, faultsOf } from '../checkin/recall/check-item.ts';
import { readRecallItems } from '../checkin/recall/read-items.ts';
import { suggestItems } from '../checkin/recall/suggest-items.ts';
import { UsageError, UserFacingError } from '../errors.ts';
import type { Command, CommandContext } from './command.ts';

const REASONS: Readonly<Record<Fault['gate'], string>> = {
  quote: '与现行资料的原文不一致，或者超过 120 字，不会提问',
  answer: '【】的位置不对',
  trivial: '要回忆的内容太短，或者留下的文字太少',
  'given-away': '题目其他地方已经出现答案',
  'same-option': '选项相同',
  'overlapping-option': '选项与答案是同一对象的不同叫法',
  'also-right': '这个选项在资料中也有同样的说法，不止一个正确答案',
  'of-the-same-list': '这个选项与答案在同一句中并列，不止一个正确答案',
};

/**
 * `recall check`: what keeps a recall question from having exactly one right answer.
 * `recall suggest 资料编号`: questions to choose from, as recall.yaml has them.
 */
export const recall: Command = async (args, context) => {
  const [action, material, ...rest] = args;
  if (action === 'check' && material === undefined) return check(context);
  if (action === 'suggest' && material !== undefined && rest.length === 0) {
    return suggest(material, context);
  }
  throw new UsageError('用法：recall check，recall suggest 资料编号。');
};

async function textsOf({ app, output }: CommandContext) {
  const { store } = await app.index(output.progress);
  const texts = new Map(
    store.materials().map(({ id }) => [id, store.materialText(id) ?? ''] as const),
  );
  return { store, texts };
}

async function suggest(material: string, context: CommandContext): Promise<number> {
  const { store, texts } = await textsOf(context);
  if (!texts.has(material)) {
    throw new UserFacingError(`没有编号为“${material}”的资料，请用 corpus list 查看。`);
  }
  const items = suggestItems(material, store.outline(material), texts);
  const entries = items.map(({ place, kind, quote, answer, answerAt, wrong }) => ({
    ...{ material, place, kind },
    text: `${quote.slice(0, answerAt)}【${answer}】${quote.slice(answerAt + answer.length)}`,
    wrong,
  }));
  if (entries.length > 0) context.output.line(stringify(entries, { lineWidth: 0 }));
  context.output.note(
    `备选题 ${items.length} 道。请逐题审阅，把合适的加入 recall.yaml，再运行 recall check。`,
  );
  return 0;
}

async function check(context: CommandContext): Promise<number> {
  const { app, output } = context;
  const items = await readRecallItems(app.corpusFolder());
  const { texts } = await textsOf(context);
  const struck = items.filter((item) => item.struck).length;
  let faulty = 0;
  for (const item of items) {
    const faults = item.struck ? [] : faultsOf(item, texts);
    if (faults.length === 0) continue;
    faulty++;
    output.line(`${item.place}  ${item.quote}`);
    for (const { gate, option } of faults) {
      output.line(`    ${option === null ? '' : `“${option}”：`}${REASONS[gate]}`);
    }
  }
  output.line(`回忆题 ${items.length} 道，停用 ${struck} 道，有问题 ${faulty} 道。`);
  return faulty === 0 ? 0 : 1;
}
