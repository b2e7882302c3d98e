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
  '表格和数据文件只在导入班次名单和导入问卷时使用：名单请管理员先打开班次，点“导入名单”；问卷请教师或者管理员先发送“导入问卷”，再选择文件。';
const NO_MATERIAL_FROM_YOU =
  '文件没有收下：资料只由教师和管理员上传，审核批准以后才引用。需要收入的，请把文件交给他们；政策问题可以直接用文字提问。';

/** What a file that was sent is taken as. */
export type FilePurpose =
  | { readonly as: 'questionnaire' | 'material' }
  /** `classId`: null where no list was asked for. */
  | { readonly as: 'class-list'; readonly classId: string | null };

/** Files of tables and data, which are no materials. */
const DATA_FILE = /\.(?:xlsx?|csv|json)$/iu;

/** What was asked for; unasked, any file but one of data is a material. */
export function purposeOfFile(
  name: string,
  { classId, awaitsQuestionnaire }: Pick<DialogueState, 'classId' | 'awaitsQuestionnaire'>,
): FilePurpose {
  if (awaitsQuestionnaire) return { as: 'questionnaire' };
  const isData = DATA_FILE.test(name.trim());
  return classId === null && !isData ? { as: 'material' } : { as: 'class-list', classId };
}

/** Null where a file may be taken; else why not, and what to do. */
export function problemOfFile(
  purpose: FilePurpose,
  person: Person | null,
  isPublic: boolean,
): string | null {
  const standing = standingOf(person);
  switch (purpose.as) {
    case 'questionnaire':
      if (!can(standing, 'prepare-questionnaire')) return NO_FILE_EXPECTED;
      return isPublic ? IN_PRIVATE : null;
    case 'material':
      if (!can(standing, 'prepare-material')) return NO_MATERIAL_FROM_YOU;
      return isPublic ? IN_PRIVATE : null;
    case 'class-list': {
      if (!can(standing, 'import-people')) return NO_FILE_EXPECTED;
      if (isPublic) return IN_PRIVATE;
      const { classId } = purpose;
      const isAskedFor = classId !== null && canIn(person, 'import-people', classId);
      return isAskedFor ? null : NO_FILE_EXPECTED;
    }
    default:
      return purpose satisfies never;
  }
}
