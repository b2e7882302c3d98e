import { parseJson } from './parse-json.ts';
import { type ReadFile, readQuestionnaireFile } from './read-file.ts';
import { isSurveyJs, readSurveyJs } from './survey-js/read-survey-js.ts';

/** A questionnaire from a file of ours or from a SurveyJS form, whichever it is. */
export function readAnyFile(json: string): ReadFile {
  const parsed = parseJson(json);
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };
  const isOurs = !isSurveyJs(parsed.value) || Array.isArray(parsed.value.items);
  return isOurs ? readQuestionnaireFile(json) : readSurveyJs(json);
}
