import type { Intent, Stage } from '../../contract/vocabulary.ts';
import type { Classification } from './classification.ts';

type EnglishIntent = Exclude<Intent, 'machine'>;

interface Rule {
  readonly intent: EnglishIntent;
  readonly phrase: RegExp;
  /** Where the phrase means this; everywhere when left out. */
  readonly stage?: Stage;
}

/** A phrase that was found is hardly ever wrong; one that was not found leads to a human in any case. */
const CONFIDENCE = 0.9;

/** The first that is found counts: what ends a call stands before what continues it. */
const RULES: readonly Rule[] = [
  {
    intent: 'do_not_call',
    phrase:
      /\b(don't|dont|do not|never|stop) (ever )?(call|phon|ring|contact)|\b(remove|delete|take) (us|me|our|my|this)\b/,
  },
  {
    intent: 'rejection',
    phrase:
      /not interested|no,? thank|\b(don't|dont|do not) (need|want|take|accept)|no sales|not buying|no need/,
  },
  {
    intent: 'wrong_number',
    phrase: /wrong (number|company)|no such (company|person)|not (that|the right) company/,
  },
  {
    intent: 'absent',
    phrase:
      /\b(not|isn't|isnt) (in|here|available|at (his|her|their))\b|\bis out\b|out of (the )?office|on (leave|vacation)|in a meeting|another (call|line)|gone home|for the day/,
  },
  { intent: 'busy', phrase: /\bbusy\b|no time|(not a good|a bad) time|in the middle of/ },
  { intent: 'website_redirect', phrase: /\be-?mail\b|web ?site|online form|send (us|me|it)|by (mail|fax)/ },
  {
    intent: 'callback',
    phrase:
      /call (back|again|me|us)|\b(later|tomorrow|next week|another (day|time))\b|will (call|get back)|'ll (call|get back)/,
  },
  {
    intent: 'agent_request',
    phrase:
      /(speak|talk) (to|with) (a |an |the |some)*(person|human|real|body|one|operator|agent|representative)/,
  },
  {
    intent: 'ai_inquiry',
    phrase: /\b(are you|is this|am i)\b.*\b(robot|machine|ai|bot|human|real|recording|automated)\b/,
  },
  {
    intent: 'company_inquiry',
    phrase:
      /\bwho('s| is| are)?\b.*\b(calling|speaking|you|this)\b|(which|what) company|your name|calling from/,
  },
  {
    intent: 'purpose_inquiry',
    phrase: /\bwhat\b.*\b(about|regarding|calling|purpose|selling|want)\b|sales call/,
  },
  {
    intent: 'transfer_hold',
    phrase:
      /\b(one|just a|a) (moment|minute|second|sec)\b|\bhold (on|the line|please)|please (hold|wait)|hang on|(put|transfer|connect)(ting|ring|ing)? you|let me (check|see|find|get)/,
  },
  {
    intent: 'person_on_line',
    phrase: /^(hello|hi|yes)\b|speaking$|\b(this is|i am|i'm) \w+/,
    stage: 'holding',
  },
  { intent: 'closing', phrase: /\b(good ?bye|bye)\b|have a (nice|good)/ },
];

/**
 * The intent of what was said in English: what ends the call or fetches somebody; everything else is `language_inquiry`, which brings a
 * human. Null for what is not English.
 */
export function classifyEnglish(text: string, stage: Stage): Classification | null {
  const words = text.normalize('NFKC').toLowerCase().replaceAll('’', "'").replaceAll(/[.!?]/g, '').trim();
  if (!isEnglish(words)) return null;
  const rule = RULES.find((each) => (each.stage ?? stage) === stage && each.phrase.test(words));
  return { intent: rule?.intent ?? 'language_inquiry', confidence: CONFIDENCE };
}

/** Latin words, and no Japanese: 「URLを送って」 is not English. */
function isEnglish(words: string): boolean {
  return /[a-z]{2}/.test(words) && !/[ぁ-ヺ一-龠]/.test(words);
}
