import type { Carrier } from '../carrier.ts';
import { type ProgramStart, runProgram } from '../twiml/program.ts';
import { callParameters, identityOf } from '../webhooks/call-parameters.ts';
import type { Leg } from './leg.ts';
import { createLegLine, type LegServices } from './leg-line.ts';

/** TwiML programs that run on legs: at most one on each. */
export interface Programs {
  /** In place of the one that is running. When it has nothing left to do the leg is hung up. */
  run(leg: Leg, start: ProgramStart): void;
  stop(leg: Leg): void;
}

export function createPrograms(services: LegServices, carrier: Carrier): Programs {
  const running = new Map<string, AbortController>();

  function stop(leg: Leg): void {
    running.get(leg.sid)?.abort();
    running.delete(leg.sid);
  }

  async function run(leg: Leg, start: ProgramStart): Promise<void> {
    stop(leg);
    const controller = new AbortController();
    running.set(leg.sid, controller);
    leg.subscribe((event) => {
      if (event.type === 'ended') stop(leg);
    });
    const identity = identityOf(leg, carrier.accountSid);
    try {
      await runProgram({
        ...carrier,
        start,
        callSid: leg.sid,
        line: createLegLine(leg, services, carrier),
        parameters: () => callParameters(identity, leg.phase()),
        onError: (code) => carrier.report(code, leg.sid),
        signal: controller.signal,
      });
      if (!controller.signal.aborted) leg.hangUp();
    } catch (error) {
      if (!controller.signal.aborted) carrier.log.error({ error }, 'a simulated program broke');
    }
  }

  return { run: (leg, start) => void run(leg, start), stop };
}
