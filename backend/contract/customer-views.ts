import { z } from 'zod';
import { customerFilterSchema } from './customers.ts';
import { viewIdSchema } from './ids.ts';
import { lineOfText } from './text.ts';
import { instantSchema } from './vocabulary.ts';

/** A list of customers that an agent keeps under a name; nobody else sees it. */
export const customerViewSchema = z.object({
  id: viewIdSchema,
  name: z.string(),
  filter: customerFilterSchema,
  createdAt: instantSchema,
});
export type CustomerView = z.infer<typeof customerViewSchema>;

export const customerViewsSchema = z.object({ views: z.array(customerViewSchema) });
export const viewParamSchema = z.object({ viewId: viewIdSchema });

export const saveViewSchema = z.object({ name: lineOfText(60).min(1), filter: customerFilterSchema });
export type SaveView = z.infer<typeof saveViewSchema>;
