import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts'],
    // Some tests wait for the next code: on two cores, one worker would wait with them.
    maxWorkers: 3,
  },
});
