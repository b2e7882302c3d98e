import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS, INTENT_RULES, type IntentKind } from '../../src/conversation/commands.ts';
import { DEED_ACTIONS, PUBLIC_DEEDS } from '../../src/conversation/deed-rules.ts';
import type { Deed } from '../../src/conversation/deeds/deed.ts';
import { makeId } from '../../src/conversation/ids.ts';
import { ACTIONS, type Action, can, ROLES, type Standing } from '../../src/people/abilities.ts';
import { CLASS, type House, makeHouse, NOON, OTHER_CLASS } from '../support/house.ts';
import { publishSurvey } from '../support/survey-house.ts';

/** Who there is: everyone's part is in the first class. */
const WHO = ['stranger', 'learner', 'trainer', 'admin', 'operator', 'member-of-another'] as const;
type Who = (typeof WHO)[number];

/** The table of DESIGN.md, rules 6 and 10, written out a second time. */
const EXPECTED: Readonly<Record<Action, readonly Standing[]>> = {
  ask: ['stranger', 'learner', 'trainer', 'admin', 'operator'],
  'sign-in': ['stranger', 'learner', 'trainer', 'admin', 'operator'],
  learn: ['learner', 'trainer', 'admin', 'operator'],
  'see-own-classes': ['learner', 'trainer', 'admin', 'operator'],
  'see-class': ['learner', 'trainer', 'admin'],
  'see-members': ['trainer', 'admin'],
  'see-totals': ['trainer', 'admin'],
  'see-shared': ['trainer'],
  'invite-learner': ['trainer', 'admin'],
  'invite-trainer': ['admin'],
  'manage-class': ['admin'],
  'import-people': ['admin'],
  administer: ['admin'],
  'see-audit': ['admin', 'operator'],
  'prepare-seminar': ['trainer', 'admin'],
  'run-seminar': ['trainer', 'admin'],
  'join-seminar': ['learner', 'trainer', 'admin', 'operator'],
  'read-messages': ['learner', 'trainer', 'admin', 'operator'],
  'notify-class': ['trainer', 'admin'],
  'manage-reminders': ['admin'],
  'prepare-questionnaire': ['trainer', 'admin'],
  'manage-questionnaires': ['admin'],
  'prepare-material': ['trainer', 'admin'],
  'manage-materials': ['admin'],
  'answer-ledger': ['trainer', 'admin'],
  'manage-ledger': ['admin'],
  'see-insight': ['admin'],
  'answer-suggestions': ['admin'],
  'answer-questionnaire': ['stranger', 'learner', 'trainer', 'admin', 'operator'],
};

const REFUSALS = /需要先登录|不在您的权限之内|其他人也能看到/u;

/** A deed of every kind, on the first class and on a record of the one who taps. */
const DEEDS: { readonly [Kind in Deed['kind']]: Omit<Extract<Deed, { kind: Kind }>, 'kind'> } = {
  ask: { question: '经费怎么管理？' },
  'open-quote': { material: 'plan-2023-2027', place: '五（四）', start: 0, text: '专款专用' },
  'open-passage': { material: 'plan-2023-2027', anchor: 'none' },
  rate: { turn: 'none', verdict: 'useful' },
  unask: { text: '如何报名', cause: 'not-in-corpus' },
  forget: {},
  cancel: {},
  consent: { next: 'check-in', text: null },
  'open-check-in': { on: null },
  'choose-place': { material: null, chapter: null, on: null, entry: null },
  'choose-day': { entry: null },
  'record-place': { material: 'plan-2023-2027', place: '五（二）', on: null },
  'record-session': { classId: CLASS.id, on: null },
  'list-entries': { before: null },
  'open-entry': { entry: 'none' },
  'edit-entry': { entry: 'none' },
  'move-place': { entry: 'none', material: 'plan-2023-2027', place: '五（二）' },
  'move-day': { entry: 'none', on: '2027-06-01' },
  'write-study': { entry: 'none' },
  'write-reflection': { entry: 'none' },
  'ask-withdraw': { entry: 'none' },
  withdraw: { entry: 'none' },
  share: { entry: 'none', classId: null },
  unshare: { entry: 'none' },
  'ask-recall': { material: null, place: null },
  'answer-recall': { item: 'none', asked: 'none', choice: 0 },
  'open-map': {},
  'export-map': {},
  'open-data': {},
  'export-data': { format: 'csv' },
  'ask-forget-learning': {},
  'forget-learning': {},
  'export-cited': {},
  'ask-forget-cited': {},
  'forget-cited': {},
  'open-own-questions': {},
  'export-own-questions': {},
  'ask-forget-own-questions': {},
  'forget-own-questions': {},
  'ask-remove-me': {},
  'remove-me': {},
  'new-device': {},
  'sign-out-others': {},
  'open-wishes': {},
  'start-wishes': {},
  'choose-wished-days': {},
  'choose-wished-time': { days: null },
  'choose-wished-number': {},
  'choose-pause': {},
  'choose-message-channel': {},
  'set-wished-times': { days: [2, 4], time: '12:30', mostAWeek: null },
  'pause-reminders': { days: 7 },
  'resume-reminders': {},
  'stop-reminders': {},
  'set-message-channel': { channel: 'web' },
  'list-messages': { before: null },
  'open-message': { id: 'none' },
  acknowledge: {},
  'skip-name': {},
  'write-name': {},
  'open-classes': {},
  'open-class': { classId: CLASS.id },
  'list-members': { classId: CLASS.id, from: 0 },
  'open-member': { classId: CLASS.id, person: 'none' },
  'make-member-code': { classId: CLASS.id, person: 'none' },
  'ask-drop-member': { classId: CLASS.id, person: 'none' },
  'drop-member': { classId: CLASS.id, person: 'none' },
  'open-totals': { classId: CLASS.id },
  'open-shared': { classId: CLASS.id },
  'invite-learners': { classId: CLASS.id, places: 1 },
  'invite-trainer': { classId: CLASS.id },
  'invite-admin': {},
  'ask-new-class': {},
  'ask-import': { classId: CLASS.id },
  'import-people': { classId: CLASS.id, people: [] },
  'open-audit': {},
  'list-kits': { from: 0 },
  'order-kit': {},
  'resume-order': {},
  'drop-order': {},
  'answer-piece': { piece: 'topic', value: '经费保障' },
  'order-for-class': { classId: CLASS.id },
  'use-usual': {},
  'choose-topic': { material: null, chapter: null },
  'make-kit': {
    order: {
      ...{ topic: '经费保障', audience: '任职班', people: 40, minutes: 180 },
      ...{ method: '三段式', situation: '' },
    },
  },
  'make-without-policy': {},
  'open-kit': { kit: 'none' },
  'list-questions': { kit: 'none', stage: 0 },
  'open-question': { kit: 'none', question: 'none' },
  'show-basis': { kit: 'none', from: 0 },
  'offer-kit-changes': { kit: 'none' },
  'offer-kit-affairs': { kit: 'none' },
  'edit-kit': { kit: 'none', before: 1, edit: { kind: 'delete', question: 'none' } },
  'write-in-kit': { kit: 'none', what: 'people', target: '' },
  'choose-method': { kit: 'none' },
  'choose-stage': { kit: 'none' },
  'ask-delete-question': { kit: 'none', question: 'none' },
  'offer-improving': { kit: 'none' },
  'improve-kit': { kit: 'none', before: 1 },
  'choose-kit-class': { kit: 'none' },
  'set-kit-class': { kit: 'none', classId: CLASS.id },
  'set-kit-day': { kit: 'none', day: null },
  'offer-export': { kit: 'none' },
  'export-kit': { kit: 'none', as: 'all' },
  'list-versions': { kit: 'none', from: 0 },
  'open-version': { kit: 'none', version: 1 },
  'restore-version': { kit: 'none', version: 1, before: 1 },
  'ask-copy-kit': { kit: 'none' },
  'copy-kit': { kit: 'none', classId: CLASS.id },
  'ask-share-kit': { kit: 'none', from: 0 },
  'share-kit': { kit: 'none', person: 'none' },
  'unshare-kit': { kit: 'none', person: 'none' },
  'ask-remove-kit': { kit: 'none' },
  'remove-kit': { kit: 'none' },
  'open-sessions': { kit: 'none' },
  'start-sessions': { kit: 'none', inGroups: true },
  'list-sessions': {},
  'open-panel': { session: 'none' },
  'move-session': { session: 'none', from: 0, to: 'next' },
  'show-list': { session: 'none' },
  'suggest-merges': { session: 'none', skipped: [] },
  merge: { session: 'none', groups: [], skipped: [] },
  unmerge: { session: 'none', places: [] },
  'choose-focus': { session: 'none', from: 0, contribution: 'none' },
  'write-focus': { session: 'none' },
  'set-timer': { session: 'none', act: 'start', minutes: 5 },
  'show-record': { session: 'none' },
  'export-sheet': { session: 'none', ofAll: false },
  'drop-note': { session: 'none', note: 'none' },
  'ask-close-session': { session: 'none' },
  'close-session': { session: 'none' },
  'open-seat': { session: 'none' },
  'put-in': { session: 'none', round: 'problem', texts: ['经费不足'] },
  'list-own': { session: 'none' },
  'withdraw-own': { session: 'none', contribution: 'none' },
  pick: { session: 'none', round: 'problem', picks: [] },
  'cast-vote': { session: 'none', round: 'problem', picks: [] },
  'leave-session': { session: 'none' },
  'list-reminders': { from: 0 },
  'new-reminder': {},
  'draft-reminder': { of: 'study' },
  'draft-notice': { classId: CLASS.id },
  'write-notice': { classId: CLASS.id, text: '请准时到课。', when: null },
  'open-reminder': { reminder: 'none' },
  'choose-audience': { reminder: 'none' },
  'list-audience': { reminder: 'none', by: 'class', from: 0 },
  'add-part': { reminder: 'none', part: { classId: CLASS.id, unit: null, role: null } },
  'drop-part': { reminder: 'none', part: { classId: CLASS.id, unit: null, role: null } },
  'use-filter': { reminder: 'none', filter: 'none' },
  'ask-drop-filter': { reminder: 'none', filter: 'none' },
  'drop-filter': { reminder: 'none', filter: 'none' },
  'move-notice': { reminder: 'none', classId: CLASS.id },
  'choose-template': { reminder: 'none' },
  'use-template': { reminder: 'none', template: 'opening' },
  'write-in-reminder': { reminder: 'none', what: 'text' },
  'skip-gap': { reminder: 'none', gap: '（联系人及电话）', total: 1 },
  'set-reminder-time': { reminder: 'none', words: '现在' },
  'set-urgent': { reminder: 'none', isUrgent: true },
  'try-reminder': { reminder: 'none' },
  'confirm-reminder': { reminder: 'none', seen: 'none' },
  'ask-stop-reminder': { reminder: 'none' },
  'stop-reminder': { reminder: 'none' },
  'ask-drop-reminder': { reminder: 'none' },
  'drop-reminder': { reminder: 'none' },
  'open-report': { reminder: 'none', mailing: null },
  'list-questionnaires': { from: 0 },
  'open-questionnaire': { questionnaire: 'none' },
  'list-published': { from: 0 },
  'new-questionnaire': {},
  'order-questionnaire': { of: 'evaluation', classId: CLASS.id },
  'answer-questionnaire-piece': { piece: 'audience', value: '县处级领导干部' },
  'use-usual-questionnaire': {},
  'resume-questionnaire-order': {},
  'drop-questionnaire-order': {},
  'make-questionnaire': {
    order: { kind: 'needs', audience: '县处级领导干部', purpose: '', period: '', topics: [] },
  },
  'ask-import-questionnaire': {},
  'list-items': { questionnaire: 'none', from: 0 },
  'check-questionnaire': { questionnaire: 'none', from: 0 },
  'open-item': { questionnaire: 'none', item: 'none' },
  'edit-questionnaire': {
    ...{ questionnaire: 'none', before: 1, edit: { kind: 'delete', item: 'none' } },
  },
  'write-in-questionnaire': { questionnaire: 'none', what: 'title', target: '', type: null },
  'choose-item-type': { questionnaire: 'none', item: 'none' },
  'choose-new-type': { questionnaire: 'none', after: '' },
  'choose-show-if': { questionnaire: 'none', item: 'none', from: 0 },
  'choose-shown-by': { questionnaire: 'none', item: 'none', showIf: { item: 'none', is: [] } },
  'ask-delete-item': { questionnaire: 'none', item: 'none' },
  'list-questionnaire-versions': { questionnaire: 'none', from: 0 },
  'open-questionnaire-version': { questionnaire: 'none', version: 1 },
  'restore-questionnaire-version': { questionnaire: 'none', version: 1, before: 1 },
  'offer-questionnaire-export': { questionnaire: 'none' },
  'export-questionnaire': { questionnaire: 'none', as: 'own' },
  'copy-questionnaire': { questionnaire: 'none' },
  'ask-remove-questionnaire': { questionnaire: 'none' },
  'remove-questionnaire': { questionnaire: 'none' },
  'publish-questionnaire': { questionnaire: 'none' },
  'choose-respondents': { questionnaire: 'none' },
  'list-respondents': { questionnaire: 'none', by: 'class', from: 0 },
  'add-respondents': {
    ...{ questionnaire: 'none', part: { classId: CLASS.id, unit: null, role: null } },
  },
  'drop-respondents': {
    ...{ questionnaire: 'none', part: { classId: CLASS.id, unit: null, role: null } },
  },
  'set-by-link': { questionnaire: 'none', isByLink: true },
  'write-in-publishing': { questionnaire: 'none', what: 'closing' },
  'set-publishing-time': { questionnaire: 'none', what: 'closing', words: '两周后' },
  'confirm-publishing': { questionnaire: 'none', seen: 'none' },
  'open-published': { published: 'none' },
  'show-survey-link': { published: 'none' },
  'ask-remind-respondents': { published: 'none' },
  'remind-respondents': { published: 'none' },
  'ask-new-closing': { published: 'none' },
  'set-new-closing': { published: 'none', words: '两周后' },
  'ask-close-survey': { published: 'none' },
  'close-survey': { published: 'to-close' },
  'open-survey-report': { published: 'none' },
  'export-survey-report': { published: 'none', as: 'docx' },
  'list-open-answers': { published: 'none', item: 'none', from: 0 },
  'choose-diagnosis': {},
  'diagnose-class': { classId: CLASS.id },
  'diagnose-unit': { unit: '某局' },
  'export-diagnosis': { classId: CLASS.id, unit: null, as: 'docx' },
  'list-surveys': {},
  'open-survey': { survey: 'none' },
  'fill-in-survey': { survey: 'none' },
  'answer-item': { survey: 'none', item: 'none', act: { do: 'show' } },
  'review-answers': { survey: 'none' },
  'submit-answers': { survey: 'none' },
  'put-off-answers': { survey: 'none' },
  'ask-drop-answers': { survey: 'none' },
  'drop-answers': { survey: 'none' },
  'preview-questionnaire': { questionnaire: 'none' },
  'fill-in-preview': { questionnaire: 'none' },
  'preview-item': { questionnaire: 'none', item: 'none', act: { do: 'show' } },
  'review-preview': { questionnaire: 'none' },
  'submit-preview': { questionnaire: 'none' },
  'leave-preview': { questionnaire: 'none' },
  'list-shelf': { of: 'current', from: 0 },
  'ask-material-file': {},
  'open-material': { material: 'none', version: 1 },
  'list-material-versions': { material: 'none' },
  'more-of-material': { material: 'none', version: 1 },
  'list-material-steps': { material: 'none', version: 1 },
  'show-material-outline': { material: 'none', version: 1, from: 0 },
  'show-material-passages': { material: 'none', version: 1, from: 0 },
  'show-left-out': { material: 'none', version: 1 },
  'compare-material': { material: 'none', version: 1, from: 0 },
  'export-material': { material: 'none', version: 1 },
  'change-material': { material: 'none', version: 1 },
  'ask-material-field': { material: 'none', version: 1, field: 'title', rest: [] },
  'set-material-field': {
    ...{ material: 'none', version: 1, field: 'openness', value: '公开', rest: [] },
  },
  'set-material-classes': { material: 'none', version: 1, only: [], rest: [] },
  'join-material': { material: 'none', version: 1, to: 'none' },
  'submit-material': { material: 'none', version: 1 },
  'ask-approve-material': { material: 'none', version: 1 },
  'approve-material': { material: 'none', version: 1, sha256: 'none', seen: 'none' },
  'ask-return-material': { material: 'none', version: 1 },
  'ask-retire-material': { material: 'none', version: 1 },
  'retire-material': { material: 'none', version: 1, reason: '已废止' },
  'ask-discard-material': { material: 'none', version: 1 },
  'discard-material': { material: 'none', version: 1 },
  'list-ledger': { of: 'current', from: 0 },
  'open-topic': { topic: 'none' },
  'list-wordings': { topic: 'none', from: 0 },
  'more-of-topic': { topic: 'none' },
  'ask-assign-topic': { topic: 'none', revision: 1, from: 0 },
  'assign-topic': { topic: 'none', revision: 1, person: 'none' },
  'take-topic': { topic: 'none', revision: 1 },
  'ask-leave-topic': { topic: 'none', revision: 1 },
  'leave-topic': { topic: 'none', revision: 1, reason: '非培训政策' },
  'take-answer-back': { topic: 'none', revision: 1 },
  'answer-topic': { topic: 'none' },
  'search-for-topic': { topic: 'none', words: '', from: 0 },
  'open-quotable': { topic: 'none', material: 'none', anchor: 'none', chosen: [], again: false },
  'quote-chosen': { topic: 'none', material: 'none', anchor: 'none', chosen: [] },
  'quote-text': { topic: 'none', quote: { material: 'none', place: '一', text: '无' } },
  'drop-topic-quote': { topic: 'none', quote: { material: 'none', place: '一', text: '无' } },
  'ask-answer-sentence': { topic: 'none' },
  'use-proposed-sentence': { topic: 'none' },
  'ask-answer-kind': { topic: 'none' },
  'set-answer-kind': { topic: 'none', as: 'list' },
  'preview-topic-answer': { topic: 'none' },
  'submit-topic-answer': {
    ...{ topic: 'none', revision: 1, answer: { answer: '无。', kind: 'list', quotes: [] } },
  },
  'review-topic-answer': { topic: 'none' },
  'approve-topic-answer': { topic: 'none', revision: 1 },
  'ask-return-topic-answer': { topic: 'none', revision: 1 },
  'ask-set-topic-aside': { topic: 'none', revision: 1 },
  'set-topic-aside': { topic: 'none', revision: 1, reason: '非培训政策' },
  'put-topic-back': { topic: 'none', revision: 1 },
  'ask-withdraw-topic-answer': { topic: 'none', revision: 1 },
  'withdraw-topic-answer': { topic: 'none', revision: 1, reason: '有误' },
  'ask-split-wording': { topic: 'none', wording: 'none' },
  'split-wording': { topic: 'none', revision: 1, wording: 'none' },
  'ask-merge-topic': { topic: 'none', revision: 1, from: 0 },
  'ask-merge-topics': { topic: 'none', revision: 1, into: 'none' },
  'merge-topics': { topic: 'none', revision: 1, into: 'none' },
  'list-golden': { of: 'all', words: '', from: 0 },
  'open-golden': { golden: 'none' },
  'ask-golden-words': { golden: 'none', what: 'contains' },
  'offer-golden': { question: '经费怎么管理？', golden: null },
  'keep-golden': { question: '经费怎么管理？', golden: null, seen: 'none' },
  'drop-golden-phrase': { golden: 'none', of: 'contains', phrase: '专款专用' },
  'choose-golden-places': { golden: 'none' },
  'set-golden-place': { golden: 'none', material: 'none', place: '五（四）', isWanted: true },
  'ask-drop-golden': { golden: 'none' },
  'drop-golden': { golden: 'none' },
  'carry-out': { intent: 'record-study', text: '五（二）' },
};
const KINDS = Object.keys(DEEDS) as Deed['kind'][];

let house: House;

beforeAll(async () => {
  house = await makeHouse();
  // Buttons that name a survey which is gone are gone too.
  const records = await house.app.records();
  await publishSurvey(records, [], { id: 'none', code: 'ZZZZZ23456' });
  await publishSurvey(records, [], { id: 'to-close', code: 'ZZZZZ23457' });
  return () => house.close();
}, 60_000);

/** A speaker who is new each time: some deeds remove whoever does them. */
async function arrive(who: Who): Promise<string> {
  const id = `${who}-${makeId()}`;
  if (who === 'learner' || who === 'trainer') await house.add(id, who, who);
  if (who === 'admin' || who === 'operator') await house.add(id, who);
  if (who === 'member-of-another') await house.add(id, 'trainer', 'trainer', OTHER_CLASS.id);
  return id;
}

/** What a person gets who taps a button that was made by hand, if it could be made. */
async function tap(who: Who, deed: Deed, isPublic = false): Promise<string> {
  const id = await arrive(who);
  const talk = await house.talk(id, { isPublic });
  const speaker = { channel: 'test', conversation: id, person: id };
  const set = makeId();
  const nothing = { turn: null, files: [], rating: null, suggestion: null, changes: [] };
  const actions = { id: set, deeds: [deed], expiresAt: '2028-01-01T00:00:00.000Z' };
  const { conversations } = await house.app.records();
  await conversations.keep({ speaker, at: NOON, state: null, actions, ...nothing });
  const heard = await talk.tap({ label: '', action: `${set}.0` });
  return heard.problem ?? heard.text;
}

function standingOf(who: Who): Standing {
  return who === 'member-of-another' ? 'trainer' : who;
}

/** Whether a deed is to be done: where it names the class, by one's part in that class. */
function mayDo(who: Who, kind: Deed['kind']): boolean {
  const isOfClass = 'classId' in DEEDS[kind] && kind !== 'share';
  if (isOfClass && (who === 'member-of-another' || who === 'operator')) return false;
  const action = kind === 'carry-out' ? 'learn' : DEED_ACTIONS[kind];
  return EXPECTED[action].includes(standingOf(who));
}

describe('the table of roles', () => {
  it('names every action and every standing', () => {
    expect(ACTIONS.toSorted()).toEqual(Object.keys(EXPECTED).toSorted());
    for (const action of ACTIONS) {
      for (const standing of ['stranger', ...ROLES] as const) {
        expect([action, standing, can(standing, action)]).toEqual([
          action,
          standing,
          EXPECTED[action].includes(standing),
        ]);
      }
    }
  });

  it('lets nobody but trainers see what learners shared', () => {
    expect(EXPECTED['see-shared']).toEqual(['trainer']);
  });
});

describe.each(WHO)('%s', (who) => {
  it.each(KINDS)('tapping %s', async (kind) => {
    const text = await tap(who, { kind, ...DEEDS[kind] } as Deed);
    expect([text, REFUSALS.test(text)]).toEqual([text, !mayDo(who, kind)]);
  });

  const commands = COMMANDS.map(({ name, intent }) => [`/${name} 五（二）`, intent] as const);
  const phrases: (readonly [string, IntentKind])[] = [
    ['打卡', 'check-in'],
    ['补记', 'made-up'],
    ['打卡 五（二）', 'record-study'],
    ['回忆题', 'recall'],
    ['我的学习地图', 'map'],
    ['我的记录', 'records'],
    ['我的数据', 'my-data'],
    ['学习提醒', 'study-reminder'],
    ['每周二、四 12:30 提醒我学习', 'study-reminder'],
    ['停止提醒', 'study-reminder'],
    ['我的消息', 'messages'],
    ['我的班次', 'classes'],
    ['操作记录', 'audit'],
    ['我的研讨方案', 'kits'],
    ['研讨', 'join-session'],
    ['研讨 123456', 'join-session'],
    ['退出研讨', 'leave-session'],
    ['问卷', 'surveys'],
    ['问卷 ABCDE23456', 'open-survey-code'],
    ['继续填写', 'resume-survey'],
    ['提醒管理', 'reminders'],
    ['问卷管理', 'questionnaires'],
    ['培训需求诊断', 'diagnosis'],
    ['导入问卷', 'import-questionnaire'],
    ['发通知', 'new-reminder'],
    ['资料管理', 'keep-materials'],
    ['待答问题', 'ledger'],
    ['上传资料', 'add-material'],
    ['经费怎么管理？', 'ask'],
  ];
  it.each([...commands, ...phrases])('saying %s', async (text, intent) => {
    const heard = await (await house.talk(await arrive(who))).say(text);
    const may = EXPECTED[INTENT_RULES[intent].action].includes(standingOf(who));
    expect([heard.text, REFUSALS.test(heard.text)]).toEqual([heard.text, !may]);
  });
});

describe('where others read along', () => {
  it.each(KINDS)('tapping %s', async (kind) => {
    const text = await tap('trainer', { kind, ...DEEDS[kind] } as Deed, true);
    const may = PUBLIC_DEEDS.has(kind);
    expect([text, REFUSALS.test(text)]).toEqual([text, !may]);
  });

  it.each([
    '打卡',
    '打卡 五（二）',
    '/records',
    '我的数据',
    '我的班次',
    '研讨 123456',
    '问卷',
    '问卷 ABCDE23456',
    '退订',
    '/inbox',
  ])('saying %s', async (text) => {
    const talk = await house.talk(await arrive('learner'), { isPublic: true });
    expect((await talk.say(text)).text).toContain('其他人也能看到');
  });

  it.each(['/start', '/help', '你好'])('%s says nothing of who the person is', async (text) => {
    const talk = await house.talk(await arrive('trainer'), { isPublic: true });
    expect((await talk.say(text)).text).not.toMatch(/姓名|身份|教师（|班次：/u);
  });

  it('a question is answered', async () => {
    const talk = await house.talk(await arrive('learner'), { isPublic: true });
    expect((await talk.say('经费怎么管理？')).text).toContain('专款专用');
  });
});

describe('a file', () => {
  it.each(WHO)('sent by %s where none was asked for is not read', async (who) => {
    const id = await arrive(who);
    const conversation = await house.app.conversation();
    const said = { kind: 'file', name: 'x.csv', bytes: Buffer.from('姓名\n王芳') } as const;
    const speaker = { channel: 'test', conversation: id, person: id };
    const problems: string[] = [];
    await conversation.respond({ speaker, message: 'm', said }, (event) => {
      if (event.kind === 'refused') problems.push(event.problem);
    });
    expect(problems).toEqual([expect.stringContaining('只在导入班次名单和导入问卷时使用')]);
  });
});
