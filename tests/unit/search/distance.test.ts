import { describe, expect, it } from 'vitest';
import { meantWord, typingErrors } from '../../../src/lib/search/distance.ts';

describe('typingErrors', () => {
  it.each([
    ['aws', 'aws', 0],
    ['asw', 'aws', 1],
    ['awss', 'aws', 1],
    ['as', 'aws', 1],
    ['awz', 'aws', 1],
    ['githbu', 'github', 1],
    ['gtihbu', 'github', 2],
    ['kitten', 'sitting', 3],
  ])('counts %j for %j as %i', (typed, meant, errors) => {
    expect(typingErrors(typed, meant, 3)).toBe(errors);
    expect(typingErrors(meant, typed, 3)).toBe(errors);
  });

  it('stops counting above the limit', () => {
    expect(typingErrors('kitten', 'sitting', 2)).toBe(3);
    expect(typingErrors('a', 'abcdefgh', 2)).toBe(3);
  });
});

describe('meantWord', () => {
  it('finds the nearest word, and none where none is near', () => {
    expect(meantWord('authentcator', ['authentication', 'authenticator'])).toBe('authenticator');
    expect(meantWord('phone', ['clock', 'device'])).toBeUndefined();
  });

  it('leaves a word that has a letter in it that nobody types by mistake', () => {
    expect(meantWord('clone', ['close'])).toBeUndefined();
    expect(meantWord('resynk', ['resync'])).toBe('resync');
    expect(meantWord('cammera', ['camera'])).toBe('camera');
    expect(meantWord('cleap', ['clear'])).toBeUndefined();
    expect(meantWord('clesr', ['clear'])).toBe('clear');
  });

  it('is careful with short words, except names', () => {
    expect(meantWord('send', ['seed'])).toBeUndefined();
    expect(meantWord('sned', ['send'])).toBe('send');
    expect(meantWord('awz', ['aws'], true)).toBe('aws');
  });
});
