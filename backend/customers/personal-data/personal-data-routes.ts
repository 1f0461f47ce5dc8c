import { Hono } from 'hono';
import { customerParamSchema } from '../../contract/customers.ts';
import {
  eraseCustomerSchema,
  erasedCustomerSchema,
  personalDataSchema,
} from '../../contract/personal-data.ts';
import { endpoint, type SignedInEnv } from '../../http/endpoint.ts';
import { validated } from '../../http/validated.ts';
import { attachment } from '../download.ts';
import type { PersonalDataService } from './personal-data-service.ts';

const admins = { access: 'admin', tag: 'customers' } as const;

/** `/customers/:customerId/personal-data` */
export function personalDataRoutes(personalData: PersonalDataService) {
  return new Hono<SignedInEnv>()
    .get(
      '/:customerId/personal-data',
      endpoint({
        ...admins,
        summary: 'Everything that is held about a customer, as a file',
        detail: 'In the audit log. Recordings are listed; their sound is downloaded with each call.',
        answer: { status: 200, schema: personalDataSchema },
        refusals: ['not-found'],
      }),
      validated('param', customerParamSchema),
      (c) => {
        const data = personalData.exported(c.var.caller, c.req.valid('param').customerId);
        return c.json(data, 200, attachment('personal-data.json', 'application/json'));
      },
    )
    .post(
      '/:customerId/erasure',
      endpoint({
        ...admins,
        summary: 'Erase everything that tells who a customer is',
        detail:
          'Names, numbers, notes, transcripts, and recordings here and at the carrier. Figures stay without the person, blocked numbers stay blocked.',
        answer: { status: 200, schema: erasedCustomerSchema },
        refusals: ['not-found', 'call-in-progress', 'carrier-unavailable'],
      }),
      validated('param', customerParamSchema),
      validated('json', eraseCustomerSchema),
      async (c) => {
        const { customerId } = c.req.valid('param');
        return c.json(await personalData.erase(c.var.caller, customerId, c.req.valid('json')));
      },
    );
}
