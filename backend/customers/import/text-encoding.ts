import type { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ImportEncoding } from '../../contract/customer-imports.ts';

const headBytes = 4_096;

/**
 * In which encoding a file is written: as its mark says, else UTF-8 where it is that for the most part, else Shift_JIS as Japanese spreadsheets write. Null for
 * what is no text. What cannot be decoded all the same shows up in its cell.
 */
export async function encodingOf(path: string): Promise<ImportEncoding | null> {
  const head = await headOf(path);
  const marked = markedEncoding(head);
  if (marked !== null) return marked;
  if (isBinary(head)) return null;
  return (await isRatherUtf8(path)) ? 'utf-8' : 'shift_jis';
}

/** The text of a file, piece by piece, without the mark at its beginning. */
export async function* textOf(path: string, encoding: ImportEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of createReadStream(path)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

async function headOf(path: string): Promise<Buffer> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read({ buffer: globalThis.Buffer.alloc(headBytes) });
  return buffer.subarray(0, bytesRead);
}

const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const satisfies readonly { readonly bytes: readonly number[]; readonly encoding: ImportEncoding }[];

function markedEncoding(head: Buffer): ImportEncoding | null {
  return marks.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte))?.encoding ?? null;
}

/** Spreadsheets in their own formats are archives or compound files; a few control characters may be in any text. */
const binaryBeginnings = [
  'PK\x03\x04',
  '\xd0\xcf\x11\xe0',
  '%PDF',
  '\x1f\x8b',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
];

function isBinary(head: Buffer): boolean {
  const text = head.toString('latin1');
  if (binaryBeginnings.some((beginning) => text.startsWith(beginning))) return true;
  const controls = head.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20)).length;
  return controls > head.length / 10;
}

/** Text in Shift_JIS has next to nothing that is UTF-8 by chance; a few spoiled places in UTF-8 do not make it another encoding. */
async function isRatherUtf8(path: string): Promise<boolean> {
  let beyondAscii = 0;
  let spoiled = 0;
  for await (const text of textOf(path, 'utf-8')) {
    beyondAscii += text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
    spoiled += text.match(/\uFFFD/g)?.length ?? 0;
  }
  return beyondAscii - spoiled >= spoiled;
}
