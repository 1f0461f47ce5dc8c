import { z } from 'zod';

/** As much of OpenAPI 3.0 as the checker reads. */
export const openApiSchemaSchema = z.looseObject({
  $ref: z.string().optional(),
  type: z.string().optional(),
  nullable: z.boolean().optional(),
  description: z.string().optional(),
  required: z.array(z.string()).optional(),
  enum: z.array(z.unknown()).optional(),
  get properties() {
    return z.record(z.string(), openApiSchemaSchema).optional();
  },
  get items() {
    return openApiSchemaSchema.optional();
  },
});
export type OpenApiSchema = z.infer<typeof openApiSchemaSchema>;

const contentSchema = z.record(
  z.string(),
  z.object({
    schema: openApiSchemaSchema.optional(),
    examples: z.record(z.string(), z.object({ value: z.unknown() })).optional(),
  }),
);

const operationSchema = z.object({
  operationId: z.string().optional(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        schema: openApiSchemaSchema,
        required: z.boolean().default(false),
      }),
    )
    .default([]),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ content: contentSchema.optional() })).default({}),
});
export type Operation = z.infer<typeof operationSchema>;

export const openApiDocumentSchema = z.object({
  paths: z.record(
    z.string(),
    z.object({
      get: operationSchema.optional(),
      post: operationSchema.optional(),
      delete: operationSchema.optional(),
    }),
  ),
  components: z.object({ schemas: z.record(z.string(), openApiSchemaSchema) }),
});
export type OpenApiDocument = z.infer<typeof openApiDocumentSchema>;

/** What a reference points at. */
export function resolved(document: OpenApiDocument, schema: OpenApiSchema): OpenApiSchema {
  if (schema.$ref === undefined) return schema;
  const target = document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
  if (target === undefined) throw new Error(`${schema.$ref} leads nowhere`);
  return target;
}
