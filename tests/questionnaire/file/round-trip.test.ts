import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileSchema } from '../../../src/questionnaire/file/file-schema.ts';
import { questionnaireFile } from '../../../src/questionnaire/file/questionnaire-file.ts';
import { readForLint, readQuestionnaireFile } from '../../../src/questionnaire/file/read-file.ts';
import { readSurveyJs } from '../../../src/questionnaire/file/survey-js/read-survey-js.ts';
import { writeSurveyJs } from '../../../src/questionnaire/file/survey-js/write-survey-js.ts';
import { writeQuestionnaireFile } from '../../../src/questionnaire/file/write-file.ts';
import type { Questionnaire } from '../../../src/questionnaire/questionnaire.ts';
import { anyQuestionnaire } from './any-questionnaire.ts';

const SCHEMA = fileURLToPath(new URL('../../../docs/questionnaire.schema.json', import.meta.url));

/** What SurveyJS has no place for. */
function shared({ title, introduction, items }: Questionnaire): Questionnaire {
  return {
    ...{ kind: 'needs', audience: '', title, introduction },
    items: items.map((item) => ({
      ...item,
      basis: null,
      ...(item.type === 'single' ? { isBand: false } : {}),
      // A page that is hidden would hide what stands on it; see the test of it below.
      ...(item.type === 'section' ? { showIf: null } : {}),
    })),
  };
}

describe('a file of a questionnaire', () => {
  it('reads back as it was, whatever its words are', () => {
    fc.assert(
      fc.property(anyQuestionnaire, (questionnaire) => {
        const file = writeQuestionnaireFile(questionnaire);
        const json = JSON.stringify(file);
        expect(readQuestionnaireFile(json)).toEqual({ ok: true, questionnaire, notes: [] });
        expect(readForLint(json)).toEqual({ ok: true, questionnaire });
        expect(questionnaireFile.safeParse(file).error).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (json) => {
        for (const wrapped of [json, `{"title":"x","items":${json}}`, `{"items":[${json}]}`]) {
          expect(() => readQuestionnaireFile(wrapped)).not.toThrow();
          expect(() => readForLint(wrapped)).not.toThrow();
          expect(() => readSurveyJs(wrapped)).not.toThrow();
          expect(() => readSurveyJs(`{"elements":[${json}]}`)).not.toThrow();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never throws where known fields hold what they should not', () => {
    const fields = [
      'id',
      'type',
      'text',
      'options',
      'showIf',
      'least',
      'most',
      'basis',
      'pair',
      'unit',
    ];
    const types = fc.constantFrom('single', 'multiple', 'scale-pair', 'ranking', 'number', 'text');
    const item = fc.dictionary(fc.constantFrom(...fields), fc.oneof(fc.jsonValue(), types));
    fc.assert(
      fc.property(fc.array(item, { maxLength: 5 }), (items) => {
        const read = readQuestionnaireFile(JSON.stringify({ title: '问卷', items }));
        if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
        expect(readForLint(JSON.stringify({ title: '问卷', items })).ok).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is described by the schema that is published', () => {
    expect(JSON.parse(readFileSync(SCHEMA, 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(fileSchema())),
    );
  });
});

describe('a SurveyJS form of a questionnaire', () => {
  it('reads back with all that both share', () => {
    fc.assert(
      fc.property(anyQuestionnaire.map(shared), (questionnaire) => {
        const { form } = writeSurveyJs(questionnaire);
        expect(readSurveyJs(JSON.stringify(form))).toEqual({ ok: true, questionnaire, notes: [] });
      }),
      { numRuns: 300 },
    );
  });
});
