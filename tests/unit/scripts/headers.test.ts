import { describe, expect, it } from 'vitest';
import { headersFor, parseHeaders } from '../../../scripts/headers.ts';
import { headerPolicy, pagePolicy } from '../../../src/lib/build/policy.ts';

const file = `/*
  X-Frame-Options: DENY
  Cache-Control: no-cache
/assets/*
  Cache-Control: max-age=10
/one
  X-One: a: b
`;

describe('the _headers file', () => {
  it('sends the headers of every rule that matches, the later one on top', () => {
    const rules = parseHeaders(file);
    expect(headersFor(rules, '/')).toEqual({
      'X-Frame-Options': 'DENY',
      'Cache-Control': 'no-cache',
    });
    expect(headersFor(rules, '/assets/a.js')['Cache-Control']).toBe('max-age=10');
  });

  it('keeps colons in a value and matches a plain path whole', () => {
    const rules = parseHeaders(file);
    expect(headersFor(rules, '/one')['X-One']).toBe('a: b');
    expect(headersFor(rules, '/one/two')['X-One']).toBeUndefined();
  });
});

describe('the content security policy', () => {
  it('lets pages do nothing that is not listed, and never inline or eval', () => {
    const policy = pagePolicy(['sha256-abc=']);
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).toContain("; script-src 'self' 'sha256-abc='; style-src 'self'");
    expect(policy).not.toMatch(/unsafe/);
    expect(headerPolicy).not.toMatch(/unsafe/);
  });

  it('forbids framing in the header, where alone it is heard', () => {
    expect(headerPolicy).toContain("frame-ancestors 'none'");
  });

  it('leaves scripts and styles to the hashes in each page', () => {
    expect(headerPolicy).not.toMatch(/(script|style|default)-src/);
  });
});
