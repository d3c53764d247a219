import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts'],
    // Some tests wait for the next code: on two cores, one worker would wait with them.
    maxWorkers: 3,
    // Many start processes, which takes long on a busy machine.
    testTimeout: 20_000,
  },
});
