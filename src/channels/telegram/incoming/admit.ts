import type { Clock } from '../../../clock.ts';
import type { Door, Redeemed } from '../../../people/admission.ts';
import type { Heard, Origin } from './read-update.ts';

/** Whether an update is answered, and with what words where it is not. */
export type Admission =
  | { readonly kind: 'in' }
  /** Just let in by a code; to be greeted as one who starts. */
  | { readonly kind: 'welcome' }
  | { readonly kind: 'out'; readonly word: string | null };

export type Admit = (heard: Extract<Heard, { origin: Origin }>) => Promise<Admission>;

const STRANGER = '本助手只向受邀人员开放。请向管理员索取邀请链接，或者在这里发送邀请码。';
const NOT_HERE = '本群没有开通，请在与我的私聊中提问。';
const CODE_PROBLEMS: Readonly<Record<Exclude<Redeemed, 'admitted'> | 'too-many-tries', string>> = {
  unknown: '邀请码不对，请核对后再发。',
  expired: '邀请码已过期，请向管理员重新索取。',
  'used-up': '邀请码的名额已经用完，请向管理员重新索取。',
  'too-many-tries': '尝试次数过多，请一小时后再试。',
};

/** A code alone, or behind the command that an invitation's link sends. */
const CODE = /^(?:\/start(?:@\w+)?\s+)?([\w-]{6,64})$/u;

/** Strangers are told where they are once in this time, and not at every word. */
const TOLD_FOR_MS = 86_400_000;
const MOST_REMEMBERED = 10_000;

export function createAdmit(door: Door, clock: Clock): Admit {
  const isNewsTo = createNews(clock);
  return async (heard) => {
    const { chat, chatName, isGroup, person } = heard.origin;
    const account = { channel: 'telegram', key: String(person) };
    const found = await door.open({ account, chat: String(chat), chatName, isGroup });
    if (found === 'in') return { kind: 'in' };
    if (found === 'not-here') return { kind: 'out', word: NOT_HERE };
    // In a group, a stranger learns nothing, not even that somebody is here.
    if (isGroup) return { kind: 'out', word: null };
    const code = heard.kind === 'text' ? CODE.exec(heard.text.trim())?.[1] : undefined;
    if (code !== undefined) {
      const redeemed = await door.redeem(code, account);
      if (redeemed === 'admitted') return { kind: 'welcome' };
      return { kind: 'out', word: CODE_PROBLEMS[redeemed] };
    }
    return { kind: 'out', word: heard.kind === 'tap' || isNewsTo(person) ? STRANGER : null };
  };
}

/** Whether a person has not been told within the last day; telling counts from now on. */
function createNews(clock: Clock): (person: number) => boolean {
  const told = new Map<number, number>();
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
