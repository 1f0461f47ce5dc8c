import { describe, expect, it } from 'vitest';
import { problemReport, reportFileName } from '../../../src-main/log/problem-report.ts';
import { withoutNumbers } from '../../../src-main/log/without-numbers.ts';

const at = new Date('2026-11-22T14:05:09.000Z');

describe('problemReport', () => {
  it('holds what a fault can be looked into with', () => {
    const report = problemReport({
      at,
      versions: { app: '0.1.0', electron: '45.4.1' },
      server: 'https://calls.example',
      crashDumps: ['one.dmp'],
      log: 'page-died',
    });

    expect(report.split('\n')).toEqual([
      'Toritsugi, 2026-11-22T14:05:09.000Z',
      'app: 0.1.0',
      'electron: 45.4.1',
      'server: https://calls.example',
      'crash dumps: one.dmp',
      '',
      'page-died',
    ]);
  });
});

describe('reportFileName', () => {
  it('tells the time, and sorts by it', () => {
    expect(reportFileName(at)).toBe('toritsugi-20261122-1405.txt');
  });
});

describe('withoutNumbers', () => {
  it('takes telephone numbers out, and leaves lines and columns', () => {
    expect(withoutNumbers('cannot dial +81 3-1234-5678')).toBe('cannot dial [number]');
    expect(withoutNumbers('0312345678 at index.js:1234:56789')).toBe('[number] at index.js:1234:56789');
  });
});
