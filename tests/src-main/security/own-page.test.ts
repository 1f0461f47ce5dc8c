import { describe, expect, it } from 'vitest';
import { isConsole, isOwnPage } from '../../../src-main/security/own-page.ts';

describe('isOwnPage', () => {
  it('knows what our protocol serves from what only looks like it', () => {
    expect(isOwnPage('app://toritsugi/assets/index.js')).toBe(true);
    expect(isOwnPage('app://toritsugi.example/index.html')).toBe(false);
    expect(isOwnPage('https://toritsugi/index.html')).toBe(false);
    expect(isOwnPage('https://example.com/?app://toritsugi/')).toBe(false);
    expect(isOwnPage('')).toBe(false);
  });
});

describe('isConsole', () => {
  it('holds for every place within the console, and for no other file', () => {
    expect(isConsole('app://toritsugi/index.html')).toBe(true);
    expect(isConsole('app://toritsugi/index.html#/history')).toBe(true);
    expect(isConsole('app://toritsugi/phone.html')).toBe(false);
    expect(isConsole('data:text/html,index.html')).toBe(false);
  });
});
