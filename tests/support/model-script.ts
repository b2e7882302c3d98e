import type { ModelDouble, ModelRequest, Reply } from './model-double/model-double.ts';

/** What a scripted model does with one kind of task: a JSON value that it writes, or a whole reply. */
type Act = object | ((request: ModelRequest) => unknown);

export interface Script {
  /** What a message means; a plain question in Chinese where it is left out. */
  readonly read?: Act;
  readonly answer?: Act;
  /** As `answer` where it is left out. */
  readonly repair?: Act;
  /** The questions that a passage answers, when vectors are made. */
  readonly 'passage-questions'?: Act;
  /** A stage of a seminar kit in other words. */
  readonly seminar?: Act;
  /** A turn of the agent that chooses tools; calls none where it is left out. */
  readonly agent?: Act;
}

/** A claim with its quotes, as a model drafts it. */
export const claim = (text: string, ...quotes: readonly (readonly [string, string])[]) => ({
  text,
  quotes: quotes.map(([passage, quoted]) => ({ passage, text: quoted })),
});

export const answered = (...claims: readonly unknown[]) => ({ outcome: 'answered', claims });

export const REFUSED = { outcome: 'not-in-corpus', claims: [] };

/** From now on the double plays this model. */
export function play(double: ModelDouble, script: Script): void {
  double.answer(scripted(script));
}

/** What this model replies; embeddings are those that the double makes by itself. */
export function scripted(script: Script): (request: ModelRequest) => Reply {
  return (request) => {
    if (request.path === 'embeddings') return { kind: 'vectors' };
    const task = taskOf(request);
    const act = task === 'repair' ? (script.repair ?? script.answer) : script[task];
    const made = typeof act === 'function' ? (act as (of: ModelRequest) => unknown)(request) : act;
    if (isReply(made)) return made;
    if (task === 'agent') return { kind: 'text', text: 'done' };
    return { kind: 'text', text: JSON.stringify(made ?? plainReading(request)) };
  };
}

export type Task = keyof Script;

/** Which prompt a request fills. */
export function taskOf({ body }: ModelRequest): Task {
  if (Array.isArray(body.tools)) return 'agent';
  const format = body.response_format as { json_schema?: { name?: string } } | undefined;
  return (format?.json_schema?.name ?? 'answer') as Task;
}

/** Everything that was sent in a request, as text. */
export function sentIn({ body }: ModelRequest): string {
  return (body.messages as { content?: unknown }[]).map(({ content }) => content).join('\n');
}

/** The name that a passage was given in a request, by words that stand in it. */
export function passageWith(request: ModelRequest, words: string): string {
  const line = sentIn(request)
    .split('\n')
    .find((one) => one.startsWith('{"id":"P') && one.includes(words));
  if (line === undefined) throw new Error(`Expected a passage with "${words}" to be shown`);
  return (JSON.parse(line) as { id: string }).id;
}

function plainReading(request: ModelRequest): object {
  const message = /来话：\n(".*")$/su.exec(sentIn(request))?.[1] ?? '""';
  const question = JSON.parse(message) as string;
  return { kind: 'question', question, language: 'zh', searches: [] };
}

function isReply(made: unknown): made is Reply {
  return typeof made === 'object' && made !== null && 'kind' in made && !('question' in made);
}
