import { z } from 'zod';
import { orderShape } from '../../seminar/kit.ts';
import { METHODS } from '../../seminar/order.ts';

const kit = z.string();
const question = z.string();
const classId = z.string();
/** The version that the button was shown with. */
const before = z.number().int();

const edit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('replace'), question }),
  z.object({ kind: z.literal('sharpen'), question }),
  z.object({ kind: z.literal('rewrite'), question, text: z.string() }),
  z.object({ kind: z.literal('move'), question, by: z.union([z.literal(1), z.literal(-1)]) }),
  z.object({ kind: z.literal('add'), stage: z.string(), text: z.string().nullable() }),
  z.object({ kind: z.literal('delete'), question }),
  z.object({ kind: z.literal('set-minutes'), minutes: z.number().int() }),
  z.object({ kind: z.literal('set-people'), people: z.number().int() }),
  z.object({ kind: z.literal('set-method'), method: z.enum(METHODS) }),
  z.object({ kind: z.literal('set-audience'), audience: z.string() }),
  z.object({ kind: z.literal('set-situation'), situation: z.string() }),
]);

/** What is written in words to change a kit; `target` is a question, or the stage of a new one. */
export const writtenInKit = z.enum([
  'rewrite',
  'add',
  'people',
  'minutes',
  'audience',
  'situation',
  'day',
]);

/** What buttons of ordering, showing and changing a kit do. */
export const seminarKitDeeds = [
  z.object({ kind: z.literal('list-kits'), from: z.number().int() }),
  z.object({ kind: z.literal('order-kit') }),
  z.object({ kind: z.literal('resume-order') }),
  z.object({ kind: z.literal('drop-order') }),
  /** `value` in the words that a person would answer with. */
  z.object({
    kind: z.literal('answer-piece'),
    piece: z.enum(['topic', 'audience', 'people', 'minutes', 'method', 'situation']),
    value: z.string(),
  }),
  z.object({ kind: z.literal('order-for-class'), classId }),
  z.object({ kind: z.literal('use-usual') }),
  /** Null where it is still to be chosen. */
  z.object({
    kind: z.literal('choose-topic'),
    material: z.string().nullable(),
    chapter: z.string().nullable(),
  }),
  /** An order that was said in one go, and confirmed. */
  z.object({
    kind: z.literal('make-kit'),
    order: orderShape,
  }),
  /** The topic is outside the plan; the kit says no policy. */
  z.object({ kind: z.literal('make-without-policy') }),
  z.object({ kind: z.literal('open-kit'), kit }),
  z.object({ kind: z.literal('list-questions'), kit, stage: z.number().int() }),
  z.object({ kind: z.literal('open-question'), kit, question }),
  z.object({ kind: z.literal('show-basis'), kit, from: z.number().int() }),
  z.object({ kind: z.literal('offer-kit-changes'), kit }),
  z.object({ kind: z.literal('offer-kit-affairs'), kit }),
  z.object({ kind: z.literal('edit-kit'), kit, before, edit }),
  z.object({
    kind: z.literal('write-in-kit'),
    kit,
    what: writtenInKit,
    target: z.string(),
  }),
  z.object({ kind: z.literal('choose-method'), kit }),
  z.object({ kind: z.literal('choose-stage'), kit }),
  z.object({ kind: z.literal('ask-delete-question'), kit, question }),
  z.object({ kind: z.literal('offer-improving'), kit }),
  z.object({ kind: z.literal('improve-kit'), kit, before }),
  z.object({ kind: z.literal('choose-kit-class'), kit }),
  /** Null for no class. */
  z.object({ kind: z.literal('set-kit-class'), kit, classId: classId.nullable() }),
  z.object({ kind: z.literal('set-kit-day'), kit, day: z.string().nullable() }),
  z.object({ kind: z.literal('offer-export'), kit }),
  z.object({
    kind: z.literal('export-kit'),
    kit,
    as: z.enum(['all', 'plan', 'questions', 'record', 'slides', 'text']),
  }),
  z.object({ kind: z.literal('list-versions'), kit, from: z.number().int() }),
  z.object({ kind: z.literal('open-version'), kit, version: z.number().int() }),
  z.object({ kind: z.literal('restore-version'), kit, version: z.number().int(), before }),
  z.object({ kind: z.literal('ask-copy-kit'), kit }),
  z.object({ kind: z.literal('copy-kit'), kit, classId: classId.nullable() }),
  z.object({ kind: z.literal('ask-share-kit'), kit, from: z.number().int() }),
  z.object({ kind: z.literal('share-kit'), kit, person: z.string() }),
  z.object({ kind: z.literal('unshare-kit'), kit, person: z.string() }),
  z.object({ kind: z.literal('ask-remove-kit'), kit }),
  z.object({ kind: z.literal('remove-kit'), kit }),
] as const;
