import { defineConfig } from 'vitest/config';

/**
 * Parts whose tests leave nothing behind in their process: they mock nothing and close what they open.
 * They share their workers, so that the source is loaded once for all of them and not once for each file.
 */
const SHARED = [
  ...['answering', 'checkin', 'conversation', 'corpus', 'delivery', 'documents', 'evaluation'],
  ...['insight', 'materials', 'people', 'questionnaire', 'reminder', 'retrieval', 'seminar'],
  ...['suggestion', 'text'],
].map((part) => `tests/${part}/**/*.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 30_000,
    globalSetup: ['tests/support/build-shipped-index.ts'],
    // As many as there are cores: much of the suite waits for processes and browsers.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'shared', include: SHARED, isolate: false } },
      {
        extends: true,
        test: { name: 'apart', include: ['tests/**/*.test.ts'], exclude: SHARED },
      },
    ],
  },
});
