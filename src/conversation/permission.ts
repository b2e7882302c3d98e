import { type Action, can } from '../people/abilities.ts';
import { canIn, type Person, standingOf } from '../people/person.ts';
import type { IntentKind } from './commands.ts';
import { INTENT_RULES } from './commands.ts';
import { DEED_ACTIONS, PUBLIC_DEEDS } from './deed-rules.ts';
import type { Deed } from './deeds/deed.ts';
import type { DialogueState } from './state.ts';

const SIGN_IN_FIRST =
  '这项功能需要先登录：请向班次教师或者管理员索取邀请码。政策问题不用登录，可以直接提问。';
const NOT_YOURS = '这项操作不在您的权限之内。需要办理的，请联系管理员。';
const IN_PRIVATE = '这里其他人也能看到。请在与我的私聊中使用这项功能。';

/** Null where an intent may be carried out; else why not. */
export function problemOfIntent(
  intent: IntentKind,
  person: Person | null,
  isPublic: boolean,
): string | null {
  const { action, isPrivate } = INTENT_RULES[intent];
  if (!can(standingOf(person), action)) return refusalFor(person);
  return isPublic && isPrivate ? IN_PRIVATE : null;
}

/** Null where a deed may be done; else why not. */
export function problemOfDeed(deed: Deed, person: Person | null, isPublic: boolean): string | null {
  if (deed.kind === 'carry-out') return problemOfIntent(deed.intent, person, isPublic);
  const action = DEED_ACTIONS[deed.kind];
  if (!mayDo(deed, action, person)) return refusalFor(person);
  return isPublic && !PUBLIC_DEEDS.has(deed.kind) ? IN_PRIVATE : null;
}

/** A deed that names a class needs the action in that class; sharing names one to share with. */
function mayDo(deed: Deed, action: Action, person: Person | null): boolean {
  const isOfClass = 'classId' in deed && deed.classId !== null && deed.kind !== 'share';
  if (isOfClass) return canIn(person, action, deed.classId as string);
  return can(standingOf(person), action);
}

function refusalFor(person: Person | null): string {
  return person === null ? SIGN_IN_FIRST : NOT_YOURS;
}

const NO_FILE_EXPECTED =
  '目前只有导入班次名单和导入问卷时需要文件：名单请管理员先打开班次，点“导入名单”；问卷请教师或者管理员先发送“导入问卷”，再选择文件。';

/** @param awaited what file was asked for: the list of a class, or a questionnaire */
export function problemOfFile(
  { classId, awaitsQuestionnaire }: Pick<DialogueState, 'classId' | 'awaitsQuestionnaire'>,
  person: Person | null,
  isPublic: boolean,
): string | null {
  if (awaitsQuestionnaire) {
    if (!can(standingOf(person), 'prepare-questionnaire')) return NO_FILE_EXPECTED;
    return isPublic ? IN_PRIVATE : null;
  }
  if (!can(standingOf(person), 'import-people')) return NO_FILE_EXPECTED;
  if (isPublic) return IN_PRIVATE;
  if (classId === null || !canIn(person, 'import-people', classId)) return NO_FILE_EXPECTED;
  return null;
}
