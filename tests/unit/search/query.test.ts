import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/lib/search/query.ts';

const terms = { words: ['question', 'settings', 'accepted'], alsoNames: ['box'], letters: '' };
const services = [['AWS', 'Amazon Web Services'], ['GitHub'], ['Box'], ['Proton Mail']];

const asked = (text: string): string[] =>
  understand(text, terms, services).asked.map(({ name }) => name);

describe('understand', () => {
  it.each([
    ['2FA', 'mfa'],
    ['two-factor authentication', 'mfa'],
    ['Multi Factor', 'mfa'],
    ['two step verification', 'mfa'],
    ['verification code', 'code'],
    ['one-time password', 'code'],
    ['OTP', 'code'],
    ['token', 'code'],
    ['authenticator app', 'app'],
    ['doesn’t work', 'rejected'],
    ['is not accepted', 'rejected'],
    ['stolen', 'lost'],
    ['command line', 'cli'],
    ['recovery codes', 'backupcode'],
  ])('hears the concept in %j', (text, concept) => {
    expect(asked(text)).toContain(concept);
  });

  it('takes the longest way to say something', () => {
    expect(asked('session token')).toEqual(['session']);
    expect(asked('secret access key')).toEqual(['accesskey']);
  });

  it('leaves stop words out, unless there is nothing else', () => {
    expect(asked('how do I get the QR code')).toEqual(['qr']);
    expect(asked('where')).toHaveLength(1);
    expect(asked(' ?! ')).toEqual([]);
  });

  it.each([
    ['aws lost phone', 'AWS'],
    ['lost phone at amazon web services', 'AWS'],
    ['amazon lost phone', 'AWS'],
    ['proton mail code', 'Proton Mail'],
    ['box code', 'Box'],
    ['lost phone', undefined],
  ])('finds the service in %j', (text, service) => {
    const query = understand(text, terms, services);
    expect(query.service).toBe(service);
    if (service !== undefined) {
      expect(query.asked.map(({ name }) => name)).not.toContain(service.toLowerCase());
    }
  });

  it.each([
    ['awz lost phone', 'awz', 'aws'],
    ['gihub code', 'gihub', 'github'],
    ['guthub', 'guthub', 'github'],
    ['githbu mfa', 'githbu', 'github'],
    ['authentcator ', 'authentcator', 'authenticator'],
    ['recovry codes', 'recovry', 'recovery'],
    ['lost phoen ', 'phoen', 'phone'],
  ])('corrects the typing error in %j', (text, typed, meant) => {
    expect(understand(text, terms, services).corrections).toEqual([{ typed, meant }]);
  });

  it.each([
    'send sms',
    'sell data ',
    'phone fell in water ',
    'save the code',
    'lost pho',
    'authentic',
    'xyzzyq plugh',
    'EC2 t3.micro',
  ])('corrects nothing in %j', (text) => {
    expect(understand(text, terms, services).corrections).toEqual([]);
  });

  it('knows a name of an error by its command, too', () => {
    expect(asked('iam enable-mfa-device')).toContain('enablemfadevice');
    expect(asked('iam:EnableMFADevice')).toContain('enablemfadevice');
  });

  it('leaves out what the AWS CLI says around every error', () => {
    const message =
      'An error occurred (LimitExceeded) when calling the EnableMFADevice operation: No.';
    expect(asked(message)).toEqual(asked('LimitExceeded'));
  });

  it('takes an account of a service for the service', () => {
    expect(asked('remove mfa from my aws account')).toEqual(asked('remove mfa aws'));
    expect(asked('several aws accounts')).toContain('account');
  });

  it('tells what says little', () => {
    const { asked } = understand('must I scan it', terms, services);
    expect(asked.map(({ word, faint }) => [word, faint])).toEqual([
      ['must', true],
      ['scan', false],
    ]);
  });

  it.each([
    ['what is a vault', true],
    ['TOTP meaning', true],
    ['what does issuer mean', true],
    ['difference between totp and hotp', true],
    ['what to do when the phone is lost', false],
    ['my code is wrong', false],
  ])('knows whether %j asks for a meaning', (text, meaning) => {
    expect(understand(text, terms, services).meaning).toBe(meaning);
  });

  it('keeps names of error messages whole beside their words', () => {
    expect(asked('EntityAlreadyExists')).toEqual(
      expect.arrayContaining(['entityalreadyexists', 'exists']),
    );
  });
});
