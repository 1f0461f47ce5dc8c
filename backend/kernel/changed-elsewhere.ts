import { Refusal } from './errors.ts';

/** Another version than the edited one is there: `current` is what somebody else, or another tab, has made of it. */
export class ChangedElsewhere extends Refusal {
  readonly current: unknown;

  constructor(current: unknown) {
    super('changed-elsewhere', 'It was changed somewhere else meanwhile.');
    this.current = current;
  }
}
