import { describe, expect, it } from 'vitest';
import { understand } from '../../../../backend/conversation/understanding/understand.ts';

const rejection = (confidence: number) => ({ intent: 'rejection', confidence }) as const;

describe('understand', () => {
  it('goes by a classification that is likely right', () => {
    expect(understand(rejection(0.6), 0.9)).toEqual(rejection(0.6));
  });

  it('takes a guess for unknown', () => {
    expect(understand(rejection(0.3), 0.9).intent).toBe('unknown');
  });

  it('asks for more certainty where the words themselves were heard poorly', () => {
    expect(understand(rejection(0.6), 0.2).intent).toBe('unknown');
    expect(understand(rejection(0.9), 0.2)).toEqual(rejection(0.9));
  });

  it('ignores a recognition that gives no figure', () => {
    expect(understand(rejection(0.6), 0)).toEqual(rejection(0.6));
  });

  it('goes by a model’s opinion only where our own classification is a guess', () => {
    expect(understand(rejection(0.3), 0.9, 'absent')).toEqual({ intent: 'absent', confidence: 0.7 });
    expect(understand(rejection(0.6), 0.9, 'absent')).toEqual(rejection(0.6));
    expect(understand({ intent: 'unknown', confidence: 0.9 }, 0.9, 'absent').intent).toBe('absent');
  });
});
