import { Buffer } from 'node:buffer';

/** A secret in one of the forms that the search must see through. */
export type Form = (secret: Uint8Array, base32: string) => string;

/** The forms of a text, by name. */
export const textForms: Readonly<Record<string, Form>> = {
  Base32: (_, base32) => base32,
  'Base32 in lower case and groups': (_, base32) =>
    base32.toLowerCase().replace(/.{4}/g, '$& ').trim(),
  'Base32 with dashes': (_, base32) => base32.replace(/.{8}/g, '$&-'),
  'a third of the Base32': (_, base32) => base32.slice(20, 42),
  'escaped Base32': (_, base32) =>
    base32.replace(/./g, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  hex: (secret) => Buffer.from(secret).toString('hex'),
  'hex in capitals and groups': (secret) =>
    Buffer.from(secret).toString('hex').toUpperCase().replace(/../g, '$& '),
  Base64: (secret) => Buffer.from(secret).toString('base64'),
  'Base64 after another byte': (secret) => Buffer.from([7, ...secret]).toString('base64'),
  Base64url: (secret) => Buffer.from(secret).toString('base64url'),
  'a list of numbers': (secret) => JSON.stringify([...secret]),
  'an object of numbers': (secret) => JSON.stringify(secret),
  'binary text': (secret) => Buffer.from(secret).toString('latin1'),
};
