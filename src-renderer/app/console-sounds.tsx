import { useEffect, useRef } from 'react';
import type { Offer } from '../../backend/contract/handoffs.ts';
import type { AgentId } from '../../backend/contract/ids.ts';
import { openAt } from '../../backend/contract/open-offers.ts';
import { lineOf } from '../features/softphone/softphone-line.ts';
import { useSoftphone } from '../features/softphone/use-softphone.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { useActiveCalls } from '../platform/queries.ts';
import { useSeconds } from '../platform/times.ts';
import { callSounds } from './call-sounds.ts';

interface ConsoleSoundsProps {
  readonly me: AgentId;
  /** To be rung for: open for the agent, and not being accepted. */
  readonly offers: readonly Offer[];
}

/** Shows nothing, and is heard: also while the window is hidden. */
export function ConsoleSounds({ me, offers }: ConsoleSoundsProps): null {
  useRinging(offers);
  useSoundsOfCalls(me);
  useSoundOfLine();
  return null;
}

/** By the deadline too, for the connection that would tell of the end may be lost. */
function useRinging(offers: readonly Offer[]): void {
  const { sounds } = usePlatform();
  const now = useSeconds();
  const ringing = openAt(offers, now * 1_000).length > 0;
  useEffect(() => (ringing ? sounds.startRinging() : undefined), [sounds, ringing]);
}

function useSoundsOfCalls(me: AgentId): void {
  const { sounds } = usePlatform();
  const calls = useActiveCalls().data;
  const before = useRef(calls);
  useEffect(() => {
    for (const sound of callSounds(before.current ?? [], calls ?? [], me)) sounds.play(sound);
    before.current = calls;
  }, [calls, me, sounds]);
}

function useSoundOfLine(): void {
  const { sounds } = usePlatform();
  const hasLine = lineOf(useSoftphone().state) !== null;
  const had = useRef(hasLine);
  useEffect(() => {
    if (had.current && !hasLine) sounds.play('ended');
    had.current = hasLine;
  }, [hasLine, sounds]);
}
