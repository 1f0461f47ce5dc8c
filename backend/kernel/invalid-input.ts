import type { ErrorBody } from '../contract/errors.ts';
import { Refusal } from './errors.ts';

export type InvalidFields = NonNullable<ErrorBody['error']['fields']>;

/** The request does not have the shape that the route asks for; `fields` says where. */
export class InvalidInput extends Refusal {
  readonly fields: InvalidFields;

  constructor(fields: InvalidFields) {
    super('invalid-input', 'The request is not as the documentation describes it.');
    this.fields = fields;
  }
}
