import { z } from 'zod';
import { ANSWER_KINDS } from '../corpus/answer-kind.ts';
import { ITEM_TYPES, QUESTIONNAIRE_KINDS } from '../questionnaire/questionnaire.ts';
import { METHODS } from '../seminar/order.ts';
import { ROUNDS } from '../seminar/session/session.ts';
import { audiencePart } from './deeds/audience-part.ts';
import { writtenInGolden } from './deeds/golden.ts';
import { pairQuote, writtenForTopic } from './deeds/ledger.ts';
import { fieldsToAsk, writtenInMaterial } from './deeds/materials.ts';
import { orderPiece, writtenInPublishing, writtenInQuestionnaire } from './deeds/questionnaires.ts';
import { writtenInReminder } from './deeds/reminders.ts';
import { writtenInKit } from './deeds/seminar-kit.ts';

/** Raised whenever the shape below changes. */
const VERSION = 1;

const state = z.object({
  version: z.literal(VERSION),
  /** What the next text will be taken as. */
  expecting: z.enum([
    'question',
    'suggestion',
    'study',
    'study-again',
    'reflection',
    'wished-times',
    'name',
    'new-class',
    'order-piece',
    'words-for-kit',
    'focus',
    'words-for-reminder',
    'questionnaire-piece',
    'words-for-questionnaire',
    'answer',
    'words-for-material',
    'words-for-ledger',
    'words-for-golden',
  ]),
  /** The learning record that it concerns. */
  entry: z.string().nullable().default(null),
  /** The day that it concerns, as `YYYY-MM-DD`; null for today. */
  on: z.string().nullable().default(null),
  /** The class to which a file that comes next belongs. */
  classId: z.string().nullable().default(null),
  /** The seminar kit and what of it the next text says; see the deed `write-in-kit`. */
  kitWords: z
    .object({
      kit: z.string(),
      /** The version that the person was looking at. */
      before: z.number().int(),
      what: writtenInKit,
      target: z.string(),
    })
    .nullable()
    .default(null),
  /** The draft of a reminder and what of it the next text says; see the deed `write-in-reminder`. */
  reminderWords: z
    .object({
      reminder: z.string(),
      what: writtenInReminder,
      /** Which gap of the text, and how many there were at the beginning; null for other words. */
      gap: z.object({ name: z.string(), total: z.number().int() }).nullable().default(null),
    })
    .nullable()
    .default(null),
  /** What of a questionnaire, of its publishing or of a survey the next text says. */
  questionnaireWords: z
    .discriminatedUnion('of', [
      z.object({
        of: z.literal('questionnaire'),
        questionnaire: z.string(),
        /** The version that the person was looking at. */
        before: z.number().int(),
        what: writtenInQuestionnaire,
        target: z.string(),
        type: z.enum(ITEM_TYPES).nullable(),
      }),
      z.object({
        of: z.literal('publishing'),
        questionnaire: z.string(),
        what: writtenInPublishing,
      }),
      z.object({ of: z.literal('closing'), published: z.string() }),
    ])
    .nullable()
    .default(null),
  /** What of a material the next text says, and which fields are asked for after it. */
  materialWords: z
    .object({
      material: z.string(),
      version: z.number().int(),
      what: writtenInMaterial,
      rest: fieldsToAsk,
    })
    .nullable()
    .default(null),
  /** What of a 待答问题 the next text says, on the revision that was looked at. */
  ledgerWords: z
    .object({ topic: z.string(), revision: z.number().int(), what: writtenForTopic })
    .nullable()
    .default(null),
  /** Answers to 待答问题 that are being made, the latest last; they stay while other things are asked. */
  ledgerAnswers: z
    .array(
      z.object({
        topic: z.string(),
        quotes: z.array(pairQuote),
        /** As it was written; null where the proposed one stands. */
        answer: z.string().nullable(),
        /** As it was chosen; null where it is guessed. */
        kind: z.enum(ANSWER_KINDS).nullable(),
      }),
    )
    .default([]),
  /** What of a golden question the next text says; see the deed `ask-golden-words`. */
  goldenWords: z
    .object({ golden: z.string().nullable(), what: writtenInGolden })
    .nullable()
    .default(null),
  /** The file that comes next is a questionnaire. */
  awaitsQuestionnaire: z.boolean().default(false),
  /** The order of a questionnaire, given piece by piece; stays while other things are asked. */
  questionnaireOrder: z
    .object({
      kind: z.enum(QUESTIONNAIRE_KINDS),
      classId: z.string().nullable(),
      audience: z.string().nullable(),
      purpose: z.string().nullable(),
      period: z.string().nullable(),
      topics: z.array(z.string()).nullable(),
      /** The piece that was asked for; null where none was. */
      asked: orderPiece.nullable(),
    })
    .nullable()
    .default(null),
  /** What is to be published, and how; stays until it is published, or another one is begun. */
  publishing: z
    .object({
      questionnaire: z.string(),
      audience: z.array(audiencePart),
      isByLink: z.boolean(),
      /** ISO instants; `opensAt` is null for at once, `closesAt` where it is still to be said. */
      opensAt: z.string().nullable(),
      closesAt: z.string().nullable(),
      /** The words of the invitation; null for the usual ones. */
      invitation: z.string().nullable(),
    })
    .nullable()
    .default(null),
  /** The order of a seminar kit, given piece by piece; stays while other things are asked. */
  seminarOrder: z
    .object({
      topic: z.string().nullable(),
      audience: z.string().nullable(),
      people: z.number().int().nullable(),
      minutes: z.number().int().nullable(),
      method: z.enum(METHODS).nullable(),
      situation: z.string().nullable(),
      classId: z.string().nullable(),
      /** The piece that was asked for; null where none was. */
      asked: z.enum(['topic', 'audience', 'people', 'minutes', 'method', 'situation']).nullable(),
    })
    .nullable()
    .default(null),
  /** Questions answered lately with the beginnings of their answers, the oldest first. */
  recent: z.array(z.object({ question: z.string(), answer: z.string() })).default([]),
  /** Host of the model endpoint that the person was told of; null where they were told of none. */
  toldOf: z.string().nullable().default(null),
  /** The seminar to which texts belong, and the round that the person last saw. */
  seminar: z
    .object({
      session: z.string(),
      part: z.enum(['participant', 'owner']),
      round: z.enum(ROUNDS),
    })
    .nullable()
    .default(null),
  /** The questionnaire that is being answered; never what was answered, but in a preview. */
  answering: z
    .object({
      /** Under this name it is wiped with the draft; null in a preview. */
      survey: z.string().nullable(),
      /** Null where it is answered in earnest. */
      preview: z
        .object({ questionnaire: z.string(), answers: z.record(z.string(), z.unknown()) })
        .nullable(),
      /** The question that was shown last. */
      item: z.string(),
      /** Messages by which something was changed lately: one that comes again changes nothing. */
      lately: z.array(z.string()),
    })
    .nullable()
    .default(null),
  /** What a tap has decided lately, and by which message. */
  decisions: z.array(z.object({ decision: z.string(), message: z.string() })).default([]),
  /** The last question that was answered, in full words, for follow-ups. */
  context: z
    .object({
      question: z.string(),
      /** What it is about, without what it asks. */
      topic: z.string(),
      /** ISO instant. */
      at: z.string(),
      quotes: z.array(
        z.object({
          material: z.string(),
          place: z.string(),
          start: z.number().int(),
          text: z.string(),
        }),
      ),
    })
    .nullable(),
});

/** Where a dialogue stands between two messages. */
export type DialogueState = z.infer<typeof state>;

/** See {@link DialogueState.seminarOrder}. */
export type DraftOrder = NonNullable<DialogueState['seminarOrder']>;

/** See {@link DialogueState.questionnaireOrder}. */
export type DraftQuestionnaireOrder = NonNullable<DialogueState['questionnaireOrder']>;

/** See {@link DialogueState.publishing}. */
export type Publishing = NonNullable<DialogueState['publishing']>;

/** See {@link DialogueState.questionnaireWords}. */
export type QuestionnaireWords = NonNullable<DialogueState['questionnaireWords']>;

/** See {@link DialogueState.materialWords}. */
export type MaterialWords = NonNullable<DialogueState['materialWords']>;

/** See {@link DialogueState.ledgerWords}. */
export type LedgerWords = NonNullable<DialogueState['ledgerWords']>;

/** See {@link DialogueState.ledgerAnswers}. */
export type DraftPairAnswer = DialogueState['ledgerAnswers'][number];

export type DialogueContext = NonNullable<DialogueState['context']>;

/** No text is expected but a question. */
export const NOTHING_PENDING = {
  expecting: 'question',
  entry: null,
  on: null,
  classId: null,
  kitWords: null,
  reminderWords: null,
  questionnaireWords: null,
  materialWords: null,
  ledgerWords: null,
  goldenWords: null,
  awaitsQuestionnaire: false,
} as const;

/**
 * In no seminar any more: what was asked in one is not remembered either, since a question may say
 * what a contribution says.
 */
export const OUT_OF_SEMINAR = {
  ...{ seminar: null, context: null },
  recent: [],
} satisfies Partial<DialogueState>;

export const NEW_DIALOGUE: DialogueState = {
  version: VERSION,
  ...NOTHING_PENDING,
  seminarOrder: null,
  questionnaireOrder: null,
  publishing: null,
  ledgerAnswers: [],
  toldOf: null,
  ...OUT_OF_SEMINAR,
  answering: null,
  decisions: [],
};

/** The state as it was kept; null where another version of the program kept it. */
export function readState(stored: unknown): DialogueState | null {
  const parsed = state.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
