import { describe, expect, it } from 'vitest';
import { demoSecret, traceCode } from '../../../src/lib/guides/code-trace.ts';

describe('traceCode', () => {
  it('goes through the intermediate values of RFC 4226 appendix D', async () => {
    const published = [
      ['cc93cf18508d94934c64b65d8ba7667fb7cde4b0', 0x4c93cf18, '755224'],
      ['75a48a19d4cbe100644e8ac1397eea747a2d33ab', 0x41397eea, '287082'],
      ['0bacb7fa082fef30782211938bc1c5e70416ff44', 0x082fef30, '359152'],
    ] as const;
    for (const [counter, [hmac, number, code]] of published.entries()) {
      const trace = await traceCode(demoSecret.bytes, counter * 30 + 29);
      expect(trace).toMatchObject({ counter, number, code, secondsLeft: 1 });
      expect(trace.hmac.join('')).toBe(hmac);
    }
  });

  it('comes to the codes of RFC 6238 appendix B', async () => {
    // The published codes have eight digits, of which these are the last six.
    expect((await traceCode(demoSecret.bytes, 59)).code).toBe('287082');
    expect((await traceCode(demoSecret.bytes, 20_000_000_000)).code).toBe('353130');
  });
});
