import { describe, expect, it } from 'vitest';
import { findPageFile } from '../../../src-main/security/page-files.ts';

const root = '/opt/toritsugi/out/renderer';

describe('findPageFile', () => {
  it.each([
    ['app://toritsugi/', 'index.html', 'text/html; charset=utf-8'],
    ['app://toritsugi/index.html#/calls', 'index.html', 'text/html; charset=utf-8'],
    ['app://toritsugi/assets/index-a1.js?v=2', 'assets/index-a1.js', 'text/javascript; charset=utf-8'],
    ['app://toritsugi/assets/ring.wav', 'assets/ring.wav', 'audio/wav'],
  ])('finds the file of %s', (address, path, contentType) => {
    const file = findPageFile(address, root);

    expect(file).toEqual({ kind: 'file', path: `${root}/${path}`, contentType });
  });

  it.each([
    'app://toritsugi/..%2f..%2fpackage.json',
    'app://toritsugi/%2e%2e%2f%2e%2e%2fpackage.json',
    'app://toritsugi/assets/..%2f..%2f..%2fmain/index.js',
    'app://toritsugi/..%2frenderer-of-somebody-else/index.html',
    'app://toritsugi/..%5c..%5cpackage.json',
    'app://toritsugi/index.html%00.js',
    'app://toritsugi/%E0%A4%A',
    'app://toritsugi/assets',
    'app://toritsugi/assets/key.pem',
    'app://elsewhere/index.html',
    'file:///opt/toritsugi/out/renderer/index.html',
    'not an address',
  ])('refuses %s', (address) => {
    expect(findPageFile(address, root)).toEqual({ kind: 'refused' });
  });
});
