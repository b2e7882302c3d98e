import Database from 'better-sqlite3';
import { readPassages, readQuestions } from '../src/evaluation/retrieval-input.ts';
import { quantile, rankingMetrics } from '../src/evaluation/retrieval-metrics.ts';
import type { RetrievalPaths } from '../src/evaluation/retrieval-steps.ts';
import { visitTerms } from '../src/retrieval/lexical/terms.ts';
import { isSingleCharacter } from '../src/retrieval/lexical/units.ts';
import { foldCharacters } from '../src/text/fold.ts';

/**
 * What a project reaches with SQLite alone: FTS5 over character bigrams of title, section and text
 * in one column, its own bm25(), a question asked as its bigrams joined by OR. Milliseconds a query.
 */
export function measureFtsBaseline(paths: RetrievalPaths, databasePath: string) {
  const database = new Database(databasePath);
  try {
    database.exec("CREATE VIRTUAL TABLE passages USING fts5(body, tokenize = 'unicode61')");
    const started = performance.now();
    const ids = fill(database, paths.passages);
    const indexSeconds = (performance.now() - started) / 1000;
    return { indexSeconds, ...ask(database, paths.questions, ids) };
  } finally {
    database.close();
  }
}

function fill(database: Database.Database, passages: string): string[] {
  const ids: string[] = [];
  const insert = database.prepare('INSERT INTO passages (rowid, body) VALUES (?, ?)');
  database.transaction(() => {
    for (const { id, title, section, text } of readPassages(passages)) {
      ids.push(id);
      insert.run(ids.length, bigrams(`${title}\n${section ?? ''}\n${text}`).join(' '));
    }
  })();
  return ids;
}

function ask(database: Database.Database, questions: string, ids: readonly string[]) {
  const select = database
    .prepare('SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 10')
    .pluck();
  const milliseconds: number[] = [];
  const answers = [...readQuestions(questions)].map(({ question, gold }) => {
    const started = performance.now();
    const wanted = [...new Set(bigrams(question))].map((term) => `"${term}"`).join(' OR ');
    const rows = wanted === '' ? [] : (select.all(wanted) as number[]);
    milliseconds.push(performance.now() - started);
    return { found: rows.map((row) => ids[row - 1] ?? ''), wanted: gold };
  });
  const times = { p50: quantile(milliseconds, 0.5), p99: quantile(milliseconds, 0.99) };
  return { ...rankingMetrics(answers), ...times };
}

function bigrams(text: string): string[] {
  const found: string[] = [];
  visitTerms(foldCharacters(text), (term) => {
    if (!isSingleCharacter(term)) found.push(term);
  });
  return found;
}
