import { describe, expect, it } from 'vitest';
import { playedFor } from '../../../backend/conversation/ai-instruction.ts';
import { spokenAudio } from '../../../backend/conversation/template-audio.ts';
import { withDefaults } from '../../../backend/conversation/templates.ts';
import { turnSettings } from '../../support/conversation.ts';

describe('playedFor', () => {
  const wording = { ...turnSettings, templates: withDefaults({ closing: 'それでは。。失礼いたします。' }) };
  const closing = { file: 'closing.mp3', text: 'それでは。。失礼いたします。', milliseconds: 2_000 };
  const played = (say: string | null, audio = spokenAudio(wording, { closing })) => playedFor(say, { audio });

  it('gives the file that says the very words', () => {
    expect(played('それでは。失礼いたします。')).toEqual({
      audio: { file: 'closing.mp3', milliseconds: 2_000 },
    });
  });

  it.each([
    ['with other words around them', 'かしこまりました。それでは。失礼いたします。'],
    ['that are other words', '失礼いたします。'],
    ['where nothing is said', null],
  ])('gives none for words %s', (_what, say) => {
    expect(played(say)).toEqual({});
  });

  it('gives none for a text that is not in force', () => {
    const changed = spokenAudio(turnSettings, { closing });

    expect(changed).toEqual([]);
  });
});
