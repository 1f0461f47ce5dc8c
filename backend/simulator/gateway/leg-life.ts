/** How far a device's leg has come, and when it is given up. */
export interface LegLife {
  isAt(phase: LegPhase): boolean;
  moveTo(phase: 'answering' | 'talking'): void;
  /** The device is out of reach, and may come back. */
  lost(): void;
  back(): void;
  /** From the device. The first end counts. */
  finish(how: LegEnd): void;
  /** From the network: ends without a report. */
  end(): void;
  /** Goes on with what WebRTC made of its work, if the leg is still where it was. */
  carryOn<Outcome>(work: Promise<Outcome>, during: LegPhase, then: (outcome: Outcome) => void): void;
}

export type LegPhase = 'ringing' | 'answering' | 'talking' | 'over';

/** `refused`: the person said no. `lost`: the device went away before it answered. */
export type LegEnd = 'refused' | 'lost' | 'hung-up';

/** How long a device may be out of reach in the middle of a call, or at its beginning: the SDK tries again within 0.3 s, and a customer is waiting. */
const OUT_OF_REACH_MS = 6_000;

/** `onOver` is called once, before `onEnd` if there is something to report. */
export function createLegLife(onEnd: (how: LegEnd) => void, onOver: () => void): LegLife {
  let phase: LegPhase = 'ringing';
  let outOfReach: NodeJS.Timeout | undefined;

  function end(): void {
    if (phase === 'over') return;
    phase = 'over';
    clearTimeout(outOfReach);
    onOver();
  }

  function finish(how: LegEnd): void {
    if (phase === 'over') return;
    end();
    onEnd(how);
  }

  return {
    isAt: (asked) => phase === asked,
    moveTo: (next) => {
      phase = next;
    },
    lost: () => {
      if (phase === 'ringing') finish('lost');
      if (phase === 'over') return;
      clearTimeout(outOfReach);
      outOfReach = setTimeout(finish, OUT_OF_REACH_MS, 'hung-up');
    },
    back: () => clearTimeout(outOfReach),
    finish,
    end,
    carryOn: (work, during, then) => {
      work.then(
        (outcome) => {
          if (phase === during) then(outcome);
        },
        () => finish(during === 'talking' ? 'hung-up' : 'lost'),
      );
    },
  };
}
