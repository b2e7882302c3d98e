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

/** A code as `invite` makes it, wherever it stands in a short message. */
const CODE = /(?<![0-9A-Z])[2-9A-HJKMNP-Z]{12}(?![0-9A-Z])/iu;
const LONGEST_WITH_CODE = 60;

/** Strangers are told where they are once in this time, and not at every word. */
const TOLD_FOR_MS = 86_400_000;
const MOST_REMEMBERED = 10_000;

export function createAdmit(door: Door, clock: Clock): Admit {
  const isNewsTo = createNews(clock);
  return async (heard) => {
    const { chat, chatName, isGroup, person } = heard.origin;
    const account = { channel: 'telegram', key: String(person) };
    const found = await door.open({ account, chat: String(chat), chatName, isGroup });
    const code = codeIn(heard);
    // Whoever is in and sends a code once more wants to begin.
    if (found === 'in') return { kind: code === null ? 'in' : 'welcome' };
    if (found === 'not-here') return { kind: 'out', word: NOT_HERE };
    // In a group, a stranger learns nothing, not even that somebody is here.
    if (isGroup) return { kind: 'out', word: null };
    if (code !== null) {
      const redeemed = await door.redeem(code, account);
      if (redeemed === 'admitted') return { kind: 'welcome' };
      const isSilent = redeemed === 'too-many-tries' && !isNewsTo(`tries ${person}`);
      return { kind: 'out', word: isSilent ? null : CODE_PROBLEMS[redeemed] };
    }
    return {
      kind: 'out',
      word: heard.kind === 'tap' || isNewsTo(String(person)) ? STRANGER : null,
    };
  };
}

function codeIn(heard: Heard): string | null {
  if (heard.kind !== 'text' || heard.text.length > LONGEST_WITH_CODE) return null;
  return CODE.exec(heard.text.normalize('NFKC'))?.[0] ?? null;
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
