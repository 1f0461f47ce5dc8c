import { z } from 'zod';
import { agentIdSchema, callIdSchema, customerIdSchema, importIdSchema } from './ids.ts';
import { lineOfText, linesOfText } from './text.ts';
import { callResultSchema, instantSchema, roleSchema } from './vocabulary.ts';

export const customerStatusSchema = z.enum(['new', 'in-progress', 'won', 'follow-up', 'absent', 'rejected']);
export type CustomerStatus = z.infer<typeof customerStatusSchema>;

/** Minutes after midnight in the customer's zone. */
export const timeOfDaySchema = z
  .object({ from: z.int().min(0).max(1_439), to: z.int().min(1).max(1_440) })
  .refine(({ from, to }) => from < to, 'must end after it begins');
export type TimeOfDay = z.infer<typeof timeOfDaySchema>;

export const customerSchema = z.object({
  id: customerIdSchema,
  company: z.string(),
  companyKana: z.string().nullable(),
  person: z.string().nullable(),
  department: z.string().nullable(),
  /** E.164; the one that is dialled. Empty for somebody who called us and withheld it, until it is known. */
  phoneNumber: z.string(),
  /** Further ones, E.164. */
  otherNumbers: z.array(z.string()).default([]),
  email: z.string().nullable().default(null),
  webForm: z.string().nullable().default(null),
  address: z.string().nullable().default(null),
  industry: z.string().nullable().default(null),
  tags: z.array(z.string()).default([]),
  owner: z.object({ id: agentIdSchema, name: z.string() }).nullable(),
  status: customerStatusSchema,
  note: z.string(),
  timeZone: z.string(),
  /** When they are best called. */
  bestTime: timeOfDaySchema.nullable().default(null),
  /** What `basedOn` of a change names. */
  version: z.int().default(1),
  /** Blocked for the whole company; checked again at the moment of dialling. */
  doNotCall: z.boolean(),
  activeCallId: callIdSchema.nullable(),
  lastCall: z.object({ at: instantSchema, result: callResultSchema.nullable() }).nullable(),
  nextReminderAt: instantSchema.nullable(),
});
export type Customer = z.infer<typeof customerSchema>;

/** Which customers, in which order. The same in an address, in a saved view, and for an export. */
export const customerFilterSchema = z.object({
  /** Words of company, reading or person, or a part of a number in any notation; all of them must be found. */
  search: z.string().trim().max(100).optional(),
  status: customerStatusSchema.optional(),
  /** `nobody`: those without an owner. */
  owner: z.union([z.literal('nobody'), agentIdSchema]).optional(),
  tag: z.string().trim().min(1).max(40).optional(),
  blocked: z.enum(['yes', 'no']).optional(),
  /** `due`: somebody should have called them by now. */
  reminder: z.enum(['due', 'open', 'none']).optional(),
  /** Those whom an import made. */
  importId: importIdSchema.optional(),
  sort: z.enum(['reading', 'status', 'newest', 'changed']).optional(),
});
export type CustomerFilter = z.infer<typeof customerFilterSchema>;

/** Where a page ends, for the next one. It has no meaning but to the server. */
export const customerCursorSchema = z
  .string()
  .max(1_000)
  .regex(/^[\w-]+$/);

/** Pages by key: `after` is the `next` of the page before, of the same filter. */
export const customerQuerySchema = customerFilterSchema.extend({
  after: customerCursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export const customerPageSchema = z.object({
  customers: z.array(customerSchema),
  total: z.int().nonnegative(),
  /** Many are not counted to the last one. */
  totalIs: z.enum(['exact', 'at-least']).default('exact'),
  next: customerCursorSchema.nullable().default(null),
});
export type CustomerPage = z.infer<typeof customerPageSchema>;
export const customerParamSchema = z.object({ customerId: customerIdSchema });

const line = (most: number) => lineOfText(most).min(1);
/** As people write them, Japanese when they name no country. */
const writtenNumberSchema = line(40);
export const tagSchema = line(40);
const tagsSchema = z.array(tagSchema).max(20);

/** Everything of a customer that somebody may write. */
export const customerFieldsSchema = z.object({
  company: line(200),
  companyKana: line(200).nullable(),
  person: line(100).nullable(),
  department: line(100).nullable(),
  phoneNumber: writtenNumberSchema,
  otherNumbers: z.array(writtenNumberSchema).max(5),
  email: z.email().max(254).nullable(),
  webForm: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
  address: line(300).nullable(),
  industry: line(100).nullable(),
  tags: tagsSchema,
  /** Agents: themselves or nobody. */
  ownerId: agentIdSchema.nullable(),
  status: customerStatusSchema,
  note: linesOfText(2_000),
  /** IANA name. */
  timeZone: z.string().min(1).max(60),
  bestTime: timeOfDaySchema.nullable(),
});
export type CustomerFields = z.infer<typeof customerFieldsSchema>;

/** What is left out is empty; the owner is whoever adds it. */
export const addCustomerSchema = customerFieldsSchema
  .partial()
  .required({ company: true, phoneNumber: true });
export type AddCustomer = z.infer<typeof addCustomerSchema>;

/** What is left out stays as it is. `basedOn` is the version that was edited. */
export const changeCustomerSchema = z.object({
  basedOn: z.int(),
  changes: customerFieldsSchema
    .partial()
    .refine((changes) => Object.values(changes).some((value) => value !== undefined), 'Nothing is changed.'),
});
export type ChangeCustomer = z.infer<typeof changeCustomerSchema>;

/** The same change to many. */
export const changeCustomersSchema = z.object({
  customerIds: z.array(customerIdSchema).min(1).max(1_000),
  changes: z
    .object({
      ownerId: agentIdSchema.nullable(),
      status: customerStatusSchema,
      addTags: tagsSchema,
      removeTags: tagsSchema,
    })
    .partial()
    .refine((changes) => Object.values(changes).some((value) => value !== undefined), 'Nothing is changed.'),
});
export type ChangeCustomers = z.infer<typeof changeCustomersSchema>;
/** `changed`: how many are different now. */
export const customersChangedSchema = z.object({ changed: z.int().nonnegative() });
export type CustomersChanged = z.infer<typeof customersChangedSchema>;

export const customerTagsSchema = z.object({
  tags: z.array(z.object({ tag: z.string(), customers: z.int() })),
});

/** Why a customer's number must not be called, and who may change that. */
export const blockSchema = z.object({
  /**
   * `rejection` and `do-not-call` are what the customer said; `agent` is what an agent recorded of a call; `listed`: somebody has put the
   * number on the list.
   */
  reason: z.enum(['rejection', 'do-not-call', 'agent', 'listed']),
  since: instantSchema,
  /** The call that led to it. */
  callId: callIdSchema.nullable(),
  /** Null when no agent recorded it. */
  addedBy: z.string().nullable(),
  /** `agent`: whoever may see the customer. */
  liftableBy: roleSchema,
  /** Why, in the words of whoever put it on the list. */
  note: z.string().default(''),
});
export type Block = z.infer<typeof blockSchema>;

export const liftBlockSchema = z.object({ reason: z.string().trim().min(1).max(500) });
export type LiftBlock = z.infer<typeof liftBlockSchema>;
