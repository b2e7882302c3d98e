import { cleanWords } from '../../text/clean-words.ts';
import { ORDER_LIMITS } from '../order.ts';
import { type PieceReading, read, unread } from './piece.ts';

const TOPIC_LABEL = /^(?:研讨)?(?:主题|题目|课题)\s*(?:[:：]|是|为)?\s*/u;
/** 研讨经费怎么保障 asks for what is to be talked of. */
const TO_TALK = /^(?:研讨|讨论)(?!班|会|室|式|方案|课|活动)(?=.{4})/u;
/** 关于经费保障的问题 asks for 经费保障的问题; marks around all of it say nothing. */
const ABOUT = /^(?:关于|围绕|聚焦|针对)(?=.{2})/u;
const MARKS = /^[“"'‘「『【]([^“”"'‘’「」『』【】]+)[”"'’」』】]$/u;
const LAST_STOP = /[\s，,。；;、：:.]+$/u;

const TOPIC_EXAMPLE = '例如“训前需求调研走过场”。';

export function readTopic(raw: string): PieceReading<string> {
  const text = cleanWords(raw)
    .replace(/\n/gu, ' ')
    .replace(TOPIC_LABEL, '')
    .replace(ABOUT, '')
    .replace(TO_TALK, '')
    .replace(LAST_STOP, '')
    .replace(MARKS, '$1')
    .trim();
  const { least, most } = ORDER_LIMITS.topic;
  const length = [...text].length;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0)
    return unread(`没有看出研讨主题。请用一句话写明要解决的问题，${TOPIC_EXAMPLE}`);
  if (letters < least) {
    return unread(`主题“${text}”太短，看不出要研讨什么。请写成一个具体问题，${TOPIC_EXAMPLE}`);
  }
  if (length > most) {
    return unread(
      `主题有 ${length} 个字，最多 ${most} 个字。请用一句话写明要解决的问题，${TOPIC_EXAMPLE}其余内容可以在填写“本地情况”时再发。`,
    );
  }
  return read(text);
}

export function readAudience(raw: string): PieceReading<string> {
  const text = cleanWords(raw)
    .replace(/\n/gu, ' ')
    .replace(/^(?:参训|研讨)?(?:对象|学员|班次)\s*(?:[:：]|是|为)\s*/u, '')
    .replace(LAST_STOP, '')
    .replace(MARKS, '$1')
    .trim();
  const { most } = ORDER_LIMITS.audience;
  const length = [...text].length;
  if (!/\p{L}/u.test(text))
    return unread('没有看出参训对象。请写明是什么班、哪些人，例如“县处级任职班”。');
  if (length > most) {
    return unread(`参训对象有 ${length} 个字，最多 ${most} 个字。请写短一些，例如“县处级任职班”。`);
  }
  return read(text);
}

export function readSituation(raw: string): PieceReading<string> {
  const text = cleanWords(raw).replace(
    /^(?:本地|我县|我市|本单位|实际)?(?:情况|背景|现状)\s*(?:[:：]|是)\s*/u,
    '',
  );
  const { most } = ORDER_LIMITS.situation;
  const length = [...text].length;
  if (!/[\p{L}\p{N}]/u.test(text)) return read('');
  if (length > most) {
    return unread(
      `本地情况有 ${length} 个字，最多 ${most} 个字。请保留与主题最有关的几句，删减后再发。`,
    );
  }
  return read(text);
}
