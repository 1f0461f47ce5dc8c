import type { Answer } from './answer.ts';
import { unansweredFinding } from './check-refusal.ts';
import { type Finding, type Words, wrong } from './finding.ts';

/** What is done about what is not right: it is mended, it is said what would be done, or it is only told. */
export type Mode = 'mend' | 'dry-run' | 'look';

interface Mending {
  readonly mode: Mode;
  /** What is not as it should be, and is then. */
  readonly about: Words;
  readonly act: () => Promise<Answer<unknown>>;
}

export async function mend({ mode, about, act }: Mending): Promise<Finding> {
  switch (mode) {
    case 'look':
      return wrong(about, runSetUp);
    case 'dry-run':
      return { type: 'to-change', about };
    case 'mend': {
      const answer = await act();
      return answer.type === 'answered' ? { type: 'changed', about } : unansweredFinding(about, answer);
    }
  }
}

export const runSetUp: Words = {
  en: 'Run `npm run twilio:setup`.',
  ja: '`npm run twilio:setup` を実行してください。',
};
