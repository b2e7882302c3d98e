import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { questionnaireDeeds } from '../../deeds/questionnaires.ts';
import type { PersonalOccasion, SoonReplied } from '../../feature.ts';
import { makeDrafted } from './drafting/make-drafted.ts';
import * as order from './drafting/order.ts';
import { checkQuestionnaire } from './editing/check.ts';
import * as choosing from './editing/choose.ts';
import { changeQuestionnaire } from './editing/edit.ts';
import { confirmDeletingItem, listItems, openItem } from './editing/items.ts';
import { writeInQuestionnaire } from './editing/write.ts';
import * as files from './files.ts';
import { confirmReminding, remindRespondents } from './following/remind-respondents.ts';
import * as closing from './following/survey-closing.ts';
import { showSurveyLink } from './following/survey-link.ts';
import { openPublished } from './following/survey-page.ts';
import { confirmRemoving, copyQuestionnaire, removeQuestionnaire } from './keep-questionnaire.ts';
import { listPublished, listQuestionnaires } from './list-questionnaires.ts';
import { confirmPublishing } from './publishing/confirm-publishing.ts';
import { publishQuestionnaire } from './publishing/publish.ts';
import * as respondents from './publishing/respondents.ts';
import { setPublishingTime, writeInPublishing } from './publishing/write-in-publishing.ts';
import { openQuestionnaire } from './questionnaire-page.ts';
import * as diagnosis from './reporting/diagnosis.ts';
import { listOpenAnswers } from './reporting/open-answers.ts';
import { exportReport, openReport } from './reporting/survey-report.ts';
import * as versions from './versions.ts';

type Kind = (typeof questionnaireDeeds)[number]['shape']['kind']['value'] & Deed['kind'];

/** What takes the deeds of those who write questionnaires, publish them and read what came of them. */
export const questionnaireTasks: {
  readonly [One in Kind]: (deed: DeedOf<One>, on: PersonalOccasion) => SoonReplied;
} = {
  'list-questionnaires': listQuestionnaires,
  'list-published': listPublished,
  'new-questionnaire': (_, on) => order.newQuestionnaire(on),
  'order-questionnaire': order.orderQuestionnaire,
  'answer-questionnaire-piece': order.answerPiece,
  'use-usual-questionnaire': (_, on) => order.useUsual(on),
  'resume-questionnaire-order': (_, on) => order.resumeOrder(on),
  'drop-questionnaire-order': (_, on) => order.dropOrder(on),
  'make-questionnaire': ({ order: said }, on) => makeDrafted(said, null, on),
  'ask-import-questionnaire': (_, on) => files.askImport(on),
  'open-questionnaire': openQuestionnaire,
  'list-items': listItems,
  'check-questionnaire': checkQuestionnaire,
  'open-item': openItem,
  'edit-questionnaire': (deed, on) => changeQuestionnaire(deed, on),
  'write-in-questionnaire': writeInQuestionnaire,
  'choose-item-type': choosing.chooseItemType,
  'choose-new-type': choosing.chooseNewType,
  'choose-show-if': choosing.chooseShowIf,
  'choose-shown-by': choosing.chooseShownBy,
  'ask-delete-item': confirmDeletingItem,
  'list-questionnaire-versions': versions.listQuestionnaireVersions,
  'open-questionnaire-version': versions.openQuestionnaireVersion,
  'restore-questionnaire-version': versions.restoreQuestionnaireVersion,
  'offer-questionnaire-export': files.offerExport,
  'export-questionnaire': files.exportQuestionnaire,
  'copy-questionnaire': copyQuestionnaire,
  'ask-remove-questionnaire': confirmRemoving,
  'remove-questionnaire': removeQuestionnaire,
  'publish-questionnaire': publishQuestionnaire,
  'choose-respondents': respondents.chooseRespondents,
  'list-respondents': respondents.listRespondents,
  'add-respondents': respondents.addRespondents,
  'drop-respondents': respondents.dropRespondents,
  'set-by-link': respondents.setByLink,
  'write-in-publishing': writeInPublishing,
  'set-publishing-time': setPublishingTime,
  'confirm-publishing': confirmPublishing,
  'open-published': openPublished,
  'show-survey-link': showSurveyLink,
  'ask-remind-respondents': confirmReminding,
  'remind-respondents': remindRespondents,
  'ask-new-closing': closing.askNewClosing,
  'set-new-closing': closing.setNewClosing,
  'ask-close-survey': closing.confirmClosing,
  'close-survey': closing.closeSurvey,
  'open-survey-report': openReport,
  'export-survey-report': exportReport,
  'list-open-answers': listOpenAnswers,
  'choose-diagnosis': (_, on) => diagnosis.chooseDiagnosis(on),
  'diagnose-class': ({ classId }, on) => diagnosis.diagnoseGroup({ classId, unit: null }, on),
  'diagnose-unit': ({ unit }, on) => diagnosis.diagnoseGroup({ classId: null, unit }, on),
  'export-diagnosis': diagnosis.exportDiagnosis,
};
