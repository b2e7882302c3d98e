import { badRequest } from './api-error.ts';
import { allowFields, checkNumber, requireField } from './check-fields.ts';
import type { JsonObject } from './json.ts';

const FIELDS = ['model', 'input', 'encoding_format', 'dimensions', 'user'];
const MOST_INPUTS = 2048;

export interface EmbeddingsRequest {
  readonly inputs: readonly string[];
  readonly encoding: 'float' | 'base64';
}

/** @throws ApiError where the public API would refuse it */
export function checkEmbeddings(body: JsonObject): EmbeddingsRequest {
  const input = requireField(body, 'input');
  allowFields(body, FIELDS);
  checkNumber(body, 'dimensions', { least: 1, most: 4096, whole: true });
  const inputs: unknown[] = Array.isArray(input) ? input : [input];
  if (inputs.length === 0 || inputs.length > MOST_INPUTS) {
    throw badRequest(`Invalid 'input': expected 1 to ${MOST_INPUTS} strings.`, 'input');
  }
  const encoding = body.encoding_format ?? 'float';
  if (encoding !== 'float' && encoding !== 'base64') {
    throw badRequest(`Invalid value for 'encoding_format'.`, 'encoding_format');
  }
  const texts = inputs.map((text) => {
    if (typeof text === 'string' && text !== '') return text;
    throw badRequest(`Invalid 'input': input cannot be an empty string.`, 'input');
  });
  return { inputs: texts, encoding };
}
