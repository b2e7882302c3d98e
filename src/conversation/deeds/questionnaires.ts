import { z } from 'zod';
import { ITEM_TYPES, QUESTIONNAIRE_KINDS } from '../../questionnaire/questionnaire.ts';
import { audiencePart } from './audience-part.ts';

const questionnaire = z.string();
/** A survey, for those who published it; not called `survey`, since buttons that name one are wiped. */
const published = z.string();
const item = z.string();
const classId = z.string();
/** The version that the button was shown with. */
const before = z.number().int();
const options = z.array(z.string());

export const orderPiece = z.enum(['audience', 'purpose', 'period', 'topics']);

const limit = z.number().nullable();
const showIf = z.object({ item, is: options });

const questionnaireEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set-title'), text: z.string() }),
  z.object({ kind: z.literal('set-introduction'), text: z.string() }),
  z.object({ kind: z.literal('set-text'), item, text: z.string() }),
  z.object({ kind: z.literal('set-hint'), item, text: z.string() }),
  z.object({ kind: z.literal('set-options'), item, options }),
  z.object({ kind: z.literal('set-type'), item, type: z.enum(ITEM_TYPES), options }),
  z.object({ kind: z.literal('set-required'), item, isRequired: z.boolean() }),
  z.object({ kind: z.literal('set-limits'), item, least: limit, most: limit }),
  z.object({ kind: z.literal('set-show-if'), item, showIf: showIf.nullable() }),
  z.object({ kind: z.literal('set-band'), item, isBand: z.boolean() }),
  z.object({ kind: z.literal('move'), item, by: z.union([z.literal(1), z.literal(-1)]) }),
  z.object({ kind: z.literal('delete'), item }),
  z.object({
    kind: z.literal('add'),
    after: item.nullable(),
    type: z.enum(ITEM_TYPES),
    text: z.string(),
    options,
  }),
]);

/**
 * What is written in words. Of a questionnaire: `target` is an item, or where a new one comes after
 * (empty for the first place); `type` is that of a new item, or the one that an item becomes.
 */
export const writtenInQuestionnaire = z.enum([
  ...(['title', 'introduction', 'text', 'options', 'hint', 'limits', 'type', 'add'] as const),
]);

/** Of what is to be published. */
export const writtenInPublishing = z.enum(['audience', 'opening', 'closing', 'invitation']);

/** What buttons do for those who write questionnaires, publish them and read what came of them. */
export const questionnaireDeeds = [
  z.object({ kind: z.literal('list-questionnaires'), from: z.number().int() }),
  z.object({ kind: z.literal('list-published'), from: z.number().int() }),
  z.object({ kind: z.literal('new-questionnaire') }),
  z.object({
    kind: z.literal('order-questionnaire'),
    of: z.enum(QUESTIONNAIRE_KINDS),
    /** The class that it is for; null where it is for none, or one is still to be chosen. */
    classId: classId.nullable(),
  }),
  /** `value` in the words that a person would answer with. */
  z.object({ kind: z.literal('answer-questionnaire-piece'), piece: orderPiece, value: z.string() }),
  z.object({ kind: z.literal('use-usual-questionnaire') }),
  z.object({ kind: z.literal('resume-questionnaire-order') }),
  z.object({ kind: z.literal('drop-questionnaire-order') }),
  /** An order that was said in one go, and confirmed. */
  z.object({
    kind: z.literal('make-questionnaire'),
    order: z.object({
      kind: z.enum(QUESTIONNAIRE_KINDS),
      audience: z.string(),
      purpose: z.string(),
      period: z.string(),
      topics: z.array(z.string()),
    }),
  }),
  z.object({ kind: z.literal('ask-import-questionnaire') }),
  z.object({ kind: z.literal('open-questionnaire'), questionnaire }),
  z.object({ kind: z.literal('list-items'), questionnaire, from: z.number().int() }),
  z.object({ kind: z.literal('check-questionnaire'), questionnaire, from: z.number().int() }),
  z.object({ kind: z.literal('open-item'), questionnaire, item }),
  z.object({
    kind: z.literal('edit-questionnaire'),
    questionnaire,
    before,
    edit: questionnaireEdit,
  }),
  z.object({
    kind: z.literal('write-in-questionnaire'),
    questionnaire,
    what: writtenInQuestionnaire,
    target: z.string(),
    type: z.enum(ITEM_TYPES).nullable(),
  }),
  z.object({ kind: z.literal('choose-item-type'), questionnaire, item }),
  /** `after`: see `writtenInQuestionnaire`. */
  z.object({ kind: z.literal('choose-new-type'), questionnaire, after: z.string() }),
  z.object({ kind: z.literal('choose-show-if'), questionnaire, item, from: z.number().int() }),
  z.object({ kind: z.literal('choose-shown-by'), questionnaire, item, showIf }),
  z.object({ kind: z.literal('ask-delete-item'), questionnaire, item }),
  z.object({
    kind: z.literal('list-questionnaire-versions'),
    questionnaire,
    from: z.number().int(),
  }),
  z.object({
    kind: z.literal('open-questionnaire-version'),
    questionnaire,
    version: z.number().int(),
  }),
  z.object({
    kind: z.literal('restore-questionnaire-version'),
    questionnaire,
    version: z.number().int(),
    before,
  }),
  z.object({ kind: z.literal('offer-questionnaire-export'), questionnaire }),
  z.object({
    kind: z.literal('export-questionnaire'),
    questionnaire,
    as: z.enum(['own', 'surveyjs']),
  }),
  z.object({ kind: z.literal('copy-questionnaire'), questionnaire }),
  z.object({ kind: z.literal('ask-remove-questionnaire'), questionnaire }),
  z.object({ kind: z.literal('remove-questionnaire'), questionnaire }),
  z.object({ kind: z.literal('publish-questionnaire'), questionnaire }),
  z.object({ kind: z.literal('choose-respondents'), questionnaire }),
  z.object({
    kind: z.literal('list-respondents'),
    questionnaire,
    by: z.enum(['class', 'unit', 'role']),
    from: z.number().int(),
  }),
  z.object({ kind: z.literal('add-respondents'), questionnaire, part: audiencePart }),
  z.object({ kind: z.literal('drop-respondents'), questionnaire, part: audiencePart }),
  z.object({ kind: z.literal('set-by-link'), questionnaire, isByLink: z.boolean() }),
  z.object({ kind: z.literal('write-in-publishing'), questionnaire, what: writtenInPublishing }),
  /** `words` say one and the same time whenever they are read. */
  z.object({
    kind: z.literal('set-publishing-time'),
    questionnaire,
    what: z.enum(['opening', 'closing']),
    words: z.string(),
  }),
  /** `seen` is the fingerprint of what was shown. */
  z.object({ kind: z.literal('confirm-publishing'), questionnaire, seen: z.string() }),
  z.object({ kind: z.literal('open-published'), published }),
  z.object({ kind: z.literal('show-survey-link'), published }),
  z.object({ kind: z.literal('ask-remind-respondents'), published }),
  z.object({ kind: z.literal('remind-respondents'), published }),
  z.object({ kind: z.literal('ask-new-closing'), published }),
  z.object({ kind: z.literal('set-new-closing'), published, words: z.string() }),
  z.object({ kind: z.literal('ask-close-survey'), published }),
  z.object({ kind: z.literal('close-survey'), published }),
  z.object({ kind: z.literal('open-survey-report'), published }),
  z.object({
    kind: z.literal('export-survey-report'),
    published,
    as: z.enum(['docx', 'html', 'xlsx', 'csv']),
  }),
  z.object({ kind: z.literal('list-open-answers'), published, item, from: z.number().int() }),
  z.object({ kind: z.literal('choose-diagnosis') }),
  z.object({ kind: z.literal('diagnose-class'), classId }),
  z.object({ kind: z.literal('diagnose-unit'), unit: z.string() }),
  z.object({
    kind: z.literal('export-diagnosis'),
    classId: classId.nullable(),
    unit: z.string().nullable(),
    as: z.enum(['docx', 'html']),
  }),
] as const;
