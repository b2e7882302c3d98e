import type { Deed, DeedOf } from './deeds/deed.ts';
import type { Occasion, PersonalOccasion, SoonReplied } from './feature.ts';
import { goldenTasks } from './features/golden/golden-deeds.ts';
import { chooseDay, offerCheckIn } from './features/learning/check-in.ts';
import { choosePlace } from './features/learning/choose-place.ts';
import * as cited from './features/learning/cited.ts';
import { consent } from './features/learning/consent.ts';
import * as editing from './features/learning/edit-entry.ts';
import { exportMap, openMap } from './features/learning/learning-map.ts';
import { listEntries, openEntry } from './features/learning/list-entries.ts';
import * as data from './features/learning/my-data.ts';
import * as questions from './features/learning/own-questions.ts';
import { answerRecall, askRecall } from './features/learning/recall.ts';
import { recordPlace, recordSession } from './features/learning/record-study.ts';
import { share, unshare } from './features/learning/share.ts';
import { ledgerTasks } from './features/ledger/ledger-deeds.ts';
import { materialTasks } from './features/materials/material-deeds.ts';
import { ownMessageDeeds } from './features/messages/message-deeds.ts';
import { openAudit } from './features/people/audit.ts';
import { openClass, openClasses, openShared, openTotals } from './features/people/classes.ts';
import { askImport, importPeople } from './features/people/import-list.ts';
import { inviteAdmin, inviteLearners, inviteTrainer } from './features/people/invite.ts';
import * as members from './features/people/members.ts';
import { askNewClass } from './features/people/new-class.ts';
import { askForName, skipName } from './features/people/tell-name.ts';
import { questionnaireTasks } from './features/questionnaires/questionnaire-deeds.ts';
import { reminderTasks } from './features/reminders/reminder-deeds.ts';
import { kitDeeds } from './features/seminar-kit/kit-deeds.ts';
import { castVote, pick } from './features/seminar-live/ballot.ts';
import { setTimer } from './features/seminar-live/clock.ts';
import { closeSession, confirmClosing } from './features/seminar-live/close.ts';
import { putIn } from './features/seminar-live/contribute.ts';
import { exportSheet } from './features/seminar-live/export-sheet.ts';
import { askForFocus, chooseFocus } from './features/seminar-live/focus.ts';
import { leaveSession } from './features/seminar-live/join.ts';
import * as merging from './features/seminar-live/merging.ts';
import { moveSession } from './features/seminar-live/move.ts';
import * as sessions from './features/seminar-live/open-sessions.ts';
import { listOwn, withdrawOwn } from './features/seminar-live/own-contributions.ts';
import { openPanel } from './features/seminar-live/panel.ts';
import { dropNote, showRecord } from './features/seminar-live/record.ts';
import { openSeat } from './features/seminar-live/seat.ts';
import { showList } from './features/seminar-live/show-list.ts';
import { surveyTasks } from './features/surveys/survey-deeds.ts';
import { ask } from './features/talk/ask.ts';
import { forget } from './features/talk/forget.ts';
import { openPassage, openQuote } from './features/talk/open-passage.ts';
import { rate } from './features/talk/rate.ts';
import { cancel } from './features/talk/suggest.ts';
import { takeBackQuestion } from './features/talk/take-back-question.ts';

type General =
  | ('ask' | 'open-quote' | 'open-passage' | 'rate' | 'unask' | 'forget' | 'cancel' | 'carry-out')
  | keyof typeof surveyTasks;
type Personal = Exclude<Deed['kind'], General>;

const GENERAL: { readonly [Kind in General]: (deed: DeedOf<Kind>, on: Occasion) => SoonReplied } = {
  ask: ({ question }, on) => ask(question, on),
  'open-quote': openQuote,
  'open-passage': openPassage,
  rate,
  unask: takeBackQuestion,
  forget: () => forget(),
  cancel: (_, on) => cancel(on),
  'carry-out': ({ intent, text }, on) => on.perform({ kind: 'intent', intent, text }, on),
  ...surveyTasks,
};

const PERSONAL: {
  readonly [Kind in Personal]: (deed: DeedOf<Kind>, on: PersonalOccasion) => SoonReplied;
} = {
  consent,
  'open-check-in': ({ on: day }, on) => offerCheckIn(day, on),
  'choose-place': choosePlace,
  'choose-day': ({ entry }, on) => chooseDay(entry, on),
  'record-place': recordPlace,
  'record-session': recordSession,
  'list-entries': ({ before }, on) => listEntries(before, on),
  'open-entry': ({ entry }, on) => openEntry(entry, on),
  'edit-entry': ({ entry }, on) => editing.offerEditing(entry, on),
  'move-place': editing.movePlace,
  'move-day': editing.moveDay,
  'write-study': ({ entry }, on) => editing.askForStudy(entry, on),
  'write-reflection': ({ entry }, on) => editing.askForReflection(entry, on),
  'ask-withdraw': ({ entry }, on) => editing.confirmWithdrawing(entry, on),
  withdraw: ({ entry }, on) => editing.withdraw(entry, on),
  share,
  unshare,
  'ask-recall': askRecall,
  'answer-recall': answerRecall,
  'open-map': (_, on) => openMap(on),
  'export-map': (_, on) => exportMap(on),
  'open-data': (_, on) => data.openData(on),
  'export-data': ({ format }, on) => data.exportData(format, on),
  'ask-forget-learning': (_, on) => data.confirmForgettingLearning(on),
  'forget-learning': (_, on) => data.forgetLearning(on),
  'export-cited': (_, on) => cited.exportCited(on),
  'ask-forget-cited': () => cited.confirmForgettingCited(),
  'forget-cited': (_, on) => cited.forgetCited(on),
  'open-own-questions': (_, on) => questions.openOwnQuestions(on),
  'export-own-questions': (_, on) => questions.exportOwnQuestions(on),
  'ask-forget-own-questions': () => questions.confirmForgettingQuestions(),
  'forget-own-questions': (_, on) => questions.forgetQuestions(on),
  'ask-remove-me': (_, on) => data.confirmRemoving(on),
  'remove-me': (_, on) => data.removeMe(on),
  'new-device': (_, on) => data.codeForNewDevice(on),
  'sign-out-others': (_, on) => data.signOutOthers(on),
  ...ownMessageDeeds,
  'skip-name': (_, on) => skipName(on),
  'write-name': (_, on) => askForName(on),
  'open-classes': (_, on) => openClasses(on),
  'open-class': ({ classId }, on) => openClass(classId, on),
  'list-members': members.listMembers,
  'open-member': members.openMember,
  'make-member-code': members.makeMemberCode,
  'ask-drop-member': members.confirmDropping,
  'drop-member': members.dropMember,
  'open-totals': ({ classId }, on) => openTotals(classId, on),
  'open-shared': ({ classId }, on) => openShared(classId, on),
  'invite-learners': inviteLearners,
  'invite-trainer': ({ classId }, on) => inviteTrainer(classId, on),
  'invite-admin': (_, on) => inviteAdmin(on),
  'ask-new-class': (_, on) => askNewClass(on),
  'ask-import': ({ classId }, on) => askImport(classId, on),
  'import-people': importPeople,
  'open-audit': (_, on) => openAudit(on),
  ...kitDeeds,
  'open-sessions': ({ kit }, on) => sessions.openSessions(kit, on),
  'start-sessions': sessions.startSessions,
  'list-sessions': (_, on) => sessions.listSessions(on),
  'open-panel': ({ session }, on) => openPanel(session, on),
  'move-session': moveSession,
  'show-list': ({ session }, on) => showList(session, on),
  'suggest-merges': merging.offerMerges,
  merge: merging.mergeGroups,
  unmerge: merging.unmerge,
  'choose-focus': chooseFocus,
  'write-focus': ({ session }, on) => askForFocus(session, on),
  'set-timer': setTimer,
  'show-record': ({ session }, on) => showRecord(session, on),
  'export-sheet': exportSheet,
  'drop-note': dropNote,
  'ask-close-session': ({ session }, on) => confirmClosing(session, on),
  'close-session': ({ session }, on) => closeSession(session, on),
  'open-seat': ({ session }, on) => openSeat(session, on),
  'put-in': putIn,
  'list-own': ({ session }, on) => listOwn(session, on),
  'withdraw-own': withdrawOwn,
  pick,
  'cast-vote': castVote,
  'leave-session': ({ session }, on) => leaveSession(session, on),
  ...reminderTasks,
  ...questionnaireTasks,
  ...materialTasks,
  ...ledgerTasks,
  ...goldenTasks,
};

/** @throws where a deed needs a person and there is none, which is a defect */
export function carryOutDeed(deed: Deed, on: Occasion): SoonReplied {
  // The tables pair each kind with what takes its deeds; types cannot follow that through.
  const { kind } = deed;
  if (kind in GENERAL) return (GENERAL[kind as General] as Handler<Occasion>)(deed, on);
  const { person } = on;
  if (person === null) throw new Error(`Cannot do "${kind}" for a stranger`);
  return (PERSONAL[kind as Personal] as Handler<PersonalOccasion>)(deed, { ...on, person });
}

type Handler<On> = (deed: Deed, on: On) => SoonReplied;

/** The person's side in the history; most buttons say nothing that is worth keeping there. */
export function saidByDeed(deed: Deed): string {
  if (deed.kind === 'ask') return deed.question;
  return deed.kind === 'cancel' ? '取消' : '';
}
