import { describe, expect, it } from 'vitest';
import { isOwnPage, pageAt } from '../../../src-main/security/own-page.ts';

describe('isOwnPage', () => {
  it('knows what our protocol serves from what only looks like it', () => {
    expect(isOwnPage('app://toritsugi/assets/index.js')).toBe(true);
    expect(isOwnPage('app://toritsugi.example/index.html')).toBe(false);
    expect(isOwnPage('https://toritsugi/index.html')).toBe(false);
    expect(isOwnPage('https://example.com/?app://toritsugi/')).toBe(false);
    expect(isOwnPage('')).toBe(false);
  });
});

describe('pageAt', () => {
  it('tells the console, at every place within it, from the alert and from other files', () => {
    expect(pageAt('app://toritsugi/index.html')).toBe('console');
    expect(pageAt('app://toritsugi/index.html#/history')).toBe('console');
    expect(pageAt('app://toritsugi/alert.html')).toBe('alert');
    expect(pageAt('app://toritsugi/stopped.html')).toBe('stopped');
    expect(pageAt('app://toritsugi/phone.html')).toBeNull();
    expect(pageAt('data:text/html,index.html')).toBeNull();
  });
});
