import type { Answer } from './answer.ts';
import { unansweredFinding } from './check-refusal.ts';
import { type Finding, right, wrong } from './finding.ts';

/** Whether Twilio lets the account call Japan; without it every call fails. (errors 13227, 21215) */
export function checkPermission(answer: Answer<boolean>): Finding {
  if (answer.type !== 'answered') {
    return unansweredFinding({ en: 'Permission to call Japan', ja: '日本への発信許可' }, answer);
  }
  if (answer.value) return right({ en: 'Japan may be called.', ja: '日本への発信が許可されています。' });
  return wrong(
    { en: 'Japan may not be called.', ja: '日本への発信が許可されていません。' },
    {
      en: 'Tick Japan (low risk) in console.twilio.com, Voice, Settings, Geographic permissions.',
      ja: 'console.twilio.com の Voice、Settings、Geographic permissions で、Japan(low risk)にチェックを入れてください。',
    },
  );
}
