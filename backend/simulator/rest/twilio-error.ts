import { z } from 'zod';

/** A refusal in the form of Twilio's REST API (twilio.com/docs/usage/twilios-response#response-formats-exceptions). */
export class TwilioError extends Error {
  readonly status: 400 | 401 | 403 | 404;
  readonly code: number;

  constructor(status: 400 | 401 | 403 | 404, code: number, message: string) {
    super(message);
    this.name = 'TwilioError';
    this.status = status;
    this.code = code;
  }
}

export interface TwilioErrorBody {
  readonly code: number;
  readonly message: string;
  readonly more_info: string;
  readonly status: number;
}

export function errorBody({
  code,
  message,
  status,
}: Pick<TwilioErrorBody, 'code' | 'message' | 'status'>): TwilioErrorBody {
  return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
}

export function notFound(path: string): TwilioError {
  return new TwilioError(404, 20404, `The requested resource ${path} was not found`);
}

/** Parameters that the schema does not know are refused, too: in Twilio they are a silent mistake. */
export function parseParameters<Schema extends z.ZodType>(
  schema: Schema,
  parameters: URLSearchParams,
): z.output<Schema> {
  const parsed = schema.safeParse(asObject(parameters));
  if (parsed.success) return parsed.data;
  throw new TwilioError(400, 20001, `Invalid parameters: ${z.prettifyError(parsed.error)}`);
}

/** A parameter that is given several times is a list. */
function asObject(parameters: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(parameters.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
