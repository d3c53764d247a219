import { expect, it } from 'vitest';
import { isFrom } from '../../../src/components/enroll/is-from.ts';
import { guide } from '../../helpers/guide.ts';

const otp = (issuer: string, account: string) => ({
  type: 'totp' as const,
  issuer,
  account,
  secret: new Uint8Array([1]),
  algorithm: 'SHA1' as const,
  digits: 6,
  period: 30,
});

it.each([
  ['its issuer', 'Example Inc.', 'anything', true],
  ['its issuer in other capitals', 'EXAMPLE INC.', 'anything', true],
  ['another issuer', 'Example', 'alice@123', false],
  ['no issuer and its kind of label', '', 'alice@123', true],
  ['no issuer and another kind of label', '', 'alice@example.org', false],
  ['a typed key, which says nothing', '', '', true],
])('judges a code by %s', (_, issuer, account, expected) => {
  expect(isFrom(guide, otp(issuer, account))).toBe(expected);
});
