import { z } from 'zod';

const classId = z.string();
const person = z.string();

/** What buttons of classes and their people do. */
export const peopleDeeds = [
  z.object({ kind: z.literal('skip-name') }),
  z.object({ kind: z.literal('write-name') }),
  z.object({ kind: z.literal('open-classes') }),
  z.object({ kind: z.literal('open-class'), classId }),
  z.object({ kind: z.literal('list-members'), classId, from: z.number().int() }),
  z.object({ kind: z.literal('open-member'), classId, person }),
  z.object({ kind: z.literal('make-member-code'), classId, person }),
  z.object({ kind: z.literal('ask-drop-member'), classId, person }),
  z.object({ kind: z.literal('drop-member'), classId, person }),
  z.object({ kind: z.literal('open-totals'), classId }),
  z.object({ kind: z.literal('open-shared'), classId }),
  z.object({
    kind: z.literal('invite-learners'),
    classId,
    places: z.number().int().min(1).max(1000),
  }),
  z.object({ kind: z.literal('invite-trainer'), classId }),
  z.object({ kind: z.literal('invite-admin') }),
  z.object({ kind: z.literal('ask-new-class') }),
  z.object({ kind: z.literal('ask-import'), classId }),
  z.object({
    kind: z.literal('import-people'),
    classId,
    people: z.array(
      z.object({ name: z.string(), unit: z.string(), role: z.enum(['learner', 'trainer']) }),
    ),
  }),
  z.object({ kind: z.literal('open-audit') }),
] as const;
