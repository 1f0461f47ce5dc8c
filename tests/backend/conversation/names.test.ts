import { describe, expect, it } from 'vitest';
import { namesIn } from '../../../backend/conversation/names.ts';

describe('namesIn', () => {
  it.each([
    ['お電話代わりました山田です', { person: '山田', receptionist: null }],
    ['お電話変わりました営業部の鈴木でございます', { person: '鈴木', receptionist: null }],
    ['担当の佐藤に代わります', { person: '佐藤', receptionist: null }],
    ['受付の高橋と申します', { person: null, receptionist: '高橋' }],
    ['田中が承ります', { person: null, receptionist: '田中' }],
  ])('catches the name in 「%s」', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each(['担当者に代わります', 'お電話代わりました', 'はい山田商事です', '担当の者が承ります'])(
    'catches no name in 「%s」',
    (text) => {
      expect(namesIn(text)).toEqual({ person: null, receptionist: null });
    },
  );
});
