/** The largest version: 177 modules a side. */
export const MAX_VERSION = 40;

/** Error-correction codewords in each block at level M, by version from 1 (ISO/IEC 18004, table 9). */
const CHECK_LENGTHS = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28,
  28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
];

/** Blocks at level M, by version from 1 (same table). */
const BLOCK_COUNTS = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26,
  28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
];

/** First version whose byte count takes 16 bits instead of 8. */
const FIRST_LONG_COUNT = 10;

const BYTE_MODE = 0b0100;
const PADDING = [0xec, 0x11];

/** How many bytes a version holds besides the mode (4 bits) and the count. */
export function dataBytesOf(version: number): number {
  const { dataLength } = shapeOf(version);
  return dataLength - (version < FIRST_LONG_COUNT ? 2 : 3);
}

/** The codewords of bytes that fit this version, data first, in the order in which they are placed. */
export function toCodewords(bytes: Uint8Array, version: number): number[] {
  const { total, blocks, checkLength, dataLength } = shapeOf(version);
  const data = toData(bytes, version, dataLength);
  const shortLength = Math.floor(total / blocks) - checkLength;
  const shortBlocks = blocks - (total % blocks);
  const generator = generatorOf(checkLength);
  const parts: number[][] = [];
  const checks: number[][] = [];
  for (let block = 0, start = 0; block < blocks; block += 1) {
    const end = start + shortLength + (block < shortBlocks ? 0 : 1);
    const part = data.slice(start, end);
    parts.push(part);
    checks.push(remainderOf(part, generator));
    start = end;
  }
  return [...interleave(parts), ...interleave(checks)];
}

function shapeOf(version: number) {
  const blocks = BLOCK_COUNTS[version - 1] ?? 0;
  const checkLength = CHECK_LENGTHS[version - 1] ?? 0;
  const total = Math.floor(dataModulesOf(version) / 8);
  return { total, blocks, checkLength, dataLength: total - blocks * checkLength };
}

/** Modules that are not part of a pattern, the format or the version. */
function dataModulesOf(version: number): number {
  const side = 17 + 4 * version;
  const corners = 3 * 64;
  const timing = 2 * (side - 16);
  const format = 31;
  const versionBlocks = version < 7 ? 0 : 2 * 18;
  const perSide = version === 1 ? 0 : Math.floor(version / 7) + 2;
  // Three corners of the grid have no alignment pattern; those on the timing lines share five modules.
  const alignment = version === 1 ? 0 : 25 * (perSide ** 2 - 3) - 5 * 2 * (perSide - 2);
  return side ** 2 - corners - timing - format - versionBlocks - alignment;
}

function toData(bytes: Uint8Array, version: number, length: number): number[] {
  const bits: number[] = [];
  const add = (value: number, width: number) => {
    for (let bit = width - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1);
  };
  add(BYTE_MODE, 4);
  add(bytes.length, version < FIRST_LONG_COUNT ? 8 : 16);
  for (const byte of bytes) add(byte, 8);
  // Four bits end the text; they also fill the last byte, as the mode took four.
  add(0, 4);
  const data: number[] = [];
  for (let start = 0; start < bits.length; start += 8) {
    data.push(bits.slice(start, start + 8).reduce((value, bit) => value * 2 + bit, 0));
  }
  for (let index = 0; data.length < length; index += 1) data.push(PADDING[index % 2] ?? 0);
  return data;
}

/** First of each block, second of each, and so on. */
function interleave(blocks: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...blocks.map((block) => block.length));
  const positions = Array.from({ length: longest }, (_, position) => position);
  return positions.flatMap((position) =>
    blocks.flatMap((block) => block.slice(position, position + 1)),
  );
}

/** The product of (x - 2^i) for i below the degree, highest power (of factor 1) left out. */
function generatorOf(degree: number): number[] {
  let factors = [1];
  for (let index = 0, root = 1; index < degree; index += 1, root = multiply(root, 2)) {
    const scaled = factors.map((factor) => multiply(factor, root));
    factors = [...factors, 0].map((factor, power) => factor ^ (scaled[power - 1] ?? 0));
  }
  return factors.slice(1);
}

/** What is left of the data, shifted by the generator's degree, after division by it. */
function remainderOf(data: readonly number[], generator: readonly number[]): number[] {
  let rest = generator.map(() => 0);
  for (const value of data) {
    const [first = 0, ...others] = rest;
    const factor = value ^ first;
    rest = [...others, 0].map((kept, index) => kept ^ multiply(generator[index] ?? 0, factor));
  }
  return rest;
}

/** Product in the field of 256 elements modulo x^8 + x^4 + x^3 + x^2 + 1. */
function multiply(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ (product >>> 7 === 1 ? 0x11d : 0);
    if (((other >>> bit) & 1) === 1) product ^= one;
  }
  return product;
}
