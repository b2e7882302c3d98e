import { calendarDay } from '../../clock.ts';
import type { ReadDocument } from '../../corpus/readers/document.ts';
import { sliceOf } from '../../text/span.ts';
import type { MaterialDetails } from '../material.ts';

/** What a text seems to say of itself; what it does not say is left out. */
export type Guess = Partial<
  Pick<MaterialDetails, 'title' | 'issuer' | 'edition' | 'kind' | 'openness' | 'effective_from'>
>;

/** Lines of a head or a signature, and how long one of them may be. */
const LINES_LOOKED_AT = 14;
const LONGEST_TITLE = 80;

/** 国办函〔2026〕12号, in whatever brackets. */
const DOCUMENT_NUMBER = /[\p{Script=Han}]{1,12}[〔［[【（(]\d{4}[〕］\]】）)]\s?第?\d{1,4}\s?号/u;
const DAY = /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/u;
const IN_FORCE_FROM =
  /自\s?(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日起\s?(?:施行|实施|执行|生效)/u;
/** What stands at the head of a 公文 before its title. */
const HEAD_LINE =
  /^(?:\d{4,8}|特急|加急|平急|急件|签发人.*|内部(?:资料|文件).*|(?:主动|依申请)公开|不予公开)$/u;
const ISSUER_LINE = /^(.{2,40}?)(?:文件|办公室文件)$/u;
const OFFICIAL_END =
  /(?:通知|意见|规定|办法|条例|规划|方案|决定|细则|准则|纲要|要点|批复|通报|公告|公报|报告|制度|规则|章程|计划|函|法)(?:（[^（）]*）)?$/u;
const STUDY_END = /(?:指引|指南|手册|讲义|教材|案例|课件|提纲|问答)(?:（[^（）]*）)?$/u;
const INTERNAL =
  /内部(?:资料|文件|刊物|使用)|(?:注意|妥善)保[存管]|不得(?:公开|外传|翻印)|不予公开/u;
const BODY_OF_STATE =
  /(?:委员会|委|部|院|厅|局|办公室|办|组织部|党校|政府|学院|大学|中央|中心|集团|公司|组|会|署)$/u;

/** Guesses what is registered of a material from its text; every guess is for people to look at. */
export function guessDetails({ text, outline }: ReadDocument): Guess {
  const lines = text.split('\n').map((line) => line.trim());
  const head = lines.slice(0, LINES_LOOKED_AT);
  const foot = lines.slice(-LINES_LOOKED_AT);
  const marked = outline.find(({ place }) => place === '标题');
  const first = marked === undefined ? '' : sliceOf(text, marked.body).trim();
  const title = titleOf(head, first);
  const issuer = issuerOf(head, foot, title ?? '');
  const edition = editionOf(head, foot, title ?? '');
  const isOfficial = OFFICIAL_END.test(title ?? '') || DOCUMENT_NUMBER.test(head.join('\n'));
  const day = dayOf(IN_FORCE_FROM.exec(text));
  return {
    ...(title === null ? {} : { title }),
    ...(issuer === null ? {} : { issuer }),
    ...(edition === null ? {} : { edition }),
    kind: isOfficial && !STUDY_END.test(title ?? '') ? '政策文件' : '方法参考',
    openness: INTERNAL.test([...head, ...foot].join('\n')) ? '内部' : '公开',
    ...(day === null ? {} : { effective_from: day }),
  };
}

/** The first line that is none of the head's; two or three lines where a long title is broken. */
function titleOf(head: readonly string[], first: string): string | null {
  const rest = head.filter((line) => line !== '' && !isHeadLine(line));
  const [one = '', two = '', three = ''] = rest;
  if (first !== '' && one !== first && !isHeadLine(first)) return trimTitle(first);
  if (OFFICIAL_END.test(one) || STUDY_END.test(one)) return trimTitle(one);
  for (const joined of [one + two, one + two + three]) {
    if (one.startsWith('第') || /[。；：]/u.test(joined)) break;
    if (OFFICIAL_END.test(joined) && joined.length <= LONGEST_TITLE) return trimTitle(joined);
  }
  return one === '' || one.length > LONGEST_TITLE || /[。；]$/u.test(one) ? null : trimTitle(one);
}

function isHeadLine(line: string): boolean {
  return HEAD_LINE.test(line) || ISSUER_LINE.test(line) || isNumberLine(line);
}

function isNumberLine(line: string): boolean {
  return DOCUMENT_NUMBER.test(line) && line.replace(DOCUMENT_NUMBER, '').length <= LONGEST_ASIDE;
}

/** Beside a 文号 there may stand who signs it. */
const LONGEST_ASIDE = 12;

function trimTitle(title: string): string {
  return title.replace(/^《([^《》]*)》$/u, '$1');
}

/** From the head (国务院办公厅文件), from the title (国务院办公厅关于…), or from the signature. */
function issuerOf(head: readonly string[], foot: readonly string[], title: string): string | null {
  const named = head.map((line) => ISSUER_LINE.exec(line)?.[1]).find((name) => name !== undefined);
  if (named !== undefined) return named.replace(/\s/gu, '');
  const fromTitle = /^(.{2,30}?)(?:关于|印发|转发)/u.exec(title)?.[1];
  if (fromTitle !== undefined && BODY_OF_STATE.test(fromTitle)) return fromTitle;
  const signed = foot.findLastIndex((line) => isDay(line));
  const before = signed > 0 ? (foot[signed - 1] as string).replace(/\s/gu, '') : '';
  return before.length <= 40 && BODY_OF_STATE.test(before) ? before : null;
}

/** The 文号, the years that a plan names, or the day of the signature. */
function editionOf(head: readonly string[], foot: readonly string[], title: string): string | null {
  const number = DOCUMENT_NUMBER.exec(head.join('\n'))?.[0];
  if (number !== undefined) return number.replace(/\s/gu, '');
  const years = /（(\d{4}\s?[—－~～-]+\s?\d{4}年)）/u.exec(title)?.[1];
  if (years !== undefined) return years;
  const version = /（?(第[一二三四五六七八九十\d]+版|\d{4}年版)）?/u.exec(head.join('\n'))?.[1];
  if (version !== undefined) return version;
  const day = foot.findLast((line) => isDay(line)) ?? head.find((line) => isDay(line));
  return day === undefined ? null : (DAY.exec(day)?.[0].replace(/\s/gu, '') ?? null);
}

/** A line that says a day and nothing else, in brackets or not. */
function isDay(line: string): boolean {
  return DAY.test(line) && line.replace(DAY, '').replace(/[（）()\s]/gu, '') === '';
}

function dayOf(match: RegExpExecArray | null): string | null {
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return calendarDay(year, month, day);
}
