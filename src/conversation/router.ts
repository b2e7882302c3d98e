import { COMMANDS, type SimpleIntent } from './commands.ts';
import type { DialogueState } from './state.ts';

/** What a text asks for. */
export type Intent =
  | { readonly kind: SimpleIntent }
  | { readonly kind: 'suggest'; readonly text: string }
  | { readonly kind: 'unknown-command'; readonly command: string }
  | { readonly kind: 'ask'; readonly text: string };

/** Phrases that mean one thing only; anything less clear is a question. */
const PHRASES: Readonly<Record<string, SimpleIntent | 'suggest'>> = {
  ...namesOf('start', '你好 您好 你是谁 您是谁 在吗 开始'),
  ...namesOf('help', '帮助 使用说明 怎么用 你能做什么 你会做什么 能做什么 功能'),
  ...namesOf('materials', '资料清单 资料目录 有哪些资料 现有资料'),
  ...namesOf('export', '导出对话 导出记录 导出对话记录'),
  ...namesOf('forget', '清除记录 清空记录 删除记录 清除对话'),
  ...namesOf('suggest', '意见建议 提意见 提建议 我要提意见 意见箱'),
  ...namesOf('cancel', '取消'),
  ...namesOf(
    'thanks',
    '谢谢 谢谢你 谢谢您 谢谢了 感谢 多谢 好的谢谢 好的 好 收到 知道了 明白了 再见',
  ),
};

const POLITE_ENDING = /[\s？?！!。.，,~～]+$/u;

/** Asks for more of what was just quoted. */
const SHOW_SOURCE =
  /^(?:那|请|麻烦)?(?:(?:还有|还有别的|还有其他的?)(?:吗|呢|么)?|继续(?:说)?|再?(?:说|讲)?(?:得)?(?:详细|具体|细)(?:说说|说一下|讲讲|点|一点|一些)|展开(?:说说|讲讲|说)|(?:具体|详细)(?:的)?(?:内容|要求|规定|条文|说法)(?:呢|是什么|有哪些)?|(?:看|给我看)?(?:原文|原话|全文|上下文|出处)(?:呢|在哪里?|是什么|是?怎么[说写]的?)?|(?:在|出自)哪(?:里|儿|一?(?:条|部分|章|节|处|段))(?:规定的?|写的?|说的?|的)?|哪(?:一)?(?:条|部分|章)(?:规定|写|说)?的?|依据(?:呢|是什么|在哪里?))$/u;

/**
 * Where a text leads, by commands and clear phrases. While a suggestion is expected, everything
 * else is that suggestion.
 */
export function route(raw: string, { expecting }: DialogueState): Intent {
  const text = raw.normalize('NFKC').trim();
  const [, command, rest = ''] = /^(\/[^\s@]+)(?:@\S+)?\s*([\s\S]*)$/u.exec(text) ?? [];
  if (command !== undefined) return ofCommand(command.toLowerCase(), rest);
  const phrase = text.replace(POLITE_ENDING, '');
  const meant = Object.hasOwn(PHRASES, phrase) ? PHRASES[phrase] : undefined;
  if (meant === 'suggest') return { kind: 'suggest', text: '' };
  if (meant !== undefined) return { kind: meant };
  if (SHOW_SOURCE.test(phrase.replace(/[啊呀吧嘛]+$/u, ''))) return { kind: 'show-source' };
  return { kind: expecting === 'suggestion' ? 'suggest' : 'ask', text: raw };
}

function ofCommand(command: string, rest: string): Intent {
  const meant = COMMANDS.find(({ name }) => command === `/${name}`)?.intent;
  if (meant === undefined) return { kind: 'unknown-command', command };
  return meant === 'suggest' || meant === 'ask' ? { kind: meant, text: rest } : { kind: meant };
}

function namesOf<Name extends string>(name: Name, phrases: string): Record<string, Name> {
  return Object.fromEntries(phrases.split(' ').map((phrase) => [phrase, name]));
}
