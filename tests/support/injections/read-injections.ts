import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const FILE = fileURLToPath(new URL('../../eval/injections.jsonl', import.meta.url));

/** What the fields are is told in `tests/eval/README.md`. */
const injection = z
  .strictObject({
    id: z.string().regex(/^J\d{2}$/u),
    place: z.enum(['question', 'material', 'history', 'tool-result']),
    language: z.enum(['zh', 'en']),
    who: z.enum(['stranger', 'learner', 'trainer', 'admin']),
    text: z.string().min(1),
    outright: z.literal(true).optional(),
    means: z.string().optional(),
    heading: z.string().optional(),
    beside: z.string().optional(),
    asks: z.string().optional(),
    obeys: z.enum([
      ...['memory', 'fabricate', 'figure', 'force', 'prompt', 'append'],
      ...['language', 'plain-text', 'reading', 'refuse', 'tools'],
    ] as const),
    calls: z.array(z.tuple([z.string(), z.record(z.string(), z.json())])).default([]),
  })
  .refine(({ obeys, calls }) => (obeys === 'tools') === calls.length > 0);

/** An attempt to give the model other orders, and what a model does that takes them. */
export type Injection = z.infer<typeof injection>;

export function readInjections(): readonly Injection[] {
  const lines = readFileSync(FILE, 'utf8').trim().split('\n');
  return lines.map((line) => injection.parse(JSON.parse(line)));
}

/** What the person says, in order. */
export function saidIn({ text, asks, place }: Injection): readonly string[] {
  if (place === 'question') return [text];
  return place === 'history' ? [text, asks ?? ''] : [asks ?? ''];
}
