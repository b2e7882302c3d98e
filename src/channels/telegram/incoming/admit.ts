import type { Clock } from '../../../clock.ts';
import { surveyCodeIn } from '../../../conversation/survey-code-in.ts';
import { maySendFiles, type Standing } from '../../../people/abilities.ts';
import { CODE_PROBLEMS, type Door } from '../../../people/door.ts';
import { findCode } from '../../../people/invitation.ts';
import type { Heard, Origin } from './read-update.ts';

/** Whether an update is answered, and with what words where it is not. */
export type Admission =
  /** `mayNotSend`: it will be told so, and the bytes of its file are not needed. */
  | { readonly kind: 'in'; readonly mayNotSend?: true }
  /** Just let in by a code; to be greeted as one who starts. */
  | { readonly kind: 'welcome'; readonly standing: Standing }
  | { readonly kind: 'out'; readonly word: string | null };

export type Admit = (heard: Extract<Heard, { origin: Origin }>) => Promise<Admission>;

const STRANGER = '本助手只向受邀人员开放。请向教师或者管理员索取邀请链接，或者在这里发送邀请码。';
const NOT_HERE = '本群没有开通，请在与我的私聊中提问。';

/** Strangers are told where they are once in this time, and not at every word. */
const TOLD_FOR_MS = 86_400_000;
const MOST_REMEMBERED = 10_000;

/** @param surveyPage the page where the questionnaire of a code is answered; null where none is known */
export function createAdmit(
  door: Door,
  clock: Clock,
  surveyPage: (code: string) => string | null = () => null,
): Admit {
  const isNewsTo = createNews(clock);
  return async (heard) => {
    const { chat, chatName, isGroup, person } = heard.origin;
    const account = { channel: 'telegram', key: String(person) };
    const found = await door.open({ account, chat: String(chat), chatName, isGroup });
    const code = heard.kind === 'text' && !isGroup ? findCode(heard.text) : null;
    if (code !== null) {
      const redeemed = await door.redeem(code, account);
      if (redeemed.kind === 'admitted') {
        return { kind: 'welcome', standing: await door.standing(account) };
      }
      // To whoever is in already, it may be no code at all.
      const isNoCode = redeemed.kind === 'unknown' || redeemed.kind === 'too-many-tries';
      if (found === 'in' && isNoCode) return { kind: 'in' };
      const isSilent = redeemed.kind === 'too-many-tries' && !isNewsTo(`tries ${person}`);
      return { kind: 'out', word: isSilent ? null : CODE_PROBLEMS[redeemed.kind] };
    }
    if (found === 'in') {
      const isUnwanted = heard.kind === 'file' && !maySendFiles(await door.standing(account));
      return isUnwanted ? { kind: 'in', mayNotSend: true } : { kind: 'in' };
    }
    if (found === 'not-here') return { kind: 'out', word: NOT_HERE };
    // In a group, a stranger learns nothing, not even that somebody is here.
    if (isGroup) return { kind: 'out', word: null };
    const survey = heard.kind === 'text' ? surveyCodeIn(heard.text) : null;
    if (survey !== null) return { kind: 'out', word: surveyElsewhere(surveyPage(survey)) };
    return {
      kind: 'out',
      word: heard.kind === 'tap' || isNewsTo(String(person)) ? STRANGER : null,
    };
  };
}

function surveyElsewhere(page: string | null): string {
  const where = page === null ? '请在本助手的网页上填写' : `请在网页上填写：${page}`;
  return `本助手在 Telegram 中只向受邀人员开放，这份问卷${where}。要在这里填写的，请向教师或者管理员索取邀请链接。`;
}

/** Whether a person has not been told within the last day; telling counts from now on. */
function createNews(clock: Clock): (person: string) => boolean {
  const told = new Map<string, number>();
  return (person) => {
    const now = clock.now().getTime();
    const before = told.get(person);
    if (before !== undefined && now - before < TOLD_FOR_MS) return false;
    told.delete(person);
    told.set(person, now);
    const oldest = told.keys().next();
    if (told.size > MOST_REMEMBERED && oldest.done !== true) told.delete(oldest.value);
    return true;
  };
}
