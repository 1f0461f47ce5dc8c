import type { Viewer } from '../../auth/visibility.ts';
import type { ImportField, ImportSettings } from '../../contract/customer-imports.ts';
import type { AgentId } from '../../contract/ids.ts';
import { type InvalidFields, InvalidInput } from '../../kernel/invalid-input.ts';
import type { StoredImport } from './import-store.ts';

const several: readonly ImportField[] = ['otherNumbers', 'tags'];
const needed: readonly ImportField[] = ['company', 'phoneNumber'];

interface Wanted {
  readonly settings: ImportSettings;
  readonly isAgent: (agentId: AgentId) => boolean;
}

/**
 * Refuses, with `invalid-input`, columns that make no customers. Agents import for themselves: whatever names an owner is of no interest
 * then.
 */
export function usableSettings(
  viewer: Viewer,
  { analysis }: Pick<StoredImport, 'analysis'>,
  { settings, isAgent }: Wanted,
): ImportSettings {
  const { columns, ownerId } = settings;
  const problems: InvalidFields = [];
  if (columns.length !== analysis?.firstRow.length) {
    problems.push({ path: 'columns', problem: `the file has ${analysis?.firstRow.length ?? 0} columns` });
  }
  for (const field of needed) {
    if (!columns.includes(field)) problems.push({ path: 'columns', problem: `none is ${field}` });
  }
  for (const [at, field] of columns.entries()) {
    const twice = field !== null && !several.includes(field) && columns.indexOf(field) !== at;
    if (twice) problems.push({ path: `columns.${at}`, problem: `another one is ${field}` });
  }
  if (ownerId !== null && !isAgent(ownerId)) problems.push({ path: 'ownerId', problem: 'unknown-agent' });
  if (problems.length > 0) throw new InvalidInput(problems);
  if (viewer.role === 'admin') return settings;
  return {
    ...settings,
    ownerId: viewer.id,
    columns: columns.map((field) => (field === 'owner' ? null : field)),
  };
}
