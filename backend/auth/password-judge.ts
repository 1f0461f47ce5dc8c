import type { AgentId } from '../contract/ids.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Caller } from './caller.ts';
import type { PasswordStrength } from './password-strength.ts';

/** The server's word on a new password. */
export interface PasswordJudge {
  /** Throws `password-guessable`, `password-personal`. */
  refuseWeak(owner: Pick<Caller, 'id' | 'name' | 'email'>, password: string): void;
}

interface PasswordJudgeOptions {
  readonly strength: PasswordStrength;
  /** For which company somebody speaks; null where nobody has said yet. */
  readonly companyOf: (userId: AgentId) => string | null;
}

export function createPasswordJudge({ strength, companyOf }: PasswordJudgeOptions): PasswordJudge {
  return {
    refuseWeak({ id, name, email }, password) {
      const weakness = strength.weaknessOf(password, { name, email, company: companyOf(id) });
      switch (weakness) {
        case null:
          return;
        case 'guessable':
          throw new Refusal('password-guessable', 'The password is easy to guess.');
        case 'personal':
          throw new Refusal('password-personal', 'The password is made of what is known about its owner.');
      }
    },
  };
}
