import { z } from 'zod';
import {
  type Customer,
  type CustomerFields,
  customerFieldsSchema,
} from '../../../backend/contract/customers.ts';
import { formatPhoneNumber, parsePhoneNumber } from '../../platform/phone-numbers.ts';

/** A customer as it stands in the fields of a form. */
export const customerDraftSchema = z.object({
  company: z.string(),
  companyKana: z.string(),
  person: z.string(),
  department: z.string(),
  phoneNumber: z.string(),
  /** One in each line. */
  otherNumbers: z.string(),
  email: z.string(),
  webForm: z.string(),
  address: z.string(),
  industry: z.string(),
  /** Separated by commas. */
  tags: z.string(),
  /** Empty: nobody. */
  ownerId: z.string(),
  status: z.string(),
  note: z.string(),
  timeZone: z.string(),
  /** As `<input type="time">` writes it. */
  bestTime: z.object({ from: z.string(), to: z.string() }),
});
export type CustomerDraft = z.infer<typeof customerDraftSchema>;

/** In minutes. An input for a time knows no 24:00: as an end, 00:00 is this one. */
const endOfDay = 1_440;

/** Takes what the contract takes, with numbers as E.164. Numbers and zones that do not exist are problems here, too. */
export const savableDraftSchema = customerDraftSchema
  .transform(written)
  .pipe(customerFieldsSchema.superRefine(checkExistence))
  .transform(withoutNotation);

/** For a customer whose number is not known, because they withheld it when they called: it may be left empty. */
export const savableUnnumberedSchema = customerDraftSchema
  .transform(written)
  .pipe(
    customerFieldsSchema
      .extend({ phoneNumber: z.literal('').or(customerFieldsSchema.shape.phoneNumber) })
      .superRefine(checkExistence),
  )
  .transform(withoutNotation);

export const emptyDraft: CustomerDraft = {
  company: '',
  companyKana: '',
  person: '',
  department: '',
  phoneNumber: '',
  otherNumbers: '',
  email: '',
  webForm: '',
  address: '',
  industry: '',
  tags: '',
  ownerId: '',
  status: 'new',
  note: '',
  timeZone: 'Asia/Tokyo',
  bestTime: { from: '', to: '' },
};

export function draftOf(customer: Customer): CustomerDraft {
  return {
    company: customer.company,
    companyKana: customer.companyKana ?? '',
    person: customer.person ?? '',
    department: customer.department ?? '',
    phoneNumber: formatPhoneNumber(customer.phoneNumber),
    otherNumbers: customer.otherNumbers.map(formatPhoneNumber).join('\n'),
    email: customer.email ?? '',
    webForm: customer.webForm ?? '',
    address: customer.address ?? '',
    industry: customer.industry ?? '',
    tags: customer.tags.join(', '),
    ownerId: customer.owner?.id ?? '',
    status: customer.status,
    note: customer.note,
    timeZone: customer.timeZone,
    bestTime: {
      from: customer.bestTime === null ? '' : timeOf(customer.bestTime.from),
      to: customer.bestTime === null ? '' : timeOf(customer.bestTime.to % endOfDay),
    },
  };
}

/** What of a customer somebody may write, as it is kept. */
export function fieldsOf({
  id,
  owner,
  version,
  doNotCall,
  activeCallId,
  lastCall,
  nextReminderAt,
  ...fields
}: Customer): CustomerFields {
  return { ...fields, ownerId: owner?.id ?? null };
}

/** `09:30`, and `24:00` for the end of a day. */
export function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function written(draft: CustomerDraft): unknown {
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text);
  return {
    ...draft,
    companyKana: orNull(draft.companyKana),
    person: orNull(draft.person),
    department: orNull(draft.department),
    otherNumbers: parts(draft.otherNumbers, /\n/),
    email: orNull(draft.email.trim()),
    webForm: orNull(draft.webForm.trim()),
    address: orNull(draft.address),
    industry: orNull(draft.industry),
    tags: parts(draft.tags, /[,、，\n]/).toSorted(),
    ownerId: orNull(draft.ownerId),
    bestTime: bestTimeOf(draft.bestTime),
  };
}

function parts(text: string, between: RegExp): string[] {
  const all = text.split(between).map((part) => part.trim());
  return [...new Set(all.filter((part) => part !== ''))];
}

function bestTimeOf({ from, to }: CustomerDraft['bestTime']): { from: number; to: number } | null {
  if (from === '' && to === '') return null;
  return { from: minutesOf(from), to: minutesOf(to) === 0 ? endOfDay : minutesOf(to) };
}

/** No number for half a time. */
function minutesOf(time: string): number {
  const [hours = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number);
  return time === '' ? Number.NaN : hours * 60 + minutes;
}

function checkExistence(fields: CustomerFields, { addIssue }: z.RefinementCtx): void {
  const problem = (path: keyof CustomerFields): void =>
    addIssue({ code: 'custom', path: [path], message: 'does not exist' });
  if (fields.phoneNumber !== '' && parsePhoneNumber(fields.phoneNumber) === null) problem('phoneNumber');
  if (fields.otherNumbers.some((number) => parsePhoneNumber(number) === null)) problem('otherNumbers');
  if (!isTimeZone(fields.timeZone)) problem('timeZone');
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function withoutNotation(fields: CustomerFields): CustomerFields {
  const e164 = (number: string): string => parsePhoneNumber(number) ?? number;
  const phoneNumber = e164(fields.phoneNumber);
  const others = fields.otherNumbers.map(e164).filter((number) => number !== phoneNumber);
  return { ...fields, phoneNumber, otherNumbers: [...new Set(others)] };
}
