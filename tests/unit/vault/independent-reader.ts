import { argon2Sync, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

/** A backup file as its text says it is. */
export interface BackupJson {
  vault: string;
  revision: number;
  created: string;
  slots: {
    id: string;
    kind: string;
    createdAt: number;
    label?: string;
    kdf: {
      name: string;
      memoryKiB?: number;
      iterations?: number;
      parallelism?: number;
      salt: string;
    };
    nonce: string;
    wrapped: string;
  }[];
  mac: string;
  entries: { nonce: string; sealed: string };
  notes?: { nonce: string; sealed: string };
}

/** All values on the way to the entries, keys in hexadecimal. */
export interface BackupSteps {
  wrappingKey: string;
  dataKey: string;
  headerKey: string;
  mac: string;
  entries: { id: string; fields: Record<string, unknown>; secret: string }[];
}

/** A reader of backup files after their description, by other code than the vault's. */
export function readIndependently(
  file: BackupJson,
  kind: 'passphrase' | 'recovery',
  typed: string,
): BackupSteps {
  const slot = file.slots.find((one) => one.kind === kind);
  if (slot === undefined) throw new Error(`no ${kind} slot`);
  const { kdf } = slot;
  const salt = base64(kdf.salt);
  const wrappingKey =
    kind === 'passphrase'
      ? argon2Sync('argon2id', {
          message: typed.normalize('NFKC'),
          nonce: salt,
          memory: kdf.memoryKiB ?? 0,
          passes: kdf.iterations ?? 0,
          parallelism: kdf.parallelism ?? 0,
          tagLength: 32,
        })
      : hkdf(Buffer.from(typed.replaceAll('-', '').slice(0, 28)), salt, '2faa-vault/recovery');
  const dataKey = unwrapIndependently(file, slot, wrappingKey);
  const headerKey = hkdf(dataKey, Buffer.from(file.vault), '2faa-vault/header');
  const created = Date.parse(file.created);
  const slots = file.slots
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((one) => [
      ...[one.id, one.kind, one.createdAt, one.label ?? '', one.kdf.name],
      ...[one.kdf.memoryKiB ?? '', one.kdf.iterations ?? '', one.kdf.parallelism ?? ''],
      ...[base64(one.kdf.salt), '', 1, base64(one.nonce), base64(one.wrapped)],
    ]);
  const mac = createHmac('sha256', headerKey)
    .update(
      fields('2faa-backup', 1, file.vault, file.revision, created, slots.length / 13, ...slots),
    )
    .digest('base64');
  const entriesData = fields('2faa-vault', 1, file.vault, 'backup', created, file.revision);
  const plain = decrypt(dataKey, file.entries.nonce, file.entries.sealed, entriesData);
  return {
    wrappingKey: wrappingKey.toString('hex'),
    dataKey: dataKey.toString('hex'),
    headerKey: headerKey.toString('hex'),
    mac,
    entries: readEntries(plain),
  };
}

/** The data key of a file out of one of its slots. */
export function unwrapIndependently(
  { vault }: BackupJson,
  { kind, id, nonce, wrapped }: BackupJson['slots'][number],
  wrappingKey: Buffer,
): Buffer {
  const slotData = fields('2faa-vault', 1, vault, `slot/${kind}`, id, 1);
  return decrypt(wrappingKey, nonce, wrapped, slotData);
}

/** The notes of a file: their ids and their fields. */
export function readIndependentNotes(
  { vault, revision, created, notes }: BackupJson,
  dataKey: Buffer,
): { id: string; fields: unknown }[] {
  if (notes === undefined) return [];
  const place = fields('2faa-vault', 1, vault, 'backup-notes', Date.parse(created), revision);
  const plain = decrypt(dataKey, notes.nonce, notes.sealed, place);
  const found: { id: string; fields: unknown }[] = [];
  for (let at = 0; at < plain.length;) {
    const idEnd = at + 4 + plain.readUInt32BE(at);
    const end = idEnd + 4 + plain.readUInt32BE(idEnd);
    const json = plain.toString('utf8', idEnd + 4, end);
    found.push({ id: plain.toString('utf8', at + 4, idEnd), fields: JSON.parse(json) });
    at = end;
  }
  return found;
}

function readEntries(plain: Buffer): BackupSteps['entries'] {
  const entries: BackupSteps['entries'] = [];
  for (let at = 0; at < plain.length;) {
    const idEnd = at + 4 + plain.readUInt32BE(at);
    const id = plain.toString('utf8', at + 4, idEnd);
    const end = idEnd + 4 + plain.readUInt32BE(idEnd);
    const json = idEnd + 8;
    const secret = json + plain.readUInt32BE(idEnd + 4);
    entries.push({
      id,
      fields: JSON.parse(plain.toString('utf8', json, secret)) as Record<string, unknown>,
      secret: plain.toString('base64', secret, end),
    });
    at = end;
  }
  return entries;
}

function decrypt(key: Buffer, nonce: string, sealed: string, additional: Buffer): Buffer {
  const bytes = base64(sealed);
  const cipher = createDecipheriv('aes-256-gcm', key, base64(nonce));
  cipher.setAAD(additional).setAuthTag(bytes.subarray(-16));
  return Buffer.concat([cipher.update(bytes.subarray(0, -16)), cipher.final()]);
}

function hkdf(input: Buffer, salt: Buffer, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', input, salt, info, 32));
}

function fields(...all: readonly (string | number | Buffer)[]): Buffer {
  return Buffer.concat(
    all.flatMap((one) => {
      const bytes = Buffer.isBuffer(one) ? one : Buffer.from(String(one));
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

function base64(text: string): Buffer {
  return Buffer.from(text, 'base64');
}
