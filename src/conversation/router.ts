import { readName } from '../people/person-name.ts';
import { asksForQuestionnaire } from '../questionnaire/drafting/asks-for-questionnaire.ts';
import { readNoticeLine } from '../reminder/reading/read-notice-line.ts';
import { readWish } from '../reminder/wished/read-wish.ts';
import { asksForKit } from '../seminar/reading/asks-for-kit.ts';
import { readSteering } from '../seminar/session/read-steering.ts';
import { readSessionCode } from '../seminar/session/session-code.ts';
import { COMMANDS, type IntentKind } from './commands.ts';
import { meantBy } from './phrases.ts';
import type { DialogueState } from './state.ts';

/** What a text asks for, with the words that belong to it. */
export type Intent =
  | { readonly kind: IntentKind; readonly text: string }
  | { readonly kind: 'unknown-command'; readonly command: string };

const POLITE_ENDING = /[\s？?！!。.，,~～]+$/u;

/** Asks for more of what was just quoted. */
const SHOW_SOURCE =
  /^(?:那|请|麻烦)?(?:(?:还有|还有别的|还有其他的?)(?:吗|呢|么)?|继续(?:说)?|再?(?:说|讲)?(?:得)?(?:详细|具体|细)(?:说说|说一下|讲讲|点|一点|一些)|展开(?:说说|讲讲|说)|(?:具体|详细)(?:的)?(?:内容|要求|规定|条文|说法)(?:呢|是什么|有哪些)?|(?:看|给我看)?(?:原文|原话|全文|上下文|出处)(?:呢|在哪里?|是什么|是?怎么[说写]的?)?|(?:在|出自)哪(?:里|儿|一?(?:条|部分|章|节|处|段))(?:规定的?|写的?|说的?|的)?|哪(?:一)?(?:条|部分|章)(?:规定|写|说)?的?|依据(?:呢|是什么|在哪里?))$/u;

/** Words that open a record in one line: `打卡 五（二）`, `补记 昨天 听了专题讲座`. */
const RECORD_LINE = /^(?:学习记录|打卡|补记|补打卡)[\s:：,，]+(\S[\s\S]*)$/u;

/** 学习提醒 每周二、四 12:30. */
const WISH_LINE = /^(?:学习提醒|提醒设置|设置学习提醒|开启学习提醒)[\s:：,，]+(\S[\s\S]*)$/u;

const DAY = '大前天|前天|昨天|昨日|昨晚|今天|今日|\\d{1,2}月\\d{1,2}[日号]';
const STUDIED = `(?<day>${DAY})?(?:我)?(?:刚刚?)?(?<studied>(?:学了|学完|学习了|听了|看了|参加了)[^？?]+?)`;
const PLEASE = '(?:请|麻烦)?(?:帮我|给我|替我)?';
const KEEP = '(?:记一下|记上|记下来|记录一下|记个学习|登记一下|打个?卡|补记一下)';
/** 今天学了五（二），记一下. */
const STUDIED_THEN_KEEP = new RegExp(`^${STUDIED}[，,。；;\\s]*${PLEASE}${KEEP}[。！!～~]*$`, 'u');
/** 帮我记一下，昨天听了专题讲座. */
const KEEP_WHAT_WAS_STUDIED = new RegExp(
  `^${PLEASE}${KEEP}[，,：:\\s]*${STUDIED}[。！!～~]*$`,
  'u',
);

/** 帮我打开学习地图 asks for 学习地图. */
const ASKS_TO_OPEN = /^(?:请|麻烦|帮我|给我|我想|我要|打开|查看|看看|看一下|看下|显示)+/u;

/** What the next text is taken as, by what is expected. */
const EXPECTED: Readonly<Record<DialogueState['expecting'], IntentKind>> = {
  question: 'ask',
  suggestion: 'suggest',
  study: 'record-study',
  'study-again': 'change-study',
  reflection: 'reflect',
  'wished-times': 'study-reminder',
  name: 'tell-name',
  'new-class': 'create-class',
  'order-piece': 'answer-piece',
  'words-for-kit': 'write-in-kit',
  focus: 'set-focus',
  'words-for-reminder': 'write-in-reminder',
  answer: 'write-answer',
  'questionnaire-piece': 'questionnaire-piece',
  'words-for-questionnaire': 'write-in-questionnaire',
  'words-for-material': 'write-in-material',
  'words-for-ledger': 'write-in-ledger',
  'words-for-golden': 'write-in-golden',
};

/** 问卷 ABCDE 23456, as a link or a poster says it; with too few or too many signs it is a slip. */
const SURVEY_CODE = /^(?:填写?|打开|参加)?问卷码?[\s:：]*([A-Z\d](?:[ -]?[A-Z\d]){5,19})$/iu;

/** 研讨 123456; with too few or too many digits it is a slip, and no question. */
const JOIN = /^(?:参加|加入)?研讨码?[\s:：]*(\d[\d -]{0,11})$/u;

/** Phrases that a gap such as （课程名称） may well be filled with: a course named 结构化研讨. */
const ALSO_NAMES: ReadonlySet<IntentKind> = new Set([
  ...(['seminar', 'join-session', 'suggest', 'recall', 'check-in', 'records'] as const),
]);

/** Phrases that a questionnaire may well be called, or ask for, as the words of a title or a topic. */
const ALSO_WORDS: ReadonlySet<IntentKind> = new Set([
  ...ALSO_NAMES,
  ...(['new-questionnaire', 'diagnosis', 'classes', 'thanks', 'surveys'] as const),
]);

/** All that is no contribution from someone who takes part, besides commands. */
const OUTRANK_SESSION: ReadonlySet<IntentKind> = new Set([
  ...(['join-session', 'leave-session', 'cancel', 'help', 'thanks'] as const),
]);

/** In a seminar, what is put in may well begin like a question. */
const QUESTION_IN_SESSION = /[？?]\s*$|^请问/u;

/** A question is one, even where a record or a name was asked for. */
const QUESTION =
  /[？?]\s*$|(?:吗|呢|么)\s*[。！!]?$|^(?:请问|为什么|怎么|如何|什么|哪些|哪个|谁|多少|是否|能不能|可不可以)/u;

/** A topic may be worded as a question, but not with its mark. */
const ASKED = /(?:[？?]|吗\s*[。！!]?)$/u;

/**
 * Where a text leads, by commands and clear phrases; everything else is what was expected, or a
 * question.
 */
export function route(
  raw: string,
  state: Pick<DialogueState, 'expecting'> & Partial<DialogueState>,
): Intent {
  const { expecting, seminar = null } = state;
  const text = raw.normalize('NFKC').trim();
  const [, command, rest = ''] = /^([/／][^\s@]+)(?:@\S+)?\s*([\s\S]*)$/u.exec(raw.trim()) ?? [];
  if (command !== undefined) {
    const intent = ofCommand(command.normalize('NFKC').toLowerCase(), rest);
    // A command that there is none of would be kept, with what was said; an answer may begin like one.
    const isAnswer = intent.kind === 'unknown-command' && expecting === 'answer';
    return isAnswer ? { kind: 'write-answer', text: raw } : intent;
  }
  const phrase = text.replace(POLITE_ENDING, '');
  const survey = SURVEY_CODE.exec(phrase)?.[1];
  if (survey !== undefined) return { kind: 'open-survey-code', text: survey };
  if (expecting === 'answer') {
    // Whatever it looks like: an option may well be called 研讨, and an opinion be a question.
    const resumes = meantBy(phrase) === 'resume-survey';
    return resumes ? { kind: 'resume-survey', text } : { kind: 'write-answer', text: raw };
  }
  const isNoName = expecting === 'name' && readName(text) === null;
  const isFree = expecting === 'question' || isNoName;
  const takesPart = isFree && seminar?.part === 'participant';
  const meant = meantBy(phrase) ?? meantBy(phrase.replace(ASKS_TO_OPEN, ''));
  if (meant !== undefined && ALSO_NAMES.has(meant) && asksForName(state)) {
    return { kind: 'write-in-reminder', text: raw };
  }
  const asksForWords =
    expecting === 'words-for-questionnaire' ||
    expecting === 'questionnaire-piece' ||
    expecting === 'words-for-material' ||
    expecting === 'words-for-ledger' ||
    expecting === 'words-for-golden';
  if (meant !== undefined && asksForWords && ALSO_WORDS.has(meant)) {
    return { kind: EXPECTED[expecting], text: raw };
  }
  if (meant !== undefined && (!takesPart || OUTRANK_SESSION.has(meant))) {
    return { kind: meant, text: textFor(meant, text) };
  }
  // Whatever it looks like: a notice may well speak of records and seminars.
  if (expecting === 'words-for-reminder') return { kind: 'write-in-reminder', text: raw };
  if (expecting === 'words-for-questionnaire') return { kind: 'write-in-questionnaire', text: raw };
  if (expecting === 'words-for-material') return { kind: 'write-in-material', text: raw };
  if (expecting === 'words-for-ledger') return { kind: 'write-in-ledger', text: raw };
  if (expecting === 'words-for-golden') return { kind: 'write-in-golden', text: raw };
  const isNotice = isFree && !takesPart && readNoticeLine(raw) !== null;
  if (isNotice) return { kind: 'write-notice', text: raw };
  const recorded = takesPart ? undefined : (RECORD_LINE.exec(text)?.[1] ?? studiedIn(text));
  if (recorded !== undefined) return { kind: 'record-study', text: recorded };
  const mayWish = isFree || expecting === 'study' || expecting === 'wished-times';
  const wished = takesPart || QUESTION.test(text) ? null : wishIn(text, mayWish);
  if (wished !== null) return { kind: 'study-reminder', text: wished };
  const code = JOIN.exec(phrase)?.[1];
  if (code !== undefined) return { kind: 'join-session', text: code };
  if (isFree) {
    if (readSessionCode(phrase) !== null) return { kind: 'six-digits', text: raw };
    const inSession = seminar === null ? null : ofSession(raw, text, seminar);
    if (inSession !== null) return inSession;
  }
  if (SHOW_SOURCE.test(phrase.replace(/[啊呀吧嘛]+$/u, ''))) return { kind: 'show-source', text };
  if (asksForQuestionnaire(raw.trim()) && !QUESTION.test(text)) {
    return { kind: 'order-questionnaire', text: raw };
  }
  if (asksForKit(raw.trim()) && !QUESTION.test(text)) return { kind: 'seminar', text: raw };
  const asks =
    isNoName ||
    ((expecting === 'study' || expecting === 'wished-times') && QUESTION.test(text)) ||
    ((expecting === 'order-piece' || expecting === 'questionnaire-piece') && ASKED.test(text));
  const kind = asks ? 'ask' : EXPECTED[expecting];
  // Meant for a questionnaire that is still open, and taken for a question, it would be kept and leave.
  const mayAnswer = kind === 'ask' && (state.answering?.survey ?? null) !== null;
  return { kind: mayAnswer ? 'write-answer' : kind, text: raw };
}

/** Null where a text has nothing to do with the seminar. */
function ofSession(
  raw: string,
  text: string,
  { part }: NonNullable<DialogueState['seminar']>,
): Intent | null {
  if (part === 'owner') {
    return readSteering(raw) === null ? null : { kind: 'steer-session', text: raw };
  }
  const isQuestion = QUESTION_IN_SESSION.test(text);
  return { kind: isQuestion ? 'ask-in-session' : 'session-says', text: raw };
}

/** What is to be recorded, with its day in front; undefined where the text asks for no record. */
function studiedIn(text: string): string | undefined {
  const found = (STUDIED_THEN_KEEP.exec(text) ?? KEEP_WHAT_WAS_STUDIED.exec(text))?.groups;
  return found === undefined ? undefined : `${found.day ?? ''} ${found.studied}`.trim();
}

/** Bare words ask for the feature, not for themselves to be sent in. */
const ASKED_FOR: ReadonlySet<IntentKind> = new Set([
  'suggest',
  'check-in',
  'join-session',
  'seminar',
  'study-reminder',
]);

/** Whether the gap of a notice that is asked for is what something is called. */
function asksForName({ expecting, reminderWords }: Partial<DialogueState>): boolean {
  const gap = expecting === 'words-for-reminder' ? reminderWords?.gap?.name : undefined;
  return gap !== undefined && /名称|内容/u.test(gap);
}

/**
 * What a text says of study reminders; null where it says nothing of them. They are stopped whatever
 * else was asked for.
 */
function wishIn(text: string, isFree: boolean): string | null {
  const wish = readWish(text);
  if (wish?.kind === 'stop') return text;
  if (!isFree) return null;
  return WISH_LINE.exec(text)?.[1] ?? (wish === null ? null : text);
}

function textFor(intent: IntentKind, text: string): string {
  return ASKED_FOR.has(intent) ? '' : text;
}

/** @param rest as it was written */
function ofCommand(command: string, rest: string): Intent {
  const meant = COMMANDS.find(({ name }) => command === `/${name}`)?.intent;
  if (meant === undefined) return { kind: 'unknown-command', command };
  const survey = meant === 'start' ? /^q-(\S+)$/iu.exec(rest.trim())?.[1] : undefined;
  if (survey !== undefined) return { kind: 'open-survey-code', text: survey };
  if (meant === 'surveys' && rest !== '') return { kind: 'open-survey-code', text: rest };
  const isOrder = meant === 'join-session' && rest !== '' && readSessionCode(rest) === null;
  if (isOrder) return { kind: 'seminar', text: rest };
  if (meant === 'check-in' && rest !== '') return { kind: 'record-study', text: rest };
  return { kind: meant, text: rest };
}
