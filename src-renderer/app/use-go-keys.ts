import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Role } from '../../backend/contract/vocabulary.ts';
import { useKeys } from '../platform/keyboard.ts';
import { placesOf } from './places.ts';

/** How long after G its letter counts. */
const patienceMs = 1_500;

/** G, and within a moment the letter of a screen. */
export function useGoKeys(role: Role): void {
  const [, navigate] = useLocation();
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    if (!armed) return;
    const timer = setTimeout(() => setArmed(false), patienceMs);
    return () => clearTimeout(timer);
  }, [armed]);

  const go = (place: string): void => {
    setArmed(false);
    navigate(place);
  };
  const arm = { g: () => setArmed(true) };
  const letters = Object.fromEntries(
    placesOf(role).map(({ name, letter }) => [letter, () => go(`/${name}`)]),
  );
  useKeys(armed ? letters : arm, 'urgent');
}
