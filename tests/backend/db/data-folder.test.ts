import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFolderProblem, openDataFolder } from '../../../backend/db/data-folder.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toritsugi-'));
  file = join(folder, 'toritsugi.sqlite');
});

afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

function open(path: string): void {
  openDataFolder(path)[Symbol.dispose]();
}

/** The one sentence that keeps a server with this data folder from starting. */
function problemWith(path: string): string {
  try {
    open(path);
  } catch (error) {
    if (error instanceof DataFolderProblem) return error.message;
    throw error;
  }
  throw new Error('the folder was opened');
}

/** Nobody is kept from writing by a folder's mode who is root, but also root makes nothing in `/sys`. */
function protectedFolder(): string {
  if (process.getuid?.() === 0) return '/sys/toritsugi';
  chmodSync(folder, 0o500);
  return join(folder, 'data');
}

describe('openDataFolder', () => {
  it('makes a folder that is missing, with those above it', () => {
    open(join(folder, 'deep', 'data'));

    expect(() => open(join(folder, 'deep', 'data'))).not.toThrow();
  });

  it('says at once that nothing can be made where the system allows nobody to', () => {
    expect(problemWith('/proc/toritsugi')).toMatch(/^The folder \/proc\/toritsugi .*set another DATA_DIR/);
  });

  it('says that the folder may not be written to', () => {
    const path = protectedFolder();

    expect(problemWith(path)).toContain(`${path} cannot be written to`);
  });

  it.each([[[]], [['data']], [['deep', 'data']]])('says that there is a file in the place of %j', (below) => {
    writeFileSync(join(folder, 'letter'), '');

    expect(problemWith(join(folder, 'letter', ...below))).toBe(
      `${join(folder, 'letter')} is a file: set DATA_DIR to a folder.`,
    );
  });

  it('says that a file is no database, and leaves it as it was', () => {
    const letter = 'This is a letter to my grandmother, and no database at all. '.repeat(20);
    writeFileSync(file, letter);

    expect(problemWith(folder)).toContain(`toritsugi.sqlite in ${folder} is not a database of ours`);
    expect(readFileSync(file, 'utf8')).toBe(letter);
  });

  it('says that there is a folder in the place of the database', () => {
    mkdirSync(file);

    expect(problemWith(folder)).toContain(folder);
  });

  it.each([
    ['of which the end is missing', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ['with garbage in it', (whole: Buffer) => whole.fill(0x41, 100, 8_192)],
  ])('says that a database %s is damaged', (_how, damage) => {
    open(folder);
    writeFileSync(file, damage(readFileSync(file)));

    expect(problemWith(folder)).toContain('damaged: restore a backup');
  });
});
