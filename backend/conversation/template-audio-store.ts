import { and, eq, inArray, sql } from 'drizzle-orm';
import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { templateAudio } from '../db/schema/speech.ts';

export interface TemplateAudioStore {
  /** Whoever it belongs to: its name is known to nobody who has not heard it. */
  bytesOf(file: string): Uint8Array<ArrayBuffer> | null;
  /** Which of the files are there. */
  present(agentId: AgentId, files: readonly string[]): ReadonlySet<string>;
  /** The same file twice is one. */
  add(agentId: AgentId, file: { readonly name: string; readonly bytes: Uint8Array; readonly at: Date }): void;
}

export function createTemplateAudioStore({ query }: Database): TemplateAudioStore {
  const byFile = query
    .select({ bytes: templateAudio.bytes })
    .from(templateAudio)
    .where(eq(templateAudio.file, sql.placeholder('file')))
    .limit(1)
    .prepare();

  return {
    bytesOf(file) {
      const row = byFile.get({ file });
      return row === undefined ? null : new Uint8Array(row.bytes);
    },
    present(agentId, files) {
      if (files.length === 0) return new Set();
      const ours = and(eq(templateAudio.agentId, agentId), inArray(templateAudio.file, [...files]));
      const rows = query.select({ file: templateAudio.file }).from(templateAudio).where(ours).all();
      return new Set(rows.map(({ file }) => file));
    },
    add(agentId, { name, bytes, at }) {
      query
        .insert(templateAudio)
        .values({ agentId, file: name, bytes: Buffer.from(bytes), addedAt: at })
        .onConflictDoNothing()
        .run();
    },
  };
}
