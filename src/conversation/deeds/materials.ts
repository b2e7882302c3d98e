import { z } from 'zod';

const material = z.string();
const version = z.number().int();
const from = z.number().int();

/** What is registered of a material, each of which is asked for by itself. */
export const materialField = z.enum([
  ...(['title', 'issuer', 'edition', 'kind', 'openness', 'classes'] as const),
  ...(['effective_from', 'effective_to'] as const),
]);

export type MaterialField = z.infer<typeof materialField>;

/** What is written in words of a version: a field, or why it is given back or ended. */
export const writtenInMaterial = z.union([materialField, z.enum(['return', 'retire'])]);

/** Fields that are still to be asked for, in their order. */
export const fieldsToAsk = z.array(materialField);

const ofVersion = { material, version };

/** What buttons do for those who send materials, register, approve and end them. */
export const materialDeeds = [
  /** `ended`: what is quoted no more; else all that is on its way or in force. */
  z.object({ kind: z.literal('list-shelf'), of: z.enum(['current', 'ended']), from }),
  z.object({ kind: z.literal('ask-material-file') }),
  z.object({ kind: z.literal('open-material'), ...ofVersion }),
  /** What is done with a version more rarely. */
  z.object({ kind: z.literal('more-of-material'), ...ofVersion }),
  z.object({ kind: z.literal('list-material-versions'), material }),
  z.object({ kind: z.literal('list-material-steps'), ...ofVersion }),
  z.object({ kind: z.literal('show-material-outline'), ...ofVersion, from }),
  z.object({ kind: z.literal('show-material-passages'), ...ofVersion, from }),
  z.object({ kind: z.literal('show-left-out'), ...ofVersion }),
  z.object({ kind: z.literal('compare-material'), ...ofVersion, from }),
  z.object({ kind: z.literal('export-material'), ...ofVersion }),
  z.object({ kind: z.literal('change-material'), ...ofVersion }),
  z.object({
    kind: z.literal('ask-material-field'),
    ...{ ...ofVersion, field: materialField, rest: fieldsToAsk },
  }),
  /** `value` as a person would write it. */
  z.object({
    kind: z.literal('set-material-field'),
    ...{ ...ofVersion, field: materialField, value: z.string(), rest: fieldsToAsk },
  }),
  /** Ids of the classes that alone may read it; none for everyone of the house. */
  z.object({
    kind: z.literal('set-material-classes'),
    ...{ ...ofVersion, only: z.array(z.string()), rest: fieldsToAsk },
  }),
  /** A draft turns out to be a version of another material. */
  z.object({ kind: z.literal('join-material'), ...ofVersion, to: material }),
  z.object({ kind: z.literal('submit-material'), ...ofVersion }),
  z.object({ kind: z.literal('ask-approve-material'), ...ofVersion }),
  /** `sha256` of the file that was looked at, and what tells what was registered of it then. */
  z.object({
    kind: z.literal('approve-material'),
    ...{ ...ofVersion, sha256: z.string(), seen: z.string() },
  }),
  z.object({ kind: z.literal('ask-return-material'), ...ofVersion }),
  z.object({ kind: z.literal('ask-retire-material'), ...ofVersion }),
  z.object({ kind: z.literal('retire-material'), ...ofVersion, reason: z.string() }),
  z.object({ kind: z.literal('ask-discard-material'), ...ofVersion }),
  z.object({ kind: z.literal('discard-material'), ...ofVersion }),
] as const;
