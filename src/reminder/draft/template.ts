import type { Audience } from '../../people/audience/audience.ts';
import type { Recipient } from '../../people/audience/people-in.ts';
import { withoutUnseen } from '../../text/without-unseen.ts';
import type { ReminderKind } from '../reminder.ts';
import { withLastWarning } from '../wished/own-reminder.ts';

/** A message may have as many UTF-16 units; Telegram takes no more. */
export const LONGEST_MESSAGE = 4096;

/** What a text may leave open, to be filled for each person. */
export const PLACEHOLDERS = ['姓名', '单位', '班次', '开班日期', '结业日期'] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

export type TemplateValues = Readonly<Record<Placeholder, string>>;

export type TemplateReading =
  /** The text as it is to be kept. */
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string };

const OF_CLASS: readonly string[] = ['班次', '开班日期', '结业日期'];
const PLACE = /\{\s*([^{}]*?)\s*\}/gu;
const KNOWN = PLACEHOLDERS.map((name) => `{${name}}`).join('、');

/** Reads the text of a reminder and makes sure that it can be filled for its audience. */
export function readTemplate(raw: string, audience: Audience): TemplateReading {
  const text = withoutUnseen(raw)
    .replace(/[｛]/gu, '{')
    .replace(/[｝]/gu, '}')
    .replace(PLACE, '{$1}')
    .trim();
  if (text === '') return problem('没有写内容。请写明要提醒的事项后再发。');
  const names = [...text.matchAll(PLACE)].map(([, name = '']) => name);
  if (/[{}]/u.test(text.replace(PLACE, ''))) {
    return problem(`有一个花括号没有成对。可以用的占位符有 ${KNOWN}，其他地方请不要用花括号。`);
  }
  const unknown = names.find((name) => !(PLACEHOLDERS as readonly string[]).includes(name));
  if (unknown !== undefined) {
    return problem(`没有“{${unknown}}”这个占位符。可以用的有 ${KNOWN}。`);
  }
  const ofClass = names.find((name) => OF_CLASS.includes(name));
  if (ofClass !== undefined && audience.some(({ classId }) => classId === null)) {
    return problem(
      `用“{${ofClass}}”时，接收人必须都是班次里的人。请只选班次，或者把“{${ofClass}}”改成具体的文字。`,
    );
  }
  if (text.length > LONGEST_MESSAGE) return problem(problemOfLength(text.length));
  return { ok: true, text };
}

/** The message to one person. Braces within the values are no placeholders. */
export function fillTemplate(text: string, values: TemplateValues): string {
  return text.replace(PLACE, (whole, name: string) => values[name as Placeholder] ?? whole);
}

/** What is not known stays out: {姓名}同志 becomes 同志. */
export function valuesFor({ person, trainingClass }: Recipient): TemplateValues {
  return {
    姓名: person.name,
    单位: person.unit,
    班次: trainingClass?.name ?? '',
    开班日期: trainingClass === null ? '' : dateInWords(trainingClass.startsOn),
    结业日期: trainingClass === null ? '' : dateInWords(trainingClass.endsOn),
  };
}

/**
 * Why a message cannot be sent for its length; null where it can. A study reminder may carry the line
 * that it is the last one.
 */
export function problemOfMessage(message: string, kind: ReminderKind): string | null {
  const sent = withLastWarning(message, kind === 'study');
  return sent.length > LONGEST_MESSAGE ? problemOfLength(sent.length) : null;
}

function problemOfLength(length: number): string {
  return `内容太长：最长的一条有 ${length} 个字符，最多 ${LONGEST_MESSAGE} 个。请删减后再发。`;
}

/** 2026年12月1日. */
function dateInWords(date: string): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
}

function problem(words: string): TemplateReading {
  return { ok: false, problem: words };
}
