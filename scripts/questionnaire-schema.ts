/** Writes the JSON schema of questionnaire files, `npm run schema`; a test compares it with the code. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fileSchema } from '../src/questionnaire/file/file-schema.ts';

const PATH = fileURLToPath(new URL('../docs/questionnaire.schema.json', import.meta.url));

await writeFile(PATH, `${JSON.stringify(fileSchema(), null, 2)}\n`);
