import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withSession } from '../../../src/cli/mcp/aws/profile-text.ts';

const session = {
  aws_access_key_id: 'ASIAEXAMPLE',
  aws_secret_access_key: 'secret/+key',
  aws_session_token: 'token==',
};
const added = Object.entries(session).map(([name, value]) => `${name} = ${value}`);

describe('a session in a credentials file', () => {
  it('makes the file, or a profile at its end', () => {
    const alone = `[dev]\n${added.join('\n')}\n`;
    expect(withSession('', 'dev', session)).toBe(alone);
    expect(withSession('[a]\nx = 1', 'dev', session)).toBe(`[a]\nx = 1\n\n${alone}`);
  });

  it('takes the place of an earlier session and of nothing else', () => {
    const before = [
      '# mine',
      '[ dev ]',
      'AWS_ACCESS_KEY_ID=ASIAOLD',
      'region = eu-west-1',
      'aws_session_token: old',
      '  continued',
      's3 =',
      '  max_queue_size = 9',
      'aws_secret_access_key = old',
      '',
      '[dev-2]',
      'aws_access_key_id = AKIAOTHER',
    ];
    const after = [
      '# mine',
      '[ dev ]',
      ...added,
      'region = eu-west-1',
      's3 =',
      '  max_queue_size = 9',
      '',
      '[dev-2]',
      'aws_access_key_id = AKIAOTHER',
      '',
    ];
    expect(withSession(before.join('\n'), 'dev', session)).toBe(after.join('\n'));
    expect(withSession(before.join('\r\n'), 'dev', session)).toBe(after.join('\r\n'));
  });

  it('never takes the place of long-term keys, nor of one of two profiles', () => {
    const keys = '[dev]\naws_access_key_id = AKIAKEEP\naws_secret_access_key = keep\n';
    expect(() => withSession(keys, 'dev', session)).toThrow(/long-term keys/);
    expect(() => withSession('[dev]\n[dev]\n', 'dev', session)).toThrow(/twice/);
  });

  it('refuses values that would begin a line', () => {
    const evil = { ...session, aws_session_token: 'x\n[default]\ncredential_process = rm' };
    expect(() => withSession('', 'dev', evil)).toThrow(/strange aws_session_token/);
  });

  it('leaves other profiles as they are, however often it is done', () => {
    const value = fc.stringMatching(/^[\w /+=:.-]{0,20}$/);
    const line = fc.tuple(fc.stringMatching(/^[a-z_]{1,12}$/), value).map((pair) => pair.join('='));
    const profile = fc.tuple(
      fc.stringMatching(/^[a-z]{1,6}[0-9]$/),
      fc.array(line, { maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(profile, { maxLength: 5 }), (profiles) => {
        const text = profiles.map(([name, lines]) => `[${name}]\n${lines.join('\n')}\n`).join('\n');
        const once = withSession(text, 'dev', session);
        expect(once.startsWith(text.replace(/\n$/, ''))).toBe(true);
        expect(withSession(once, 'dev', session)).toBe(once);
      }),
    );
  });
});
