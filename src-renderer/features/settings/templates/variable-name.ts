import { z } from 'zod';

/** The variables that have a name in the console's words. */
export const variableNameSchema = z.enum([
  'my_company_name',
  'my_service_name',
  'my_representative_name',
  'callee_department',
  'service_description',
  'next_time',
  'my_phone_number',
  'callee_person',
]);
