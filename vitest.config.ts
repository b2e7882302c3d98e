import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    // As many as there are cores: much of the suite waits for processes and browsers.
    maxWorkers: '100%',
  },
});
