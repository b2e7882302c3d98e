import { cleanWords } from '../../text/clean-words.ts';
import { METHODS, type SeminarMethod } from '../order.ts';
import { type Mention, type PieceReading, read, unread } from './piece.ts';
import { settle } from './settle.ts';

/** What trainers call the methods; the longest names first where one holds another. */
const NAMES: Readonly<Record<SeminarMethod, string>> = {
  三段式: '三段式|三段论|三步走|三步法|三段',
  团体列名: '团体列名|名义小组|名义群体|NGT',
  世界咖啡: '世界咖啡[屋馆]?',
  行动学习: '行动学习',
  案例研讨: '案例(?:研讨|教学|分析|讨论)?',
  六顶思考帽: '六顶思考帽|六顶帽子?|六帽|思考帽',
};

const MENTION = new RegExp(
  METHODS.map((method, at) => `(?<m${at}>(?:${NAMES[method]})(?:式|法)?)`).join('|'),
  'giu',
);

/** Every method that a text names. */
export function findMethods(text: string): readonly Mention<SeminarMethod>[] {
  return [...text.matchAll(MENTION)].flatMap((found) => {
    const method = METHODS.find((_, at) => found.groups?.[`m${at}`] !== undefined);
    if (method === undefined) return [];
    const [words] = found;
    const span = { start: found.index, end: found.index + words.length, words };
    return [{ ...span, reading: read(method), isVague: false }];
  });
}

export function readMethod(raw: string): PieceReading<SeminarMethod> {
  const text = cleanWords(raw);
  const mentions = findMethods(text);
  if (mentions.length > 0) return settle(mentions, METHOD_WORDS);
  const known = METHODS.join('、');
  return unread(`没有“${[...text].slice(0, 20).join('')}”这种研讨方法。请从${known}中选一种。`);
}

export const METHOD_WORDS = { piece: '研讨方法', inWords: (method: SeminarMethod) => method };
