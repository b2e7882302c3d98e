import { COMMANDS, type IntentKind } from './commands.ts';
import { type Occasion, type PersonalOccasion, type SoonReplied, say } from './feature.ts';
import { listGolden } from './features/golden/list-golden.ts';
import { takeWordsOfGolden } from './features/golden/write-in-golden.ts';
import { chooseDay, offerCheckIn } from './features/learning/check-in.ts';
import { changeReflection, changeStudy } from './features/learning/edit-entry.ts';
import { openMap } from './features/learning/learning-map.ts';
import { listEntries } from './features/learning/list-entries.ts';
import { openData } from './features/learning/my-data.ts';
import { askRecall } from './features/learning/recall.ts';
import { recordText } from './features/learning/record-study.ts';
import { listLedger } from './features/ledger/list-ledger.ts';
import { takeWordsForTopic } from './features/ledger/take-words.ts';
import { askMaterialFile } from './features/materials/arrive.ts';
import { listShelf } from './features/materials/list-shelf.ts';
import { takeWordsOfMaterial } from './features/materials/write-in-material.ts';
import { listMessages } from './features/messages/list-messages.ts';
import { studyReminder } from './features/messages/study-reminder.ts';
import { openAudit } from './features/people/audit.ts';
import { openClasses } from './features/people/classes.ts';
import { createClass } from './features/people/new-class.ts';
import { takeName } from './features/people/tell-name.ts';
import { newQuestionnaire, takeOrderPiece } from './features/questionnaires/drafting/order.ts';
import { orderInLine } from './features/questionnaires/drafting/order-in-line.ts';
import { askImport } from './features/questionnaires/files.ts';
import { listQuestionnaires } from './features/questionnaires/list-questionnaires.ts';
import { takeWordsOfQuestionnaire } from './features/questionnaires/publishing/write-in-publishing.ts';
import { chooseDiagnosis } from './features/questionnaires/reporting/diagnosis.ts';
import { listReminders } from './features/reminders/list-reminders.ts';
import { newReminder, noticeInLine } from './features/reminders/new-reminder.ts';
import { takeWords as takeReminderWords } from './features/reminders/take-words.ts';
import { askAmidOrder } from './features/seminar-kit/amid-order.ts';
import { listKits } from './features/seminar-kit/list-kits.ts';
import { orderSeminar, takePiece } from './features/seminar-kit/order.ts';
import { takeWords } from './features/seminar-kit/take-words.ts';
import { askInSession } from './features/seminar-live/ask-in-session.ts';
import { takeFocus } from './features/seminar-live/focus.ts';
import { joinSession, leaveSession, takeDigits } from './features/seminar-live/join.ts';
import { sessionSays } from './features/seminar-live/speak.ts';
import { steerByText } from './features/seminar-live/steer-by-text.ts';
import { resumeSurvey } from './features/surveys/answer.ts';
import { listSurveys } from './features/surveys/list-surveys.ts';
import { openByCode } from './features/surveys/open-survey.ts';
import { takeAnswer } from './features/surveys/take-answer.ts';
import { exportRecord } from './features/talk/export-record.ts';
import { confirmForgetting } from './features/talk/forget.ts';
import { help, listMaterials, start } from './features/talk/introduce.ts';
import { showSource } from './features/talk/open-passage.ts';
import { cancel, inviteSuggestion, takeSuggestion } from './features/talk/suggest.ts';

const AT_YOUR_SERVICE = '有问题请随时提出。';

const GENERAL: Partial<Record<IntentKind, (text: string, on: Occasion) => SoonReplied>> = {
  start: (_, on) => start(on),
  help: (_, on) => help(on),
  materials: (_, on) => listMaterials(on),
  export: (_, on) => exportRecord(on),
  forget: (_, on) => confirmForgetting(on),
  cancel: (_, on) => cancel(on),
  thanks: (text) => say(`${/谢/u.test(text) ? '不客气' : '好的'}，${AT_YOUR_SERVICE}`),
  'show-source': (_, on) => showSource(on),
  ask: (text, on) => askAmidOrder(text, on),
  'ask-in-session': (text, on) => askInSession(text, on),
  'six-digits': (text, on) => takeDigits(text, on),
  surveys: (_, on) => listSurveys(on),
  'open-survey-code': (text, on) => openByCode(text, on),
  'resume-survey': (_, on) => resumeSurvey(on),
  'write-answer': (text, on) => takeAnswer(text, on),
  suggest: (text, on) => (text === '' ? inviteSuggestion(on) : takeSuggestion(text, on)),
};

const PERSONAL: Partial<Record<IntentKind, (text: string, on: PersonalOccasion) => SoonReplied>> = {
  'check-in': (_, on) => offerCheckIn(null, on),
  'made-up': (_, on) => chooseDay(null, on),
  recall: (_, on) => askRecall({ material: null, place: null }, on),
  map: (_, on) => openMap(on),
  records: (_, on) => listEntries(null, on),
  'my-data': (_, on) => openData(on),
  classes: (_, on) => openClasses(on),
  audit: (_, on) => openAudit(on),
  'record-study': (text, on) => recordText(text, on),
  'change-study': (text, on) => changeStudy(text, on),
  reflect: (text, on) => changeReflection(text, on),
  'study-reminder': (text, on) => studyReminder(text, on),
  messages: (_, on) => listMessages(null, on),
  'tell-name': (text, on) => takeName(text, on),
  'create-class': (text, on) => createClass(text, on),
  seminar: (text, on) => orderSeminar(text, on),
  kits: (_, on) => listKits(0, on),
  'answer-piece': (text, on) => takePiece(text, on),
  'write-in-kit': (text, on) => takeWords(text, on),
  'join-session': (text, on) => joinSession(text, on),
  'session-says': (text, on) => sessionSays(text, on),
  'leave-session': (_, on) => leaveSession(null, on),
  'steer-session': (text, on) => steerByText(text, on),
  'set-focus': (text, on) => takeFocus(text, on),
  reminders: (_, on) => listReminders({ from: 0 }, on),
  'new-reminder': (_, on) => newReminder(on),
  'write-notice': (text, on) => noticeInLine(text, on),
  'write-in-reminder': (text, on) => takeReminderWords(text, on),
  questionnaires: (_, on) => listQuestionnaires({ from: 0 }, on),
  'new-questionnaire': (_, on) => newQuestionnaire(on),
  'order-questionnaire': (text, on) => orderInLine(text, on),
  'questionnaire-piece': (text, on) => takeOrderPiece(text, on),
  'write-in-questionnaire': (text, on) => takeWordsOfQuestionnaire(text, on),
  'import-questionnaire': (_, on) => askImport(on),
  diagnosis: (_, on) => chooseDiagnosis(on),
  'keep-materials': (_, on) => listShelf({ of: 'current', from: 0 }, on),
  'add-material': (_, on) => askMaterialFile(on),
  'write-in-material': (text, on) => takeWordsOfMaterial(text, on),
  ledger: (_, on) => listLedger({ of: 'current', from: 0 }, on),
  'write-in-ledger': (text, on) => takeWordsForTopic(text, on),
  golden: (_, on) => listGolden({ kind: 'list-golden', of: 'all', words: '', from: 0 }, on),
  'write-in-golden': (text, on) => takeWordsOfGolden(text, on),
};

/** @throws where no feature is there for an intent, or it needs a person, which are defects */
export function carryOutIntent(kind: IntentKind, text: string, on: Occasion): SoonReplied {
  const general = GENERAL[kind];
  if (general !== undefined) return general(text, on);
  const personal = PERSONAL[kind];
  const { person } = on;
  if (personal === undefined || person === null) throw new Error(`Cannot carry out "${kind}"`);
  return personal(text, { ...on, person });
}

/** A command stands for its words in the menu; /start is said by the app and not by a person. */
export function saidByIntent(kind: IntentKind, text: string): string {
  if (!text.startsWith('/')) return text;
  if (kind === 'start') return '';
  const command = COMMANDS.find(({ intent }) => intent === kind)?.description ?? '';
  if (kind === 'study-reminder') return text.replace(/^\/\S+/u, command);
  return kind === 'record-study' ? text.replace(/^\/\S+\s*/u, '') : command;
}
