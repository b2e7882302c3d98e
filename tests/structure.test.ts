import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));

/** What each part of the house may import besides itself; `types` names parts whose types alone it may. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': [],
  'clock.ts': [],
  // Numbers that are not told.
  'few.ts': [],
  'lease.ts': ['clock.ts'],
  // A work that one process does round by round.
  'rounds.ts': ['errors.ts', 'clock.ts', 'lease.ts'],
  // A job in a thread of its own.
  'run-apart.ts': [],
  text: ['errors.ts'],
  corpus: ['errors.ts', 'clock.ts', 'run-apart.ts', 'text'],
  retrieval: ['errors.ts', 'clock.ts', 'run-apart.ts', 'text', 'corpus'],
  // An OpenAI-compatible endpoint; knows nothing of what it is asked about.
  model: ['errors.ts', 'clock.ts', 'config.ts'],
  answering: ['errors.ts', 'clock.ts', 'text', 'corpus', 'retrieval', 'model'],
  evaluation: ['errors.ts', 'clock.ts', 'text', 'corpus', 'retrieval', 'model', 'answering'],
  people: ['clock.ts', 'text'],
  // What files are made of: Word, pictures, tables. Knows no feature.
  documents: ['text'],
  // A row a message: kept, sent, told of. Knows no channel.
  delivery: ['errors.ts', 'clock.ts', 'lease.ts', 'people'],
  // The way of a material from draft to retirement, and who is told of what it changes.
  materials: [
    ...['errors.ts', 'clock.ts', 'lease.ts', 'rounds.ts', 'run-apart.ts', 'data-folder.ts'],
    ...['text', 'corpus', 'retrieval', 'answering', 'people', 'delivery'],
  ],
  // Totals of the whole service.
  insight: ['errors.ts', 'clock.ts', 'few.ts', 'text', 'documents'],
  // 意见建议 with their answers.
  suggestion: ['errors.ts', 'clock.ts', 'text', 'people', 'delivery'],
  reminder: [
    ...['errors.ts', 'clock.ts', 'lease.ts', 'text'],
    ...['people', 'checkin', 'delivery'],
  ],
  checkin: ['errors.ts', 'clock.ts', 'text', 'corpus', 'people', 'documents'],
  seminar: [
    ...['errors.ts', 'clock.ts', 'text', 'corpus', 'retrieval', 'model', 'answering'],
    ...['people', 'documents'],
  ],
  questionnaire: [
    ...[
      'errors.ts',
      'clock.ts',
      'few.ts',
      'lease.ts',
      'rounds.ts',
      'text',
      'corpus',
      'retrieval',
      'people',
    ],
    ...['documents'],
  ],
  conversation: [
    ...['errors.ts', 'clock.ts', 'text', 'corpus', 'retrieval', 'model', 'answering'],
    ...['people', 'checkin', 'seminar', 'delivery', 'reminder', 'questionnaire', 'documents'],
    ...['materials', 'insight', 'suggestion'],
  ],
  // Made-up people and records, as a newcomer sees them.
  demo: ['clock.ts', 'people', 'checkin', 'reminder', 'questionnaire', 'delivery'],
  'settings.ts': [],
  'config.ts': ['errors.ts', 'settings.ts'],
  'data-folder.ts': ['errors.ts'],
  'log.ts': ['config.ts'],
  // Stores that a channel declares are its own, such as the inbox of a bot.
  storage: [
    ...['errors.ts', 'data-folder.ts', 'lease.ts'],
    ...[
      'model',
      'people',
      'checkin',
      'seminar',
      'delivery',
      'reminder',
      'questionnaire',
      'materials',
      'insight',
      'suggestion',
      'conversation',
      'channels',
    ],
  ],
  'app.ts': [
    'errors.ts',
    'clock.ts',
    'lease.ts',
    'config.ts',
    'data-folder.ts',
    'wire-demo.ts',
    'wire-insight.ts',
    'wire-gate.ts',
    'wire-model.ts',
    'wire-ledger.ts',
    'wire-recalls.ts',
    'wire-talk.ts',
    'delivery',
    'corpus',
    'retrieval',
    'model',
    'people',
    'checkin',
    'seminar',
    'reminder',
    'questionnaire',
    'materials',
    'insight',
    'suggestion',
    'conversation',
    'demo',
    'storage',
  ],
  // The part of app.ts that makes the demonstration.
  'wire-demo.ts': [
    ...['clock.ts', 'config.ts', 'retrieval', 'model', 'delivery', 'reminder', 'questionnaire'],
    ...['conversation', 'demo', 'storage'],
  ],
  // The part of app.ts that makes the gate before answers.
  'wire-gate.ts': [
    ...['clock.ts', 'config.ts', 'retrieval', 'people', 'materials', 'reminder', 'conversation'],
    'storage',
  ],
  // The part of app.ts that knows the model endpoint.
  'wire-model.ts': [
    ...['errors.ts', 'clock.ts', 'config.ts'],
    ...['retrieval', 'model', 'answering', 'seminar', 'conversation'],
  ],
  // The part of app.ts that makes what tells people of changed quotes.
  'wire-recalls.ts': [
    ...['clock.ts', 'config.ts', 'retrieval', 'materials', 'reminder', 'conversation', 'storage'],
  ],
  // The part of app.ts that says where totals come from.
  'wire-insight.ts': [
    ...['config.ts', 'conversation', 'delivery', 'insight', 'materials', 'reminder', 'storage'],
    'suggestion',
  ],
  // The part of app.ts that gives the dialogue its tools.
  'wire-talk.ts': [
    ...['clock.ts', 'config.ts', 'wire-insight.ts', 'wire-model.ts', 'conversation', 'materials'],
    ...['reminder', 'retrieval', 'storage', 'suggestion'],
  ],
  // The part of app.ts that makes what goes on behind the unanswered ledger.
  'wire-ledger.ts': [
    ...['errors.ts', 'clock.ts', 'config.ts', 'wire-model.ts', 'retrieval', 'model'],
    ...['materials', 'reminder', 'conversation', 'storage'],
  ],
  channels: [
    ...['errors.ts', 'clock.ts', 'lease.ts', 'config.ts', 'text'],
    ...['people', 'delivery', 'conversation', 'demo'],
  ],
  commands: [
    'errors.ts',
    'clock.ts',
    'text',
    'corpus',
    'retrieval',
    'model',
    'answering',
    'evaluation',
    'people',
    'checkin',
    'seminar',
    'delivery',
    'reminder',
    'questionnaire',
    'materials',
    'insight',
    'suggestion',
    'conversation',
    'storage',
    'channels',
    'app.ts',
    'config.ts',
    'data-folder.ts',
  ],
  'standard-output.ts': ['commands'],
  'cli.ts': ['errors.ts', 'config.ts', 'model', 'app.ts', 'commands', 'standard-output.ts'],
  'main.ts': [
    'errors.ts',
    'config.ts',
    'log.ts',
    'model',
    'delivery',
    'questionnaire',
    'reminder',
    'materials',
    'app.ts',
    'conversation',
    'channels',
    'standard-output.ts',
  ],
};

/** Only these may read or write the process they run in; each is the entry of one. */
const TOUCH_PROCESS = ['main.ts', 'cli.ts', 'evaluation/retrieval-process.ts'];

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.endsWith('.d.ts'),
);

function partOf(path: string): string {
  return path.split('/')[0] as string;
}

function importsOf(path: string): string[] {
  const code = readFileSync(join(SOURCE, path), 'utf8');
  const found = [...code.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/gu)];
  return found.map((match) => relative(SOURCE, join(SOURCE, dirname(path), match[1] as string)));
}

describe('the house', () => {
  it('knows every part', () => {
    const unknown = files.map(partOf).filter((part) => !(part in MAY_IMPORT));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it.each(files)('%s imports only what lies below it', (path) => {
    const part = partOf(path);
    const allowed = [part, ...(MAY_IMPORT[part] ?? [])];
    expect(importsOf(path).filter((target) => !allowed.includes(partOf(target)))).toEqual([]);
  });

  it('has no cycle of imports, those of types and of what is loaded later included', () => {
    const graph = new Map(files.map((path) => [path, importsOf(path)]));
    expect(findCycle(graph)).toEqual([]);
  });

  it('says nothing twice in seminars and dialogues', () => {
    const places = new Map<string, Set<string>>();
    for (const path of files.filter((one) => /^(?:seminar|conversation)\//u.test(one))) {
      for (const words of declaredIn(path)) {
        places.set(words, (places.get(words) ?? new Set()).add(path));
      }
    }
    const twice = [...places].filter(([, paths]) => paths.size > 1);
    expect(twice.map(([words, paths]) => [...paths, words])).toEqual([]);
  });

  it('knows Telegram in its channel alone', () => {
    const knowing = files.filter((path) =>
      /from '(?:grammy|@grammyjs)/u.test(readFileSync(join(SOURCE, path), 'utf8')),
    );
    expect(knowing.filter((path) => !path.startsWith('channels/telegram/'))).toEqual([]);
  });

  it('loads what is large when it is first used, not when a command begins', () => {
    const reached = new Set<string>();
    const visit = (path: string) => {
      if (reached.has(path) || !files.includes(path)) return;
      reached.add(path);
      const code = readFileSync(join(SOURCE, path), 'utf8');
      const loaded = code.matchAll(/^(?:import|export) (?!type\b)[^;]*? from '(\.[^']+)';/gmu);
      for (const [, target] of loaded)
        visit(relative(SOURCE, join(SOURCE, dirname(path), `${target}`)));
    };
    visit('cli.ts');
    expect(reached.size).toBeGreaterThan(50);
    expect([...reached].filter((path) => /^(?:storage|seminar)\//u.test(path))).toEqual([]);
    const large =
      /^import (?!type\b)[^;]* from '(?:@langchain|langchain|openai|hnswlib|docx|echarts|exceljs|kysely)/mu;
    const loading = [...reached].filter((path) =>
      large.test(readFileSync(join(SOURCE, path), 'utf8')),
    );
    expect(loading).toEqual([]);
  });

  it('touches the process at its edges alone', () => {
    const touching = files.filter(
      (path) =>
        !TOUCH_PROCESS.includes(path) &&
        /\bprocess\.(?:env|argv|exit|exitCode|stdin|stdout|stderr|on|once)\b/u.test(
          readFileSync(join(SOURCE, path), 'utf8'),
        ),
    );
    expect(touching).toEqual([]);
  });
});

/** Shorter ones are alike by chance. */
const SHORTEST_COPY = 48;

/** Functions and types that a file declares at its top, by their words. */
function declaredIn(path: string): string[] {
  const code = readFileSync(join(SOURCE, path), 'utf8');
  const found = code.matchAll(
    /^(?:export )?((?:async )?function[\s\S]*?^\}$|interface[\s\S]*?^\}$|type \w+ =[^;]*;)/gmu,
  );
  return [...found]
    .map(([, words = '']) => words.replace(/\s+/gu, ' '))
    .filter(({ length }) => length >= SHORTEST_COPY);
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const next of graph.get(path) ?? []) {
      const cycle = visit(next, [...trail, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  for (const path of graph.keys()) {
    const cycle = visit(path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
