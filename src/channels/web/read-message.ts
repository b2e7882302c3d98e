import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Incoming, Said } from '../../conversation/incoming.ts';
import type { ProblemCode } from './problems.ts';

/** Longest body, in bytes; a question itself may be far shorter. */
const LIMIT = 64 * 1024;
/** Longest file of a table or of data, and longest material, in bytes. */
const LARGEST_DATA = 6 * 1024 * 1024;
const LARGEST_MATERIAL = 20 * 1024 * 1024;
const MATERIAL = /\.(?:docx|pdf|html?|md|txt)$/iu;
/**
 * How much of a body that is too long is read and thrown away, in bytes. A browser looks for the
 * answer after it has sent everything; to answer before cuts it off, and it shows no answer.
 */
const PATIENCE = 32 * 1024 * 1024;

const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/u)
  .optional();
const file = z.object({ id, name: z.string().min(1).max(200) });
const message = z.union([
  z.strictObject({ id, text: z.string() }),
  // What is written into an input goes with the button that takes it.
  z.strictObject({ id, action: z.string().min(1), written: z.string().optional() }),
]);

export type ReadMessage =
  | { readonly ok: true; readonly message: Omit<Incoming, 'speaker'> }
  | { readonly ok: false; readonly code: ProblemCode };

type ReadJson<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: ProblemCode };

/** Reads a body of JSON against its shape; it is untrusted and may be of any length. */
export async function readJson<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
): Promise<ReadJson<z.output<Shape>>> {
  const body = await readBody(request, LIMIT);
  if (body === 'too-large') return { ok: false, code: body };
  if (!/^application\/json\s*(?:;|$)/iu.test(request.headers.get('content-type') ?? '')) {
    return { ok: false, code: 'wrong-type' };
  }
  const json = parseJson(body);
  if (!json.ok) return { ok: false, code: 'bad-json' };
  const parsed = shape.safeParse(json.value);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, code: 'bad-request' };
}

/** Reads what a person sent as words or by a button. */
export async function readMessage(request: Request): Promise<ReadMessage> {
  const read = await readJson(request, message);
  if (!read.ok) return read;
  const { value } = read;
  return { ok: true, message: { message: value.id ?? randomUUID(), said: saidIn(value) } };
}

function saidIn(value: z.infer<typeof message>): Said {
  if (!('action' in value)) return { kind: 'text', text: value.text };
  const { action, written } = value;
  return { kind: 'action', action, ...(written === undefined ? {} : { text: written }) };
}

/** Reads a file that a person sent: its bytes are the body, its name and id stand in the query. */
export async function readFileMessage(request: Request): Promise<ReadMessage> {
  const query = new URL(request.url).searchParams;
  const parsed = file.safeParse({ id: query.get('id') ?? undefined, name: query.get('name') });
  const isMaterial = MATERIAL.test(parsed.data?.name.trim() ?? '');
  const body = await readBody(request, isMaterial ? LARGEST_MATERIAL : LARGEST_DATA);
  if (body === 'too-large') {
    return { ok: false, code: isMaterial ? 'material-too-large' : 'file-too-large' };
  }
  if (!parsed.success) return { ok: false, code: 'bad-request' };
  const { id, name } = parsed.data;
  const said = { kind: 'file', name, bytes: body } as const;
  return { ok: true, message: { message: id ?? randomUUID(), said } };
}

/** The body within the limit; a body that breaks off counts as ended there. */
async function readBody({ body }: Request, limit: number): Promise<Uint8Array | 'too-large'> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  for (let size = 0; size <= PATIENCE; ) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (done || value === undefined) return size > limit ? 'too-large' : Buffer.concat(chunks);
    size += value.length;
    if (size <= limit) chunks.push(value);
    else chunks.length = 0;
  }
  // Not cancelled: that would close the connection before the answer is out.
  return 'too-large';
}

function parseJson(body: Uint8Array): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) };
  } catch {
    return { ok: false };
  }
}
