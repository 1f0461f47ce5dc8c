import { parseArgs } from 'node:util';
import { z } from 'zod';
import { StartProblem } from '../../../config/start-problem.ts';

export interface CommandOptions {
  /** Null: as the environment has it. */
  readonly language: 'en' | 'ja' | null;
  has(flag: string): boolean;
}

const languageSchema = z.enum(['en', 'ja']).nullable();

/** What was given after the command's name. Throws a sentence for what it does not know. */
export function commandOptions(args: readonly string[], flags: readonly string[]): CommandOptions {
  const booleans = Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }]));
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { ...booleans, lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    const given: ReadonlyMap<string, unknown> = new Map(Object.entries(values));
    return {
      language: languageSchema.parse(given.get('lang') ?? null),
      has: (flag) => given.get(flag) === true,
    };
  } catch (error) {
    if (error instanceof z.ZodError) throw new StartProblem('--lang takes en or ja.');
    throw error instanceof Error ? new StartProblem(`${error.message}. --help lists what there is.`) : error;
  }
}
