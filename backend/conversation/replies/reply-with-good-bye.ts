import { CALLBACK_BY_THEM, callBack, NOTHING_NEXT } from '../outcomes.ts';
import { nextMorning } from '../time/proposed-time.ts';
import { holidayNamed, parseSpokenTime, type TimeFrame } from '../time/spoken-time.ts';
import { promisesToCall } from '../understanding/callback-side.ts';
import { end } from './moves.ts';
import type { Move, Said, Scene } from './scene.ts';

/** The person is out: another call, at the time of their return when it was named. */
export function replyToAbsence(scene: Scene, { text }: Said): Move {
  const returns = parseSpokenTime(text, timeFrame(scene));
  const outcome = { result: 'absent', reason: 'absent', nextAction: callBack(returns) } as const;
  return end(
    scene,
    { ...outcome, insteadOf: holidayIn(scene, text) },
    returns === null ? 'absent' : 'absent_until',
  );
}

/** No time now: we propose one where they named none. */
export function replyToBusy(scene: Scene, { text }: Said): Move {
  const time = parseSpokenTime(text, timeFrame(scene)) ?? nextMorning(timeFrame(scene));
  const outcome = { result: 'follow_up', reason: 'busy', nextAction: callBack(time) } as const;
  return end(scene, { ...outcome, insteadOf: holidayIn(scene, text) }, 'busy');
}

export function replyToCallback(scene: Scene, { text }: Said): Move {
  if (promisesToCall(text)) return leaveCallToThem(scene);
  const time = parseSpokenTime(text, timeFrame(scene));
  const outcome = { result: 'follow_up', reason: 'callback', nextAction: callBack(time) } as const;
  return end(
    scene,
    { ...outcome, insteadOf: holidayIn(scene, text) },
    time === null ? 'callback' : 'callback_until',
  );
}

/** They will call us: no call of ours is promised. */
export function leaveCallToThem(scene: Scene): Move {
  return end(scene, CALLBACK_BY_THEM, 'callback_by_them');
}

export function replyToRejection(scene: Scene): Move {
  return end(scene, { result: 'rejected', reason: 'rejection', nextAction: NOTHING_NEXT }, 'rejection');
}

export function replyToDoNotCall(scene: Scene): Move {
  return end(scene, { result: 'rejected', reason: 'do-not-call', nextAction: NOTHING_NEXT }, 'do_not_call');
}

export function replyToWebsiteRedirect(scene: Scene): Move {
  const nextAction = { kind: 'send-material', at: null } as const;
  return end(scene, { result: 'follow_up', reason: 'website-redirect', nextAction }, 'website_redirect');
}

export function replyToWrongNumber(scene: Scene): Move {
  return end(scene, { result: 'failed', reason: 'wrong-number', nextAction: NOTHING_NEXT }, 'wrong_number');
}

export function replyToClosing(scene: Scene): Move {
  return end(scene, { result: 'follow_up', reason: 'closing', nextAction: callBack(null) }, 'closing');
}

export function timeFrame({ settings, at }: Scene): TimeFrame {
  return { at, zone: settings.zone, isHoliday: settings.isHoliday };
}

function holidayIn(scene: Scene, text: string): Date | null {
  return holidayNamed(text, timeFrame(scene));
}
