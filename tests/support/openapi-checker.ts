import { Ajv, type ValidateFunction } from 'ajv';
import type { OpenApiDocument, OpenApiSchema, Operation } from './openapi-document.ts';
import { resolved } from './openapi-document.ts';
import { answerSchema, requestSchema } from './openapi-strictness.ts';

/** Compares requests and answers with an OpenAPI 3.0 description: each check gives what is wrong, and nothing when all is well. */
export interface OpenApiChecker {
  /** `address` is the path with its query; `form` is the body. */
  checkRequest(method: string, address: string, form: URLSearchParams): readonly string[];
  /** Insists on every documented property and on no other. `json` is undefined where there was no body. */
  checkResponse(method: string, address: string, status: number, json: unknown): readonly string[];
}

interface Found {
  readonly operation: Operation;
  readonly inPath: Readonly<Record<string, string>>;
  readonly path: OpenApiSchema;
  readonly query: OpenApiSchema;
}

/** The schema of an empty body. */
const nothing: OpenApiSchema = {};

/** What Twilio's formats mean, as far as they have a form. */
const formats = {
  uri: /^$|^https?:\/\/\S+$|^\/2010-04-01\/\S+$/,
  endpoint: /^(\+[1-9]\d{6,14}|(client|app|sip):\S{1,790})$/,
  'date-time-rfc-2822': /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} \+0000$/,
  currency: /^[A-Za-z]{3}$/,
  'iso-country-code': /^[A-Z]{2}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  'uri-map': true,
  'http-method': true,
  'phone-number': true,
  'date-time': true,
  twiml: true,
  int64: true,
} as const;

export function createOpenApiChecker(document: OpenApiDocument): OpenApiChecker {
  const ajv = new Ajv({ strict: false, allErrors: true, formats });
  const validators = new Map<OpenApiSchema, ValidateFunction>();
  const routes = Object.entries(document.paths).flatMap(([template, { get, post, delete: remove }]) =>
    Object.entries({ GET: get, POST: post, DELETE: remove }).flatMap(([method, operation]) =>
      operation === undefined ? [] : [route(template, method, operation)],
    ),
  );

  function find(method: string, path: string): Found | null {
    for (const candidate of routes) {
      const inPath = candidate.method === method ? matched(candidate.template, path) : null;
      if (inPath !== null) return { ...candidate, inPath };
    }
    return null;
  }

  function problems(schema: OpenApiSchema, make: typeof requestSchema, value: unknown): readonly string[] {
    const validator = validators.get(schema) ?? ajv.compile(make(document, schema));
    validators.set(schema, validator);
    validator(value);
    return (validator.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  function checkParameters(given: OpenApiSchema, parameters: URLSearchParams): readonly string[] {
    return problems(given, requestSchema, typed(document, given, parameters));
  }

  return {
    checkRequest(method, address, form) {
      const [path = '', query = ''] = address.split('?');
      const found = find(method, path);
      if (found === null) return [`${method} ${path} is not documented`];
      const { operation, inPath } = found;
      const body = operation.requestBody?.content['application/x-www-form-urlencoded']?.schema;
      return [
        ...checkParameters(found.path, new URLSearchParams(inPath)),
        ...checkParameters(found.query, new URLSearchParams(query)),
        ...checkParameters(body ?? nothing, form),
      ];
    },
    checkResponse(method, address, status, json) {
      const response = find(method, address.split('?')[0] ?? '')?.operation.responses[status];
      if (response === undefined) return [`${status} to ${method} ${address} is not documented`];
      const schema = response.content?.['application/json']?.schema;
      if (schema !== undefined) return problems(schema, answerSchema, json);
      return json === undefined ? [] : [`${status} to ${method} ${address} has no documented body`];
    },
  };
}

function route(template: string, method: string, operation: Operation) {
  const path = parametersOf(operation, 'path');
  return { template, method, operation, path, query: parametersOf(operation, 'query') };
}

/** The parameters in the path, or null when it is another path. */
function matched(template: string, path: string): Record<string, string> | null {
  const wanted = template.replace(/\.json$/, '').split('/');
  const given = path.replace(/\.json$/, '').split('/');
  if (wanted.length !== given.length || template.endsWith('.json') !== path.endsWith('.json')) return null;
  const inPath: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = decodeURIComponent(given[index] ?? '');
    if (segment.startsWith('{')) inPath[segment.slice(1, -1)] = value;
    else if (segment !== value) return null;
  }
  return inPath;
}

function parametersOf(operation: Operation, place: 'path' | 'query'): OpenApiSchema {
  const parameters = operation.parameters.filter((parameter) => parameter.in === place);
  return {
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  };
}

/** Form fields are text; this makes of them what the schema speaks of. */
function typed(
  document: OpenApiDocument,
  schema: OpenApiSchema,
  form: URLSearchParams,
): Record<string, unknown> {
  const fields = [...new Set(form.keys())].map((name) => {
    const given = schema.properties?.[name];
    const type = given === undefined ? undefined : resolved(document, given).type;
    return [name, type === 'array' ? form.getAll(name) : scalar(form.get(name) ?? '', type)];
  });
  return Object.fromEntries(fields);
}

function scalar(text: string, type: string | undefined): unknown {
  if (type === 'integer' && /^\d+$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  return text;
}
