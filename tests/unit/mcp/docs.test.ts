import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../../src/cli/mcp/settings.ts';

const page = await readFile(
  path.resolve(import.meta.dirname, '../../../src/content/pages/mcp.mdx'),
  'utf8',
);
const examples = [...page.matchAll(/```json\n([^]*?)```/g)].map(
  ([, text = '']) => JSON.parse(text) as Record<string, unknown>,
);

describe('the page about agents', () => {
  it('shows settings that the server takes', () => {
    const shown = examples.filter((example) => 'entries' in example);
    expect(shown).toHaveLength(2);
    for (const example of shown) parseSettings(JSON.stringify(example), 'mcp.json');
  });

  it('names every setting, and what holds without it', () => {
    const { lock_after_minutes, limits } = parseSettings('{}', 'mcp.json');
    for (const text of [
      `the usual is ${lock_after_minutes}`,
      `\`per_entry_and_hour\` (${limits.per_entry_and_hour}) and \`per_hour\` (${limits.per_hour})`,
    ]) {
      expect(page).toContain(text);
    }
    const { entries } = parseSettings(
      '{"entries":{"a":{"issuer":"","aws":{"profile":"p"}}}}',
      'mcp.json',
    );
    for (const name of Object.keys({ ...entries.a, ...entries.a?.aws })) {
      expect(page).toContain(`\`${name}\``);
    }
  });
});
