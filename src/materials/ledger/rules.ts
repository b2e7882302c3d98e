import { withoutUnseen } from '../../text/without-unseen.ts';
import type { Actor } from '../material.ts';
import type { Topic } from './topic.ts';

/*
 * What may be done with a topic as it stands now, and by whom. Each rule is pure and gives the reason
 * against it in words for people, with what to do next; null where nothing stands against it.
 */

/** Whoever takes a step, with what they may do. */
export interface Keeper extends Actor {
  /** Assigns topics and approves answers. */
  readonly isManager: boolean;
}

/** The topic was changed by somebody after it was looked at. */
export function againstRevision({ revision }: Topic, seen: number): string | null {
  return revision === seen
    ? null
    : '您查看之后这个问题有了变化，没有办理。请看下面现在的情况，再决定怎么办。';
}

export function againstAssigning({ state }: Topic): string | null {
  switch (state) {
    case 'open':
    case 'assigned':
      return null;
    case 'submitted':
      return '这个问题已经提交答复，等待审核，不用再分派。答复不合适的，请退回。';
    case 'answered':
      return ALREADY_ANSWERED;
    case 'set-aside':
      return SET_ASIDE;
    default:
      return state satisfies never;
  }
}

/** To answer it oneself; a manager may take it over from whoever has it. */
export function againstTaking(topic: Topic, by: Keeper): string | null {
  return againstAssigning(topic) ?? againstAnother(topic, by);
}

/** To give it back to those who assign. */
export function againstLeaving(topic: Topic, by: Keeper): string | null {
  if (topic.state !== 'assigned') return '这个问题现在不在答复中，不用退回分派。';
  return againstAnother(topic, by);
}

/** To work on an answer, and to submit it. */
export function againstAnswering(topic: Topic, by: Keeper): string | null {
  const problem = againstTaking(topic, by);
  if (problem !== null) return problem;
  return topic.assignee === by.person
    ? null
    : '这个问题还没有由您答复。请先点“认领”或者“由我答复”。';
}

/** Whoever answered does not approve, unless the house has only one for both. */
export function againstApproving(
  topic: Topic,
  by: Keeper,
  { oneMayApprove }: { readonly oneMayApprove: boolean },
): string | null {
  if (topic.state === 'answered') return '这个问题的答复已经批准，不用再批准。';
  if (topic.state !== 'submitted' || topic.answer === null) return NOT_SUBMITTED;
  if (oneMayApprove || !isAnswerer(topic, by)) return null;
  return '这个答复是您提交的，须由另一位管理员批准。请联系其他管理员；本单位只有一人办理的，由维护人员设置。';
}

export function againstReturning({ state }: Topic): string | null {
  return state === 'submitted' ? null : NOT_SUBMITTED;
}

/** Whoever submitted an answer may have it back while nobody has decided. */
export function againstTakingBack(topic: Topic, by: Keeper): string | null {
  if (topic.state === 'answered')
    return '答复已经批准，不能收回。需要更正的，请联系管理员撤回答复。';
  if (topic.state !== 'submitted') return NOT_SUBMITTED;
  return isAnswerer(topic, by) ? null : '这个答复不是您提交的，不能收回。';
}

export function againstSettingAside({ state }: Topic): string | null {
  if (state === 'answered') return ALREADY_ANSWERED;
  return state === 'set-aside' ? '这个问题已经列为不答复，不用再办。' : null;
}

export function againstPuttingBack({ state }: Topic): string | null {
  return state === 'set-aside' ? null : '这个问题现在不是“不答复”，不用恢复。';
}

export function againstWithdrawing({ state }: Topic): string | null {
  return state === 'answered' ? null : '这个问题现在没有已批准的答复，不用撤回。';
}

/** Wordings of an answer that is approved lead to it already. */
export function againstSplitting({ state, wordings }: Topic): string | null {
  if (state === 'answered')
    return '这个问题已有批准的答复，各种问法都已指向它。请先撤回答复，再拆分。';
  return wordings < 2 ? '这个问题只有一种问法，不用拆分。' : null;
}

/** The one goes into the other, which stays as it is. */
export function againstMerging(one: Topic, into: Topic): string | null {
  if (one.id === into.id) return '不能与自己合并。请另选一个问题。';
  if (one.state === 'submitted') return '这个问题的答复正在等待审核，不能并入别的问题。请先退回。';
  if (one.state === 'answered') return ALREADY_ANSWERED;
  if (into.state === 'answered') {
    return '要并入的问题已有批准的答复。请先撤回那个答复再合并，或者直接答复这个问题。';
  }
  return into.state === 'set-aside' ? '要并入的问题已列为不答复，请先恢复，再合并。' : null;
}

/** Nothing is kept of who asked: of few people even the number says too much. */
export const FEWEST_TOLD = 5;

const ALREADY_ANSWERED = '这个问题已经有批准的答复。需要更正的，请先撤回答复。';
const SET_ASIDE = '这个问题已列为不答复。需要答复的，请先恢复。';
const NOT_SUBMITTED = '这个问题现在没有等待审核的答复。请看下面现在的情况。';

function againstAnother({ assignee }: Topic, { person, isManager }: Keeper): string | null {
  if (assignee === null || assignee === person || isManager) return null;
  return '这个问题已经由别人答复。需要由您答复的，请联系管理员。';
}

/** By their id in the records; where one of them has none, by name. */
function isAnswerer({ answeredBy }: Topic, by: Actor): boolean {
  if (answeredBy === null) return false;
  if (answeredBy.person !== null && by.person !== null) return answeredBy.person === by.person;
  return plain(answeredBy.name) === plain(by.name);
}

function plain(name: string): string {
  return withoutUnseen(name).normalize('NFKC').replace(/\s/gu, '');
}
