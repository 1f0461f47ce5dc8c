import { IANAZone } from 'luxon';
import type { ImportProblemCode } from '../../contract/customer-imports.ts';
import {
  type CustomerStatus,
  customerFieldsSchema,
  customerStatusSchema,
  type TimeOfDay,
} from '../../contract/customers.ts';
import { searchable } from '../../kernel/overlapping-pairs.ts';
import { e164Of } from '../../kernel/phone-number.ts';

/** What a cell says, or why it says nothing that can be kept. */
export type CellValue<Value> =
  | { readonly type: 'value'; readonly value: Value }
  | { readonly type: 'problem'; readonly code: ImportProblemCode };

/** A cell as it was meant: without what spreadsheets put around text so that it stays text, and without space around it. */
export function meant(cell: string): string {
  const text = /^="([^"]*)"$/.exec(cell.trim())?.[1] ?? cell;
  return text.trim().replace(/^'(?=[=+\-@\t\r])/, '');
}

const controls = /[^\P{Cc}\n\r\t]/u;
/** Whatever is worked out instead of read, when a spreadsheet opens the list again. */
const formula = /^(?:=|[+\-@][^\d\s].*[(|!])/;

/** Why no field may have this text; null where one may. */
export function problemOfText(text: string): ImportProblemCode | null {
  if (text.includes('\uFFFD')) return 'undecodable';
  if (controls.test(text)) return 'control-characters';
  return formula.test(text) ? 'formula' : null;
}

type TextField =
  | 'company'
  | 'companyKana'
  | 'person'
  | 'department'
  | 'email'
  | 'webForm'
  | 'address'
  | 'industry'
  | 'note';

const problemOfField: Partial<Record<TextField, ImportProblemCode>> = {
  email: 'not-an-email',
  webForm: 'not-an-address',
};

export function textValue(field: TextField, text: string): CellValue<string> {
  const written = field === 'note' ? text : text.replace(/\s*[\r\n\t]+\s*/g, ' ');
  const parsed = customerFieldsSchema.shape[field].safeParse(written);
  if (parsed.success) return { type: 'value', value: parsed.data ?? '' };
  const tooLong = parsed.error.issues.some(({ code }) => code === 'too_big');
  return { type: 'problem', code: tooLong ? 'too-long' : (problemOfField[field] ?? 'control-characters') };
}

export function numberValue(text: string): CellValue<string> {
  const value = e164Of(text);
  return value === null ? { type: 'problem', code: 'not-a-number' } : { type: 'value', value };
}

/** In the words of our own lists, which come first, and in those that others use. */
export const statusNames: Readonly<Record<CustomerStatus, readonly string[]>> = {
  new: ['未着手', '新規', '未対応', '未架電'],
  'in-progress': ['対応中', '商談中', '進行中', 'in progress'],
  won: ['成約', '受注', '契約済'],
  'follow-up': ['要フォロー', '再架電', 'follow up', '見込'],
  absent: ['不在', 'not in'],
  rejected: ['拒否', 'お断り', '断り', 'ng'],
};

const statusNamed: ReadonlyMap<string, CustomerStatus> = new Map(
  customerStatusSchema.options.flatMap((status) =>
    [status, ...statusNames[status]].map((name) => [searchable(name), status] as const),
  ),
);

export function statusValue(text: string): CellValue<CustomerStatus> {
  const value = statusNamed.get(searchable(text));
  return value === undefined ? { type: 'problem', code: 'not-a-status' } : { type: 'value', value };
}

export function zoneValue(text: string): CellValue<string> {
  return IANAZone.isValidZone(text)
    ? { type: 'value', value: text }
    : { type: 'problem', code: 'not-a-zone' };
}

const halves: ReadonlyMap<string, TimeOfDay> = new Map([
  ['午前', { from: 540, to: 720 }],
  ['午前中', { from: 540, to: 720 }],
  ['午後', { from: 780, to: 1_080 }],
]);

/** `10:00-12:00`, `10時〜12時半`, `午前`. */
export function timeValue(text: string): CellValue<TimeOfDay> {
  const half = halves.get(text.trim());
  if (half !== undefined) return { type: 'value', value: half };
  const times =
    /^(\d{1,2})(?::(\d{2})|時(半|\d{1,2}分)?)?[-~〜～ー–—−](\d{1,2})(?::(\d{2})|時(半|\d{1,2}分)?)?$/.exec(
      text.normalize('NFKC').replace(/\s/g, ''),
    );
  const [, fromHour, fromMinute, fromPart, toHour, toMinute, toPart] = times ?? [];
  const value = {
    from: minutesOf(fromHour, fromMinute ?? fromPart),
    to: minutesOf(toHour, toMinute ?? toPart),
  };
  const known = times !== null && customerFieldsSchema.shape.bestTime.safeParse(value).success;
  return known ? { type: 'value', value } : { type: 'problem', code: 'not-a-time' };
}

function minutesOf(hour = '0', minute = '0'): number {
  return Number(hour) * 60 + (minute === '半' ? 30 : Number.parseInt(minute, 10));
}
