import { describe, expect, it } from 'vitest';
import { mayDownload } from '../../../src-main/security/downloads.ts';

const server = 'https://calls.example';

describe('mayDownload', () => {
  it('allows what the page has made itself and what its server gives', () => {
    expect(mayDownload('blob:app://toritsugi/6f1c', server)).toBe(true);
    expect(mayDownload('https://calls.example/api/calls/export.csv', server)).toBe(true);
  });

  it('allows nothing from elsewhere', () => {
    expect(mayDownload('https://example.com/tool.exe', server)).toBe(false);
    expect(mayDownload('blob:https://example.com/6f1c', server)).toBe(false);
    expect(mayDownload('data:application/octet-stream;base64,AAAA', server)).toBe(false);
    expect(mayDownload('', server)).toBe(false);
  });
});
