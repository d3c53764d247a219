import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../scripts/check-policy.ts';

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' ${hash('run()')}">`;
const beginning = `<html><head><meta charset="utf-8">${policy}`;
const allowed =
  '<script>run()</script><script type="module" src="/a.js"></script>' +
  '<script type="application/ld+json">{}</script><script type="application/json" id="x">{}</script>';

const check = (html: string) => (): void => {
  checkPolicy(html, '/a/');
};

describe('checkPolicy', () => {
  it('accepts what the policy knows, files, and data', () => {
    expect(check(beginning + allowed)).not.toThrow();
  });

  it.each([
    ['<script>other()</script>', '/a/ has a <script> that its policy forbids: other()'],
    ['<script type="module">other()</script>', '<script>'],
    ['<script data-src="x">other()</script>', '<script>'],
    ['<style>p{}</style>', '/a/ has a <style> that its policy forbids: p{}'],
  ])('refuses %s', (element, message) => {
    expect(check(beginning + allowed + element)).toThrow(message);
  });

  it('refuses a page without a policy, or with one that comes too late', () => {
    const missing = '/a/ does not begin with its encoding and its policy.';
    expect(check(`<html><head><meta charset="utf-8">${allowed}`)).toThrow(missing);
    expect(check(`<html><head><meta charset="utf-8">${allowed}${policy}`)).toThrow(missing);
    expect(check(`<html><head>${policy}<meta charset="utf-8">`)).toThrow(missing);
  });
});
