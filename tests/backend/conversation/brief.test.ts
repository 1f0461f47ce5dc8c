import { describe, expect, it } from 'vitest';
import { summarise } from '../../../backend/conversation/brief.ts';
import { initialState } from '../../../backend/conversation/conversation-state.ts';
import { talk } from '../../support/conversation.ts';

describe('summarise', () => {
  it('tells the course of the call and who is on the line', () => {
    const { last } = talk([
      'はい山田商事でございます',
      'どういったご用件でしょうか',
      '少々お待ちください',
      'お電話代わりました鈴木です',
    ]);

    expect(summarise(last.state)).toBe(
      '用件を聞かれた → 取り次いでいただいた → 担当者が出られた。担当者は鈴木様',
    );
  });

  it('is empty before anything has happened', () => {
    expect(summarise(initialState())).toBe('');
  });
});
