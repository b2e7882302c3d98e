import { type Answer, jsonAnswer } from './answer.ts';
import type { EmbeddingsRequest } from './check-embeddings.ts';
import type { Reply } from './model-double.ts';

const DIMENSIONS = 16;

export function embeddingsAnswer(
  model: string,
  { inputs, encoding }: EmbeddingsRequest,
  { vectors, shuffled, usage, breaks }: Extract<Reply, { kind: 'vectors' }>,
): Answer {
  const data = (vectors ?? inputs.map(vectorOf)).map((vector, index) => ({
    object: 'embedding',
    index,
    embedding: encoding === 'base64' ? inBase64(vector) : vector,
  }));
  const tokens = usage?.input ?? inputs.join('').length;
  const value = {
    object: 'list',
    model,
    data: shuffled === true ? data.reverse() : data,
    ...(usage === null ? {} : { usage: { prompt_tokens: tokens, total_tokens: tokens } }),
  };
  return jsonAnswer(value, breaks);
}

/** Of length one; texts that share characters lie near each other. */
function vectorOf(text: string): number[] {
  const vector = new Array<number>(DIMENSIONS).fill(0);
  for (const character of text) {
    const at = (character.codePointAt(0) as number) % DIMENSIONS;
    vector[at] = (vector[at] as number) + 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** As 32-bit floats, little-endian. */
function inBase64(vector: readonly number[]): string {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [index, value] of vector.entries()) bytes.writeFloatLE(value, index * 4);
  return bytes.toString('base64');
}
