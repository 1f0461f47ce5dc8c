import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../backend/contract/vocabulary.ts';
import { namesIn } from '../../../backend/conversation/names.ts';

const nobody = { person: null, receptionist: null };

describe('namesIn', () => {
  it.each<[text: string, intent: Intent, names: { person?: string; receptionist?: string }]>([
    ['お電話代わりました山田です', 'person_on_line', { person: '山田' }],
    ['お電話変わりました営業部の鈴木でございます', 'person_on_line', { person: '鈴木' }],
    ['はい人事の小川です', 'person_on_line', { person: '小川' }],
    ['お待たせいたしました総務課の村井でございます', 'person_on_line', { person: '村井' }],
    ['担当の佐藤に代わります', 'transfer_hold', { person: '佐藤' }],
    ['部長の杉山はあいにく外出しております', 'absent', { person: '杉山' }],
    ['担当は藤田になります', 'acknowledgement', { person: '藤田' }],
    ['大野という者が担当でして', 'acknowledgement', { person: '大野' }],
    ['受付の高橋と申します', 'acknowledgement', { receptionist: '高橋' }],
    ['田中が承ります', 'acknowledgement', { receptionist: '田中' }],
    ['はい山田商事の井上でございます', 'acknowledgement', { receptionist: '井上' }],
  ])('catches the name in 「%s」', (text, intent, names) => {
    expect(namesIn(text, intent)).toEqual({ ...nobody, ...names });
  });

  it.each<[text: string, intent: Intent]>([
    ['担当者に代わります', 'transfer_hold'],
    ['お電話代わりました', 'person_on_line'],
    ['お電話代わりました担当です', 'person_on_line'],
    ['はい山田商事です', 'acknowledgement'],
    ['はい丸の内商事です', 'acknowledgement'],
    ['担当の者が承ります', 'acknowledgement'],
    ['はい総務部でございます', 'acknowledgement'],
    ['鈴木部長ですね', 'transfer_hold'],
  ])('catches no name in 「%s」', (text, intent) => {
    expect(namesIn(text, intent)).toEqual(nobody);
  });
});
