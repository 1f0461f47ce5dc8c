import {
  type CustomerImport,
  customerImportSchema,
  customerImportsSchema,
  type ImportOutcome,
  type ImportRows,
  type ImportSettings,
  importRowsSchema,
} from '../../backend/contract/customer-imports.ts';
import type { ImportId } from '../../backend/contract/ids.ts';
import { addressQuery } from './address-query.ts';
import { ask, fetchFile } from './answers.ts';
import type { Transport } from './transport.ts';

/** Which rows of an import: `after` is the `next` of the page before. */
interface ImportRowsRequest {
  readonly importId: ImportId;
  readonly outcome: ImportOutcome | null;
  readonly after: number;
}

/** Files of customers: uploaded, tried, taken, undone. */
export interface CustomerImportApi {
  uploadImport(file: File): Promise<CustomerImport>;
  customerImports(): Promise<CustomerImport[]>;
  customerImport(importId: ImportId): Promise<CustomerImport>;
  importRows(request: ImportRowsRequest): Promise<ImportRows>;
  importReport(importId: ImportId): Promise<Blob>;
  checkImport(importId: ImportId, settings: ImportSettings): Promise<CustomerImport>;
  /** The three begin; how it is doing is asked for. */
  stepImport(importId: ImportId, step: 'start' | 'cancel' | 'undo'): Promise<CustomerImport>;
}

const imports = '/api/customers/imports';

export function createCustomerImportApi(transport: Transport): CustomerImportApi {
  return {
    uploadImport: (file) => {
      const path = `${imports}${addressQuery({ fileName: file.name })}`;
      return ask(transport, { method: 'POST', path, file }, customerImportSchema);
    },
    customerImports: async () =>
      (await ask(transport, { method: 'GET', path: imports }, customerImportsSchema)).imports,
    customerImport: (importId) =>
      ask(transport, { method: 'GET', path: `${imports}/${importId}` }, customerImportSchema),
    importRows: ({ importId, outcome, after }) => {
      const path = `${imports}/${importId}/rows${addressQuery({ outcome, after, limit: 200 })}`;
      return ask(transport, { method: 'GET', path }, importRowsSchema);
    },
    importReport: (importId) => fetchFile(transport, `${imports}/${importId}/report`),
    checkImport: (importId, settings) =>
      ask(
        transport,
        { method: 'POST', path: `${imports}/${importId}/check`, body: settings },
        customerImportSchema,
      ),
    stepImport: (importId, step) =>
      ask(
        transport,
        { method: 'POST', path: `${imports}/${importId}/${step}`, body: {} },
        customerImportSchema,
      ),
  };
}
