/** One field of a message: its number, and its value by its wire type. */
export interface Field {
  readonly number: number;
  /** A varint as a signed 64-bit number, or the bytes of a length-delimited field. */
  readonly value: bigint | Uint8Array<ArrayBuffer>;
}

/** The bytes are no message: cut off, or of a wire type that does not exist. */
class ProtobufError extends Error {}

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

/** A varint of 64 bits takes ten bytes at most. */
const LONGEST_VARINT = 10;

/**
 * The fields of a protocol buffers message in their order
 * (protobuf.dev/programming-guides/encoding). Fields of a fixed width are skipped.
 *
 * @throws ProtobufError
 */
export function readFields(message: Uint8Array<ArrayBuffer>): Field[] {
  const fields: Field[] = [];
  let offset = 0;
  while (offset < message.length) {
    const tag = varint();
    const number = Number(tag >> 3n);
    if (number === 0) throw new ProtobufError('A field has no number.');
    switch (Number(tag & 7n)) {
      case VARINT:
        fields.push({ number, value: BigInt.asIntN(64, varint()) });
        break;
      case BYTES:
        fields.push({ number, value: take(Number(varint())) });
        break;
      case FIXED64:
        take(8);
        break;
      case FIXED32:
        take(4);
        break;
      default:
        throw new ProtobufError('A field is of an unknown wire type.');
    }
  }
  return fields;

  function varint(): bigint {
    let value = 0n;
    for (let place = 0; place < LONGEST_VARINT; place += 1) {
      const byte = take(1)[0] ?? 0;
      value |= BigInt(byte & 0x7f) << BigInt(7 * place);
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new ProtobufError('A number is too long.');
  }

  function take(length: number): Uint8Array<ArrayBuffer> {
    if (length > message.length - offset) throw new ProtobufError('The message is cut off.');
    offset += length;
    return message.slice(offset - length, offset);
  }
}

/** A message of these fields in their order; what `readFields` gives, it reads back. */
export function writeFields(fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const parts = fields.flatMap(({ number, value }) =>
    typeof value === 'bigint'
      ? [varintBytes((BigInt(number) << 3n) | BigInt(VARINT)), varintBytes(value)]
      : [
          varintBytes((BigInt(number) << 3n) | BigInt(BYTES)),
          varintBytes(BigInt(value.length)),
          value,
        ],
  );
  const message = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    message.set(part, offset);
    offset += part.length;
  }
  return message;
}

function varintBytes(value: bigint): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return Uint8Array.from([...bytes, Number(rest)]);
}
