import { describe, expect, it } from 'vitest';
import { introductionsOf } from '../../../../backend/simulator/personas/introductions.ts';

describe('introductionsOf', () => {
  it('names the company without its legal form, the department, and the surname', () => {
    const entry = { company: '株式会社ゆうなぎ造船', person: '福田 航', department: '人事部' };

    expect(introductionsOf(entry)).toEqual({
      reception: 'はい、ゆうなぎ造船でございます。',
      department: 'はい、人事部でございます。',
      person: 'はい、ゆうなぎ造船の福田です。',
      personFetched: 'お電話代わりました、人事部の福田です。',
      recording: 'お電話ありがとうございます。ゆうなぎ造船です。',
    });
  });

  it('greets more briefly for a company with a long name, as a long greeting sounds like a machine', () => {
    const entry = { company: 'ひだまり介護サービス株式会社', person: '小林 幸子', department: '総務部' };

    expect(introductionsOf(entry).reception).toBe('はい、ひだまり介護サービスです。');
  });

  it('names nobody where the directory knows nobody', () => {
    expect(introductionsOf(null)).toMatchObject({
      reception: 'お電話ありがとうございます。',
      personFetched: 'お電話代わりました、担当の者です。',
    });
  });
});
