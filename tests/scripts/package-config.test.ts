import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const config = readFileSync(`${root}/electron-builder.yml`, 'utf8');

/** Sizes in pixels of the pictures in a Windows icon; a byte of zero is 256. */
function sizesInIco(file: Buffer): number[] {
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => file.readUInt8(6 + index * 16) || 256);
}

/** Types of the pictures in a macOS icon. */
function typesInIcns(file: Buffer): string[] {
  const types: string[] = [];
  for (let offset = 8; offset < file.length; offset += file.readUInt32BE(offset + 4)) {
    types.push(file.toString('ascii', offset, offset + 4));
  }
  return types;
}

describe('electron-builder.yml', () => {
  it('names only files that are there', () => {
    const named = [...config.matchAll(/resources\/[\w./]+\w/g)].map(([path]) => path);

    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((path) => !existsSync(`${root}/${path}`))).toEqual([]);
  });

  it('packs nothing of the server', () => {
    const files = /^files:\n((?: {2}- .*\n)+)/m.exec(config)?.[1] ?? '';
    const packed = [...files.matchAll(/- '?([^'\n]+)'?/g)].map(([, pattern]) => pattern);

    // Whole, because electron-builder adds node_modules and leaves out only what is said here.
    expect(packed).toEqual([
      'out/main/**',
      'out/preload/**',
      'out/renderer/**',
      '!out/renderer/phone.html',
      'resources/tray/**',
      'resources/icon.png',
      'package.json',
      '!node_modules/**',
    ]);
    expect(config).not.toMatch(/^(?:extraFiles|extraResources|asarUnpack):/m);
  });
});

describe('the icons', () => {
  it('have every size that the systems ask for', () => {
    const icons = `${root}/resources/package`;

    expect(sizesInIco(readFileSync(`${icons}/icon.ico`))).toEqual([16, 20, 24, 32, 40, 48, 64, 256]);
    expect(typesInIcns(readFileSync(`${icons}/icon.icns`))).toEqual([
      'ic11',
      'ic12',
      'ic07',
      'ic13',
      'ic08',
      'ic14',
      'ic09',
      'ic10',
    ]);
    expect(readdirSync(`${icons}/icons`)).toEqual(expect.arrayContaining(['16x16.png', '512x512.png']));
  });

  it('of the tray are the same in every size', () => {
    const names = (folder: string): string[] =>
      readdirSync(`${root}/resources/tray/${folder}`).filter((name) => !name.includes('@'));

    expect(names('16')).toEqual(names('22'));
  });
});
