import { z } from 'zod';
import { ROLES } from '../../people/abilities.ts';

/** A part of an audience; its class stands apart, since the deed is not one of that class. */
export const audiencePart = z.object({
  classId: z.string().nullable(),
  unit: z.string().nullable(),
  role: z.enum(ROLES).nullable(),
});
