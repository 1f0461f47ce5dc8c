import type { FieldError } from 'react-hook-form';

/** Which words say what is wrong with a name: its length, or what stands in it. */
export function nameProblem({ type }: Pick<FieldError, 'type'>): 'nameProblem' | 'nameCharacters' {
  return type === 'too_small' || type === 'too_big' ? 'nameProblem' : 'nameCharacters';
}
