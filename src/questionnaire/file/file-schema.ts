import { z } from 'zod';
import { questionnaireFile } from './questionnaire-file.ts';

/** The JSON schema of a questionnaire file, as it is published in `docs/questionnaire.schema.json`. */
export function fileSchema(): object {
  return z.toJSONSchema(questionnaireFile, { io: 'input', target: 'draft-2020-12' });
}
