import { describe, expect, it } from 'vitest';
import { joinedNames, stem, wordsOf } from '../../../src/lib/search/words.ts';

describe('wordsOf', () => {
  it.each([
    ['What’s “MFA”, exactly?', ['whats', 'mfa', 'exactly']],
    ['iam:CreateVirtualMFADevice', ['iam', 'create', 'virtual', 'mfa', 'device']],
    ['mfa_serial', ['mfa', 'serial']],
    ['get-session-token', ['get', 'session', 'token']],
    ['Café 2FA', ['cafe', '2fa']],
    ['iPhone', ['iphone']],
    ['', []],
  ])('takes %j apart', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('joinedNames', () => {
  it('gives names whose words are written together', () => {
    expect(joinedNames('What does “EntityAlreadyExists” mean on AWS?')).toEqual([
      'entityalreadyexists',
    ]);
  });
});

describe('stem', () => {
  it.each([
    ['codes', 'code'],
    ['phones', 'phone'],
    ['resyncing', 'resync'],
    ['setting', 'set'],
    ['enabled', 'enable'],
    ['adding', 'add'],
    ['retries', 'retry'],
    ['lost', 'lose'],
  ])('is the same for %s and %s', (form, word) => {
    expect(stem(form)).toBe(stem(word));
  });

  it.each([
    ['access', 'acces'],
    ['aws', 'aw'],
    ['address', 'addres'],
    ['2fa', '2f'],
  ])('keeps %s whole', (word, cut) => {
    expect(stem(word)).not.toBe(cut);
  });
});
