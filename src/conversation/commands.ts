import type { Action } from '../people/abilities.ts';

/** Everything that a text can ask for. */
export type IntentKind =
  | 'start'
  | 'help'
  | 'materials'
  | 'export'
  | 'forget'
  | 'cancel'
  | 'thanks'
  | 'show-source'
  | 'ask'
  | 'suggest'
  | 'check-in'
  | 'made-up'
  | 'recall'
  | 'map'
  | 'records'
  | 'my-data'
  | 'classes'
  | 'audit'
  | 'record-study'
  | 'change-study'
  | 'reflect'
  | 'study-reminder'
  | 'messages'
  | 'tell-name'
  | 'create-class'
  | 'seminar'
  | 'kits'
  | 'answer-piece'
  | 'write-in-kit'
  | 'join-session'
  | 'six-digits'
  | 'ask-in-session'
  | 'session-says'
  | 'leave-session'
  | 'steer-session'
  | 'set-focus'
  | 'surveys'
  | 'open-survey-code'
  | 'resume-survey'
  | 'write-answer'
  | 'reminders'
  | 'new-reminder'
  | 'write-notice'
  | 'write-in-reminder'
  | 'questionnaires'
  | 'new-questionnaire'
  | 'order-questionnaire'
  | 'questionnaire-piece'
  | 'write-in-questionnaire'
  | 'import-questionnaire'
  | 'diagnosis'
  | 'keep-materials'
  | 'add-material'
  | 'write-in-material'
  | 'ledger'
  | 'write-in-ledger'
  | 'golden'
  | 'write-in-golden';

/** What an intent needs of whoever has it. */
export interface IntentRule {
  readonly action: Action;
  /** Not where others read along. */
  readonly isPrivate: boolean;
}

const open = (action: Action): IntentRule => ({ action, isPrivate: false });
const apart = (action: Action): IntentRule => ({ action, isPrivate: true });

/** Who may ask for what, and where. */
export const INTENT_RULES: Readonly<Record<IntentKind, IntentRule>> = {
  start: open('ask'),
  help: open('ask'),
  materials: open('ask'),
  export: open('ask'),
  forget: open('ask'),
  cancel: open('ask'),
  thanks: open('ask'),
  'show-source': open('ask'),
  ask: open('ask'),
  suggest: open('ask'),
  'check-in': apart('learn'),
  'made-up': apart('learn'),
  recall: apart('learn'),
  map: apart('learn'),
  records: apart('learn'),
  'my-data': apart('learn'),
  'record-study': apart('learn'),
  'change-study': apart('learn'),
  reflect: apart('learn'),
  'study-reminder': apart('learn'),
  messages: apart('read-messages'),
  'tell-name': apart('learn'),
  classes: apart('see-own-classes'),
  audit: apart('see-audit'),
  'create-class': apart('administer'),
  seminar: apart('prepare-seminar'),
  kits: apart('prepare-seminar'),
  'answer-piece': apart('prepare-seminar'),
  'write-in-kit': apart('prepare-seminar'),
  'six-digits': open('ask'),
  'ask-in-session': open('ask'),
  'join-session': apart('join-seminar'),
  'session-says': apart('join-seminar'),
  'leave-session': apart('join-seminar'),
  'steer-session': apart('run-seminar'),
  'set-focus': apart('run-seminar'),
  surveys: apart('answer-questionnaire'),
  'open-survey-code': apart('answer-questionnaire'),
  'resume-survey': apart('answer-questionnaire'),
  'write-answer': apart('answer-questionnaire'),
  reminders: apart('notify-class'),
  'new-reminder': apart('notify-class'),
  'write-notice': apart('notify-class'),
  'write-in-reminder': apart('notify-class'),
  questionnaires: apart('prepare-questionnaire'),
  'new-questionnaire': apart('prepare-questionnaire'),
  'order-questionnaire': apart('prepare-questionnaire'),
  'questionnaire-piece': apart('prepare-questionnaire'),
  'write-in-questionnaire': apart('prepare-questionnaire'),
  'import-questionnaire': apart('prepare-questionnaire'),
  diagnosis: apart('prepare-questionnaire'),
  'keep-materials': apart('prepare-material'),
  'add-material': apart('prepare-material'),
  'write-in-material': apart('prepare-material'),
  ledger: apart('answer-ledger'),
  'write-in-ledger': apart('answer-ledger'),
  golden: apart('manage-materials'),
  'write-in-golden': apart('manage-materials'),
};

/** A command as chat apps offer them, with what their menu says of it. */
export interface Command {
  /** Without its slash. */
  readonly name: string;
  readonly intent: IntentKind;
  readonly description: string;
  /** Where a menu offers it: in a talk of two, in a group, in both. */
  readonly offered: 'alone' | 'in-groups' | 'everywhere' | 'nowhere';
}

export const COMMANDS: readonly Command[] = [
  { name: 'start', intent: 'start', description: '开始使用', offered: 'nowhere' },
  // In a group, apps pass on to an assistant what is a command, and not always what calls its name.
  { name: 'ask', intent: 'ask', description: '提问（命令后面写问题）', offered: 'in-groups' },
  { name: 'checkin', intent: 'check-in', description: '学习记录', offered: 'alone' },
  { name: 'review', intent: 'recall', description: '回忆题', offered: 'alone' },
  { name: 'map', intent: 'map', description: '我的学习地图', offered: 'alone' },
  { name: 'records', intent: 'records', description: '我的记录', offered: 'alone' },
  { name: 'remind', intent: 'study-reminder', description: '学习提醒', offered: 'alone' },
  { name: 'inbox', intent: 'messages', description: '消息', offered: 'alone' },
  { name: 'class', intent: 'classes', description: '我的班次', offered: 'alone' },
  { name: 'seminar', intent: 'join-session', description: '研讨', offered: 'alone' },
  { name: 'survey', intent: 'surveys', description: '问卷', offered: 'alone' },
  { name: 'mydata', intent: 'my-data', description: '我的数据', offered: 'alone' },
  { name: 'notices', intent: 'reminders', description: '通知提醒', offered: 'alone' },
  { name: 'questionnaires', intent: 'questionnaires', description: '问卷管理', offered: 'alone' },
  { name: 'materials', intent: 'keep-materials', description: '资料管理', offered: 'alone' },
  { name: 'ledger', intent: 'ledger', description: '待答问题', offered: 'alone' },
  { name: 'golden', intent: 'golden', description: '把关题', offered: 'nowhere' },
  { name: 'audit', intent: 'audit', description: '操作记录', offered: 'alone' },
  { name: 'help', intent: 'help', description: '使用说明', offered: 'everywhere' },
  { name: 'sources', intent: 'materials', description: '资料清单', offered: 'everywhere' },
  { name: 'suggest', intent: 'suggest', description: '意见建议', offered: 'alone' },
  { name: 'export', intent: 'export', description: '导出对话', offered: 'alone' },
  { name: 'clear', intent: 'forget', description: '清除记录', offered: 'alone' },
  { name: 'cancel', intent: 'cancel', description: '取消', offered: 'nowhere' },
];
