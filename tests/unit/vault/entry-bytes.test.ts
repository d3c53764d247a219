import { describe, expect, it } from 'vitest';
import type { OtpParameters } from '../../../src/lib/otp/parameters.ts';
import { decodeEntry, encodeEntry } from '../../../src/lib/vault/entry-bytes.ts';
import type { KeptEntry } from '../../../src/lib/vault/kept-entry.ts';

const secret = new Uint8Array([0, 255, 1, 128, 10, 34, 92, 123]);
const common = { issuer: 'Ex: ample ☃', account: 'é"\\', secret, algorithm: 'SHA256' } as const;
const totp: OtpParameters = { type: 'totp', ...common, digits: 8, period: 60 };

function kept(otp: OtpParameters, changes: Partial<KeptEntry['entry']> = {}): KeptEntry {
  return {
    entry: { id: 'id-1', otp, status: 'pending', createdAt: 5, updatedAt: 6, ...changes },
  };
}

/** Bytes with fields as given, built without the code under test. */
function handMade(fields: unknown, tail: Uint8Array = secret): Uint8Array<ArrayBuffer> {
  const json = Buffer.from(typeof fields === 'string' ? fields : JSON.stringify(fields));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return new Uint8Array(Buffer.concat([length, json, tail]));
}

const fields = {
  v: 1,
  type: 'totp',
  issuer: 'I',
  account: 'A',
  algorithm: 'SHA1',
  digits: 6,
  period: 30,
  status: 'pending',
  createdAt: 1,
  updatedAt: 2,
};

function codeOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return 'no error';
}

describe('an entry as bytes', () => {
  it.each<[string, OtpParameters]>([
    ['totp', totp],
    ['hotp', { type: 'hotp', ...common, digits: 6, counter: Number.MAX_SAFE_INTEGER }],
    ['steam', { type: 'steam', ...common, algorithm: 'SHA1', digits: 5, period: 30 }],
  ])('comes back the same: %s', (_type, otp) => {
    const whole = kept(otp, {
      guide: 'aws-mfa',
      identity: { kind: 'iam', name: 'alice' },
      status: 'active',
      name: 'Work',
      tags: ['one', 'two, ☃'],
      note: 'first line\nsecond',
      pinned: true,
      deletedAt: 9,
    });
    expect(decodeEntry('id-1', encodeEntry(whole))).toEqual({ ...whole, extra: {} });
    expect(decodeEntry('id-1', encodeEntry(kept(otp)))).toEqual({ ...kept(otp), extra: {} });
  });

  it('remembers what a replaced entry was', () => {
    const replaced: KeptEntry = { ...kept(totp, { status: 'replaced' }), formerly: 'active' };
    expect(decodeEntry('id-1', encodeEntry(replaced)).formerly).toBe('active');
  });

  it('is read as documented: length, JSON, secret', () => {
    const { entry } = decodeEntry('id-2', handMade(fields));
    expect(entry).toMatchObject({ id: 'id-2', status: 'pending', createdAt: 1, updatedAt: 2 });
    expect(entry.otp).toEqual({
      type: 'totp',
      issuer: 'I',
      account: 'A',
      secret,
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
    });
  });

  it('holds the secret as bytes only', () => {
    const encoded = Buffer.from(encodeEntry(kept(totp)));
    const json = encoded.subarray(4, 4 + encoded.readUInt32BE()).toString();
    expect(Object.keys(JSON.parse(json) as object)).not.toContain('secret');
    expect(encoded.subarray(-secret.length)).toEqual(Buffer.from(secret));
  });

  it('stores named fields only, whatever else the caller’s objects carry', () => {
    const stray = { ...totp, uri: 'otpauth://totp/stray' };
    expect(Buffer.from(encodeEntry(kept(stray))).toString('latin1')).not.toContain('stray');
  });

  it('does not share the secret with the bytes that it was read from', () => {
    const encoded = encodeEntry(kept(totp));
    const { entry } = decodeEntry('id-1', encoded);
    encoded.fill(0);
    expect(entry.otp.secret).toEqual(secret);
  });

  it('carries along fields that a newer version added', () => {
    const text = `${JSON.stringify(fields).slice(0, -1)},"color":["a"],"__proto__":{"polluted":1}}`;
    const read = decodeEntry('id-1', handMade(text));
    const again = Buffer.from(encodeEntry({ ...read, entry: { ...read.entry, name: 'New' } }));
    const json = again.subarray(4, 4 + again.readUInt32BE()).toString();
    expect(json).toContain('"color":["a"]');
    expect(json).toContain('"__proto__":{"polluted":1}');
    expect(json).toContain('"name":"New"');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('leaves alone what a newer version says it would misread', () => {
    expect(codeOf(() => decodeEntry('id-1', handMade({ ...fields, v: 2 })))).toBe('newer-record');
  });

  it.each<[string, Record<string, unknown>]>([
    ['no version', { v: undefined }],
    ['version 0', { v: 0 }],
    ['unknown type', { type: 'motp' }],
    ['no type', { type: undefined }],
    ['issuer that is no text', { issuer: 1 }],
    ['no account', { account: undefined }],
    ['unknown algorithm', { algorithm: 'MD5' }],
    ['4 digits', { digits: 4 }],
    ['11 digits', { digits: 11 }],
    ['digits as text', { digits: '6' }],
    ['period 0', { period: 0 }],
    ['period of more than a day', { period: 86_401 }],
    ['no period', { period: undefined }],
    ['broken period', { period: 30.5 }],
    ['hotp without counter', { type: 'hotp' }],
    ['negative counter', { type: 'hotp', counter: -1 }],
    ['counter past what numbers hold', { type: 'hotp', counter: 2 ** 53 }],
    ['unknown status', { status: 'gone' }],
    ['unknown former status', { formerly: 'replaced' }],
    ['guide that is no text', { guide: 3 }],
    ['identity without name', { identity: { kind: 'iam' } }],
    ['identity that is null', { identity: null }],
    ['identity that is a list', { identity: ['iam', 'alice'] }],
    ['name that is no text', { name: {} }],
    ['tags that are no list', { tags: 'work' }],
    ['a tag that is no text', { tags: ['work', 1] }],
    ['tags that are null', { tags: null }],
    ['a note that is no text', { note: ['x'] }],
    ['pinned false, which is said by leaving it out', { pinned: false }],
    ['no creation time', { createdAt: undefined }],
    ['negative time', { updatedAt: -1 }],
    ['deletion time as text', { deletedAt: 'now' }],
  ])('is refused with %s', (_what, changes) => {
    const wrong = handMade({ ...fields, ...changes });
    expect(codeOf(() => decodeEntry('id-1', wrong))).toBe('invalid-record');
  });

  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['nothing', new Uint8Array()],
    ['less than a length', new Uint8Array(3)],
    ['a length past the end', new Uint8Array([255, 255, 255, 255, 1])],
    ['no secret', handMade(fields, new Uint8Array())],
    ['no JSON', handMade('{"v":1')],
    ['a list', handMade([1])],
    ['null', handMade('null')],
    ['bytes that are no UTF-8', new Uint8Array([0, 0, 0, 2, 0xc3, 0x28, 1])],
  ])('is refused when it is %s', (_what, wrong) => {
    expect(codeOf(() => decodeEntry('id-1', wrong))).toBe('invalid-record');
  });

  it('says nothing of its content when it is refused', () => {
    try {
      decodeEntry('id-1', handMade('{"issuer": CONFIDENTIAL'));
      expect.unreachable();
    } catch (error) {
      const { message, stack, cause } = error as Error;
      expect(`${message} ${stack ?? ''} ${String(cause)}`).not.toContain('CONFIDENTIAL');
    }
  });

  it.each<[string, KeptEntry]>([
    ['an empty secret', kept({ ...totp, secret: new Uint8Array() })],
    ['4 digits', kept({ ...totp, digits: 4 })],
    ['no period', kept({ ...totp, period: Number.NaN })],
    ['an identity without kind', kept(totp, { identity: { name: 'x' } as never })],
  ])('is not written with %s', (_what, wrong) => {
    expect(codeOf(() => encodeEntry(wrong))).toBe('invalid-entry');
  });
});
