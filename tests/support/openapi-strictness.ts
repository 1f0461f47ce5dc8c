import { type OpenApiDocument, type OpenApiSchema, resolved } from './openapi-document.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/** What identifies a resource is never null, although the description lets everything be so. */
const identity = ['sid', 'account_sid', 'uri'];
/** Of a conference's participants, who have no `sid`. */
const participantIdentity = ['call_sid', 'conference_sid', 'account_sid', 'uri'];

/**
 * A JSON schema of what may be answered: every documented property and no other. The description alone would accept `{}`.
 */
export function answerSchema(document: OpenApiDocument, given: OpenApiSchema): JsonSchema {
  const schema = resolved(document, given);
  if (schema.items !== undefined) {
    return { type: 'array', items: answerSchema(document, schema.items) };
  }
  if (schema.properties === undefined) return nullable(schema);
  const neverNull = 'sid' in schema.properties ? identity : participantIdentity;
  const properties = Object.entries(schema.properties).map(([name, inner]) => [
    name,
    neverNull.includes(name) ? plain(inner) : answerSchema(document, inner),
  ]);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: Object.keys(schema.properties),
    additionalProperties: false,
  };
}

/** A JSON schema of what may be sent: documented parameters only. */
export function requestSchema(document: OpenApiDocument, schema: OpenApiSchema): JsonSchema {
  const properties = Object.entries(schema.properties ?? {}).map(([property, given]) => {
    const inner = resolved(document, given);
    const items = inner.items === undefined ? {} : { items: plain(resolved(document, inner.items)) };
    return [property, { ...plain(inner), ...items }];
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: schema.required ?? [],
    additionalProperties: false,
  };
}

/** Of an enumeration only the prose says that it may be null. */
function nullable(schema: OpenApiSchema): JsonSchema {
  const prose = schema.enum !== undefined && (schema.description ?? '').includes('`null`');
  return schema.nullable === true || prose ? { anyOf: [{ type: 'null' }, plain(schema)] } : plain(schema);
}

function plain(schema: OpenApiSchema): JsonSchema {
  const { nullable: _nullable, description: _description, ...rest } = schema;
  return rest;
}
