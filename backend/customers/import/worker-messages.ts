import type { ImportAnalysis, ImportFailure, ImportSettings } from '../../contract/customer-imports.ts';
import type { AgentId } from '../../contract/ids.ts';
import type { ReadRow } from './read-row.ts';

/** What the worker is to do with a file. */
export type ImportTask =
  | { readonly type: 'analyse'; readonly path: string }
  | {
      readonly type: 'read';
      readonly path: string;
      readonly analysis: Pick<ImportAnalysis, 'encoding' | 'delimiter'>;
      readonly settings: ImportSettings;
      readonly agents: readonly (readonly [key: string, agentId: AgentId])[];
    };

/** What the worker says. After each `rows` but the first few it waits until somebody has asked for more. */
export type WorkerMessage =
  | { readonly type: 'analysed'; readonly analysis: ImportAnalysis }
  | { readonly type: 'rows'; readonly rows: readonly ReadRow[] }
  | { readonly type: 'end' }
  | { readonly type: 'failed'; readonly failure: ImportFailure };
