/**
 * A font in which every character is the same box and a blank is a blank of the same width, made here so that text takes
 * the same room on every machine. Only the characters it is made for are in it.
 */
export function squareFont(characters: Iterable<string>): Buffer {
  const codes = [...new Set([...characters].map((one) => one.codePointAt(0) ?? 0))].sort((a, b) => a - b);
  const tables: Readonly<Record<string, Buffer>> = {
    'OS/2': os2(),
    cmap: cmap(codes),
    glyf: box(),
    head: head(),
    hhea: hhea(),
    hmtx: words([width, 0, width, 0, width, 100]),
    loca: words([0, 0, 0, box().length / 2]),
    maxp: Buffer.concat([long(0x00010000), words([3, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])]),
    name: names(),
    post: Buffer.concat([long(0x00030000), long(0), words([-100, 50]), long(1), Buffer.alloc(16)]),
  };
  const tags = Object.keys(tables);
  const power = 2 ** Math.floor(Math.log2(tags.length));
  const range = [power * 16, Math.log2(power), tags.length * 16 - power * 16];
  let at = 12 + tags.length * 16;
  const entries: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const tag of tags) {
    const body = tables[tag] ?? Buffer.alloc(0);
    entries.push(Buffer.concat([Buffer.from(tag.padEnd(4)), long(checksum(body)), long(at), long(body.length)]));
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    bodies.push(padded);
    at += padded.length;
  }
  return Buffer.concat([long(0x00010000), words([tags.length, ...range]), ...entries, ...bodies]);
}

const unitsPerEm = 1000;
/** A whole em: whole pixels where sizes are, so that no machine rounds the room that a character takes. */
const width = 1000;

/** Glyph 2; 0 and 1, what is missing and the blank, have no outline. */
function box(): Buffer {
  const flags = Buffer.from([1, 1, 1, 1]);
  return Buffer.concat([words([1, 100, 0, 900, 600, 3, 0]), flags, words([100, 800, 0, -800]), words([0, 0, 600, 0])]);
}

/** Each character by itself leads to the box, blanks to the blank. */
function cmap(codes: readonly number[]): Buffer {
  const isBlank = (code: number) => /\s/u.test(String.fromCodePoint(code));
  const groups = codes.map((code) => Buffer.concat([long(code), long(code), long(isBlank(code) ? 1 : 2)]));
  const length = 16 + groups.length * 12;
  return Buffer.concat([
    words([0, 1, 3, 10]),
    long(12),
    words([12, 0]),
    long(length),
    long(0),
    long(groups.length),
    ...groups,
  ]);
}

function head(): Buffer {
  return Buffer.concat([
    long(0x00010000),
    long(0x00010000),
    long(0),
    long(0x5f0f3cf5),
    words([0, unitsPerEm]),
    Buffer.alloc(16),
    words([0, 0, width, 600, 0, 8, 2, 0, 0]),
  ]);
}

function hhea(): Buffer {
  return Buffer.concat([long(0x00010000), words([800, -200, 0, width, 0, 0, 900, 1, 0, 0, 0, 0, 0, 0, 0, 3])]);
}

function os2(): Buffer {
  return Buffer.concat([
    words([4, width, 400, 5, 0, 650, 700, 0, 140, 650, 700, 0, 480, 50, 250, 0]),
    Buffer.alloc(10),
    Buffer.alloc(16),
    Buffer.from('NONE'),
    words([64, 32, 0xffff, 800, -200, 0, 800, 200]),
    Buffer.alloc(8),
    words([500, 700, 0, 32, 1]),
  ]);
}

function names(): Buffer {
  const text = Buffer.from('Squares', 'utf16le').swap16();
  const entry = (id: number) => words([3, 1, 0x409, id, text.length, 0]);
  return Buffer.concat([words([0, 4, 6 + 4 * 12]), entry(1), entry(2), entry(4), entry(6), text]);
}

function checksum(body: Buffer): number {
  const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
  let sum = 0;
  for (let i = 0; i < padded.length; i += 4) sum = (sum + padded.readUInt32BE(i)) >>> 0;
  return sum;
}

function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, i * 2);
  return bytes;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}
