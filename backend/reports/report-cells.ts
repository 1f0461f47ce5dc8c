import type { AgentId, CampaignId } from '../contract/ids.ts';
import { type CallFacts, type CellTable, countTables } from './call-facts.ts';
import { nothing, plus, type Tally, tallyFrom } from './tally.ts';

/** Sums over calls: of a part of a slice, a day. A slice is a table of the report, of everything or of one agent or one campaign. */
export interface Cell {
  readonly slice: string;
  readonly part: string;
  readonly day: string;
  readonly tally: Tally;
}

/** Of whose calls, and of which campaign's. Sums are kept where at most one is named (docs/decisions/0037-phrases-and-sums.md). */
export interface Cut {
  readonly agentId: AgentId | null;
  readonly campaignId: CampaignId | null;
}

export function sliceOf(table: CellTable, { agentId, campaignId }: Cut): string {
  return `${table}|${agentId ?? '*'}|${campaignId ?? '*'}`;
}

/** The sums to which a change of what calls count for leads; what stays as it is is left out. */
export function changesOf(before: readonly CallFacts[], now: readonly CallFacts[]): readonly Cell[] {
  const cells = new Map<string, Cell>();
  const count = (facts: CallFacts, times: 1 | -1): void => {
    for (const cut of cutsOf(facts)) {
      for (const [table, part] of facts.parts) {
        const [slice, { day }] = [sliceOf(table, cut), facts];
        const key = `${slice}\n${part}\n${day}`;
        const tally = plus(cells.get(key)?.tally ?? nothing, tallyIn(table, facts), times);
        cells.set(key, { slice, part, day, tally });
      }
    }
  };
  for (const facts of before) count(facts, -1);
  for (const facts of now) count(facts, 1);
  return [...cells.values()].filter(({ tally }) => Object.values(tally).some((value) => value !== 0));
}

/** What a part of a table gets of a call. */
export function tallyIn(table: CellTable, { tally }: CallFacts): Tally {
  return countTables.some((counted) => counted === table) ? one : tally;
}

const one = tallyFrom([1]);

function cutsOf({ agentId, campaignId }: CallFacts): readonly Cut[] {
  return [
    { agentId: null, campaignId: null },
    ...(agentId === null ? [] : [{ agentId, campaignId: null }]),
    ...(campaignId === null ? [] : [{ agentId: null, campaignId }]),
  ];
}
