import iconv from 'iconv-lite';

/** What the first bytes of a file say: the encoding of a text, or what else it looks like. */
export type EncodingGuess = { readonly encoding: string } | { readonly looksLike: string };

/**
 * Reads the encoding off the first bytes of a file. A byte order mark decides; without one, zeros at every second
 * place mean UTF-16, multibyte sequences mean UTF-8 and any other byte above 127 means Windows-1252, of which Latin-1
 * is a part. Plain ASCII is called `utf-8`; a whole file is judged with {@link createUtf8Census}.
 */
export function sniffEncoding(head: Uint8Array): EncodingGuess {
  const signature = signatures.find(([bytes]) => bytes.every((byte, i) => head[i] === byte));
  if (signature) return { looksLike: signature[1] === 'zip' && holds(head, 'xl/') ? 'xlsx' : signature[1] };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le' };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be' };
  const wide = sniffWide(head);
  if (wide) return wide;
  const census = createUtf8Census();
  census.push(head);
  return { encoding: census.encoding(false) };
}

/** Counts over a whole stream what speaks for UTF-8 and what speaks against it. */
export interface Utf8Census {
  push(bytes: Uint8Array): void;
  /** Bytes that are no part of a UTF-8 sequence, in a whole stream. */
  damage(): number;
  /**
   * `utf-8` where every sequence is valid or most are (then the invalid bytes are damage, refused row by row),
   * else `windows-1252`: text in it almost never forms a valid sequence by chance. Where none of its letters stands within a
   * word and letters of an old Macintosh or of DOS do, as spreadsheets still save files, it is one of these. A sequence
   * cut by the last byte counts as invalid at the end of the stream only.
   */
  encoding(atEnd: boolean): 'utf-8' | SingleByte;
}

type SingleByte = 'windows-1252' | 'macintosh' | 'cp850';

export function createUtf8Census(): Utf8Census {
  const words = createWordCensus();
  let sequences = 0;
  let invalid = 0;
  let awaited = 0;
  // The bounds of the next byte: narrower after E0, ED, F0 and F4, so that overlong forms and surrogates count as invalid.
  let low = 0x80;
  let high = 0xbf;
  function lead(byte: number): void {
    low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    if (byte >= 0xc2 && byte <= 0xdf) awaited = 1;
    else if (byte >= 0xe0 && byte <= 0xef) awaited = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) awaited = 3;
    else invalid++;
  }
  function damage(): number {
    return awaited > 0 ? invalid + 1 : invalid;
  }
  return {
    push(bytes) {
      for (let i = 0; i < bytes.length; i++) {
        const byte = bytes[i] ?? 0;
        if (awaited > 0 && byte >= low && byte <= high) {
          low = 0x80;
          high = 0xbf;
          if (--awaited === 0) sequences++;
          continue;
        }
        if (awaited > 0) {
          invalid++;
          awaited = 0;
        }
        if (byte <= 0x7f) continue;
        lead(byte);
        words.see(bytes[i - 1] ?? 0, byte, bytes[i + 1] ?? 0);
      }
    },
    damage,
    encoding: (atEnd) => (sequences >= (atEnd ? damage() : invalid) ? 'utf-8' : words.encoding()),
  };
}

/** Letters of our languages and their neighbours within a word, as the old character sets have them. */
const lettersOf: Readonly<Record<SingleByte, ReadonlySet<number>>> = {
  'windows-1252': new Set([0xe6, 0xf8, 0xe5, 0xc6, 0xd8, 0xc5, 0xe4, 0xf6, 0xe9, 0xe8, 0xfc, 0xc4, 0xd6, 0xdc, 0xdf]),
  macintosh: new Set([0xbe, 0xbf, 0x8c, 0xae, 0xaf, 0x81, 0x8a, 0x9a, 0x8e, 0x9f]),
  cp850: new Set([0x91, 0x9b, 0x86, 0x9d, 0x8f, 0x84, 0x94, 0x82, 0x81]),
};

/** Counts letters that stand between letters: quotes and dashes, which share their bytes, do not. */
function createWordCensus() {
  const counts: Record<SingleByte, number> = { 'windows-1252': 0, macintosh: 0, cp850: 0 };
  const sets = Object.entries(lettersOf) as [SingleByte, ReadonlySet<number>][];
  return {
    see(before: number, byte: number, after: number): void {
      if (!isLetter(before) || !isLetter(after)) return;
      for (const [name, letters] of sets) if (letters.has(byte)) counts[name]++;
    },
    encoding(): SingleByte {
      const { macintosh, cp850 } = counts;
      if (counts['windows-1252'] > 0 || macintosh === cp850) return 'windows-1252';
      return macintosh > cp850 ? 'macintosh' : 'cp850';
    },
  };
}

function isLetter(byte: number): boolean {
  const small = byte | 32;
  return small >= 97 && small <= 122;
}

/** Bytes in, text out. A character cut by a chunk's end comes with the next chunk; what is no text becomes U+FFFD. */
export interface TextReader {
  write(bytes: Uint8Array): string;
  end(): string;
}

/** A reader for any encoding that `toEncoding` gives. A byte order mark is dropped. */
export function createTextReader(encoding: string): TextReader {
  // Node's own decoder is the fastest for Unicode, but reads Windows-1252 as Latin-1 in many versions (€ and quotes lost).
  if (encoding === 'utf-8' || encoding === 'utf-16le' || encoding === 'utf-16be') {
    const decoder = new TextDecoder(encoding);
    return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
  }
  if (!iconv.encodingExists(encoding)) throw new RangeError(`Unknown encoding ${encoding}`);
  const decoder = iconv.getDecoder(encoding);
  return {
    write: (bytes) => decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    end: () => decoder.end() ?? '',
  };
}

/** The name by which an encoding is known here, from any way of writing it ("UTF8", "latin1", "cp865"); null for none. */
export function toEncoding(name: string): string | null {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const unicode = ({ utf8: 'utf-8', utf16le: 'utf-16le', utf16be: 'utf-16be' } as const)[plain];
  return unicode ?? (iconv.encodingExists(name) ? name : null);
}

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

/** First bytes of what people hand over by mistake. */
const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'xls'],
  [ascii('%PDF-'), 'pdf'],
  [[0x1f, 0x8b], 'gzip'],
  [[0x89, 0x50, 0x4e, 0x47], 'png'],
  [[0xff, 0xd8, 0xff], 'jpeg'],
  [ascii('{\\rtf'), 'rtf'],
  [ascii('SQLite format 3'), 'sqlite'],
  [ascii('PAR1'), 'parquet'],
  [ascii('<!DOCTYPE'), 'html'],
  [ascii('<html'), 'html'],
  [ascii('<?xml'), 'xml'],
  [ascii('[{'), 'json'],
  [ascii('{"'), 'json'],
];

function holds(head: Uint8Array, text: string): boolean {
  return new TextDecoder('latin1').decode(head).includes(text);
}

/** UTF-16 without a mark has a zero at every second place; other zeros and control codes in number mean no text at all. */
function sniffWide(head: Uint8Array): EncodingGuess | null {
  const zeros: [number, number] = [0, 0];
  let controls = 0;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i] ?? 0;
    if (byte === 0) zeros[i % 2 === 0 ? 0 : 1]++;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++;
  }
  const [even, odd] = zeros;
  const pairs = head.length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.1) return { encoding: 'utf-16le' };
  if (even > pairs * 0.4 && odd < pairs * 0.1) return { encoding: 'utf-16be' };
  return controls + even + odd > head.length * 0.1 ? { looksLike: 'binary' } : null;
}
