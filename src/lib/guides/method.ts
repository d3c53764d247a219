import type { GuideData } from './schema.ts';

/** The second factor that a guide turns on, and how many codes the service wants to see of it. */
export function methodOf({ enrollment }: GuideData): { name: string; codes: string } {
  return {
    name: 'Authenticator app (TOTP)',
    codes: enrollment.codes === 2 ? 'two codes in a row' : 'one code',
  };
}
