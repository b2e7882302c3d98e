import type { Span } from './span.ts';

const EARLIER = '(?:以上|上述|上面|前面|之前|此前|先前|原有|原来|全部|所有|一切|系统|你的|给你)';
const ORDER = '(?:指令|指示|提示词?|设定|命令|规则|说明|JSON)';
const MODEL = '(?:(?:大|语言|大语言|AI|人工智能)+模型|人工智能助手|智能助手|AI助手|聊天机器人)';
const READER = `(?:${MODEL}|人工智能|AI|机器人)`;

/** What no official text says to its readers, and what is said to a model to turn it. */
const ORDERS: readonly string[] = [
  `(?:忽略|无视|忘记|忘掉|抛开|绕过|推翻|不要遵守|不必遵守|不再遵守|不要理会).{0,6}${EARLIER}.{0,6}${ORDER}`,
  '忽略使用者|忽略用户的',
  '系统提示词|(?:打印|输出|复述|泄露|公开).{0,8}提示词|提示词.{0,8}(?:打印|输出|复述|泄露)',
  `你(?:现在|其实|不再|将)?(?:是|扮演|假装是?|作为).{0,12}(?:没有限制|无限制|不受(?:限制|约束)|越狱|DAN|${READER}|助手)`,
  `(?:阅读|看到|读到|读取|处理)(?:本|这|此|该|以[上下]).{0,6}的?${READER}`,
  `(?:给|致|告诉|提醒)(?:${READER}|模型)的?(?:指令|指示|提示|话|说明)`,
  '调用\\s*[a-z]+_[a-z_]+|请调用.{0,6}工具',
  '(?:ignore|disregard|forget|override)\\b.{0,30}\\b(?:previous|above|prior|earlier|all|any|your|approved|json)\\b.{0,30}\\b(?:instructions?|rules?|prompts?|texts?|format|messages?)',
  'system prompt|jailbreak|\\bDAN mode',
  '\\byou are (?:now|no longer) (?:a|an|the|in|bound)\\b|\\bas an ai\\b',
  '\\bnotes? to (?:all )?(?:ai|llm|language model|assistant)s?\\b',
  '\\b(?:reveal|print|show|repeat|output)\\b.{0,20}\\b(?:hidden|system|your|initial)\\b.{0,12}\\b(?:instructions?|prompts?)',
  '\\bcall [a-z]+_[a-z_]+\\b',
  '<\\|[a-z_]{2,20}\\|>|\\[/?INST\\]|</?(?:system|assistant)>|(?:^|\\n)\\s*(?:system|assistant)\\s*[:：]',
];

const ANY = new RegExp(ORDERS.map((one) => `(?:${one})`).join('|'), 'giu');

/** Where a text speaks to a model rather than to its readers, in order; each a few words. */
export function ordersToModelIn(text: string): Span[] {
  return [...text.matchAll(ANY)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
}
