import type { ImportField, ImportProblem, ImportSettings } from '../../contract/customer-imports.ts';
import type { CustomerFields } from '../../contract/customers.ts';
import type { AgentId } from '../../contract/ids.ts';
import {
  type CellValue,
  meant,
  numberValue,
  problemOfText,
  statusValue,
  textValue,
  timeValue,
  zoneValue,
} from './cell-values.ts';
import { companyKey } from './company-key.ts';

export type RowFields = { -readonly [Field in keyof CustomerFields]?: CustomerFields[Field] };

/** A row of the file as it was understood. */
export interface ReadRow {
  readonly row: number;
  /** What the file says, as it is kept; what it leaves empty is not there. */
  readonly fields: RowFields;
  readonly companyKey: string;
  /** An earlier row of the file that is the same customer. */
  readonly sameAsRow: number | null;
  /** What keeps it out. */
  readonly problems: readonly ImportProblem[];
}

export interface RowReading {
  readonly settings: ImportSettings;
  /** What agents are called in such lists, as `agentKey` writes it. */
  readonly agents: ReadonlyMap<string, AgentId>;
}

const shownValue = 100;
export const mostTags = 20;
export const mostOtherNumbers = 5;

/** Reads the cells of a row by the columns that somebody has assigned. */
export function readRow(
  row: number,
  cells: readonly string[],
  reading: RowReading,
): Omit<ReadRow, 'sameAsRow'> {
  const { columns } = reading.settings;
  const fields: RowFields = {};
  const problems: ImportProblem[] = [];
  const missing = new Set<ImportField>(['company', 'phoneNumber']);
  for (const [column, field] of columns.entries()) {
    const text = meant(cells[column] ?? '');
    if (field === null || text === '') continue;
    missing.delete(field);
    const code = problemOfText(text) ?? take(fields, field, { text, agents: reading.agents });
    if (code !== null) problems.push({ code, column, field, value: text.slice(0, shownValue) });
  }
  if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
    problems.push({ code: 'too-many-cells', column: columns.length, field: null, value: '' });
  }
  for (const field of missing) {
    problems.push({ code: 'missing', column: columnOf(columns, field), field, value: '' });
  }
  return { row, fields, companyKey: companyKey(fields.company ?? ''), problems };
}

/** By which two spellings of an agent's name or address are one. */
export function agentKey(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

function columnOf(columns: ImportSettings['columns'], field: ImportField): number | null {
  const column = columns.indexOf(field);
  return column === -1 ? null : column;
}

interface Written {
  readonly text: string;
  readonly agents: RowReading['agents'];
}

/** Puts what a cell says in its field; the problem, where it cannot be kept. */
function take(
  fields: RowFields,
  field: ImportField,
  { text, agents }: Written,
): ImportProblem['code'] | null {
  switch (field) {
    case 'company':
    case 'companyKana':
    case 'person':
    case 'department':
    case 'email':
    case 'webForm':
    case 'address':
    case 'industry':
    case 'note':
      return keep(textValue(field, text), (value) => {
        fields[field] = value;
      });
    case 'phoneNumber':
      return keep(numberValue(text), (value) => {
        fields.phoneNumber = value;
      });
    case 'otherNumbers':
      return takeNumber(fields, text);
    case 'tags':
      return takeTags(fields, text);
    case 'owner':
      return takeOwner(fields, agents.get(agentKey(text)));
    case 'status':
      return keep(statusValue(text), (value) => {
        fields.status = value;
      });
    case 'timeZone':
      return keep(zoneValue(text), (value) => {
        fields.timeZone = value;
      });
    case 'bestTime':
      return keep(timeValue(text), (value) => {
        fields.bestTime = value;
      });
  }
}

function keep<Value>(cell: CellValue<Value>, store: (value: Value) => void): ImportProblem['code'] | null {
  if (cell.type === 'problem') return cell.code;
  store(cell.value);
  return null;
}

function takeNumber(fields: RowFields, text: string): ImportProblem['code'] | null {
  const cell = numberValue(text);
  if (cell.type === 'problem') return cell.code;
  const numbers = [...new Set([...(fields.otherNumbers ?? []), cell.value])];
  if (numbers.length > mostOtherNumbers) return 'too-many';
  fields.otherNumbers = numbers;
  return null;
}

function takeTags(fields: RowFields, text: string): ImportProblem['code'] | null {
  const written = text.split(/[,、;；\n]/).map((tag) => tag.trim().replace(/\s+/g, ' '));
  const tags = [...new Set([...(fields.tags ?? []), ...written.filter(Boolean)])].toSorted();
  if (tags.some((tag) => tag.length > 40)) return 'too-long';
  if (tags.length > mostTags) return 'too-many';
  fields.tags = tags;
  return null;
}

function takeOwner(fields: RowFields, ownerId: AgentId | undefined): ImportProblem['code'] | null {
  if (ownerId === undefined) return 'not-an-agent';
  fields.ownerId = ownerId;
  return null;
}
