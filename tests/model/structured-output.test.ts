import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { askFor, strictSchema } from '../../src/model/chat/structured-output.ts';
import { FREE_TEXT } from '../../src/model/model.ts';

describe('a strict schema', () => {
  it('closes objects at every depth and requires every key', () => {
    const shape = z.object({
      text: z.string().min(1).max(80),
      places: z.array(z.object({ id: z.string(), note: z.string().optional() })).min(1),
      level: z.int().min(1).max(5).default(1),
    });
    expect(strictSchema(shape)).toEqual({
      type: 'object',
      properties: {
        text: { type: 'string' },
        places: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            properties: { id: { type: 'string' }, note: { type: 'string' } },
            required: ['id', 'note'],
            additionalProperties: false,
          },
        },
        level: { type: 'integer', minimum: 1, maximum: 5 },
      },
      required: ['text', 'places', 'level'],
      additionalProperties: false,
    });
  });

  it('tells of one of several shapes in the way that is supported', () => {
    const either = z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('quote'), text: z.string() }),
      z.object({ kind: z.literal('none') }),
    ]);
    const { properties } = strictSchema(z.object({ either })) as {
      properties: { either: Record<string, unknown> };
    };
    expect(Object.keys(properties.either)).toEqual(['anyOf']);
  });

  it('is that of what is written, not of what it is read into', () => {
    const shape = z.object({ date: z.string().transform((date) => new Date(date)) });
    expect(strictSchema(shape)).toMatchObject({ properties: { date: { type: 'string' } } });
  });
});

it('words in the prompt tell the schema where the request does not', () => {
  const prompt = { task: 'answer', system: '', user: '', output: z.object({ a: z.string() }) };
  expect(askFor(prompt, 'json_schema').words).toBe('');
  for (const format of ['json_object', 'plain'] as const) {
    expect(askFor(prompt, format).words).toContain(JSON.stringify(strictSchema(prompt.output)));
  }
  const free = { ...prompt, output: FREE_TEXT };
  expect(askFor(free, 'json_schema')).toEqual({ responseFormat: null, words: '' });
});
