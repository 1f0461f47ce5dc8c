import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { AgentId, CallId, CampaignId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { calls, legs, turns } from '../db/schema/calls.ts';
import { campaigns } from '../db/schema/campaigns.ts';
import { handoffs } from '../db/schema/handoffs.ts';
import { teamTemplateVersions, templateVersions } from '../db/schema/speech.ts';
import type { ReportedCall } from './call-facts.ts';

/** What reports are worked out from. */
export interface ReportSources {
  reported(callIds: readonly CallId[]): ReadonlyMap<CallId, ReportedCall>;
  /** Empty when there is no such campaign any more. */
  campaignName(campaignId: CampaignId): string;
}

export function createReportSourcesStore({ query }: Database): ReportSources {
  function talkersOf(callIds: CallId[]) {
    const heard = and(
      inArray(legs.callId, callIds),
      eq(legs.kind, 'agent'),
      eq(legs.muted, false),
      isNotNull(legs.joinedAt),
    );
    return query
      .select({ callId: legs.callId, agentId: legs.agentId })
      .from(legs)
      .where(heard)
      .orderBy(asc(legs.joinedAt), asc(legs.id))
      .all();
  }

  function handoffsOf(callIds: CallId[]) {
    return (
      query
        .select()
        .from(handoffs)
        // In a transfer the customer has had somebody all along.
        .where(
          and(
            inArray(handoffs.callId, callIds),
            eq(handoffs.urgency, 'connect'),
            isNull(handoffs.transferredBy),
          ),
        )
        .orderBy(asc(handoffs.requestedAt), asc(handoffs.id))
        .all()
    );
  }

  function heardIn(callIds: CallId[]) {
    const taken = and(inArray(turns.callId, callIds), eq(turns.speaker, 'customer'), isNotNull(turns.intent));
    return query.select().from(turns).where(taken).orderBy(asc(turns.at), asc(turns.number)).all();
  }

  function savedVersions() {
    const { agentId, savedAt } = templateVersions;
    const own = grouped(
      query.select({ agentId, savedAt }).from(templateVersions).all(),
      (row) => row.agentId,
    );
    const team = query.select({ savedAt: teamTemplateVersions.savedAt }).from(teamTemplateVersions).all();
    const savedBy = (versions: readonly { readonly savedAt: Date }[], at: Date): number =>
      versions.filter((version) => version.savedAt <= at).length;
    return (speaker: AgentId | null, at: Date): ReportedCall['versions'] => ({
      agent: speaker === null ? 0 : savedBy(own(speaker), at),
      team: savedBy(team, at),
    });
  }

  return {
    reported(callIds) {
      const ids = [...callIds];
      const rows = query.select().from(calls).where(inArray(calls.id, ids)).all();
      const [talkers, wanted, heard] = [
        grouped(talkersOf(ids), callOf),
        grouped(handoffsOf(ids), callOf),
        grouped(heardIn(ids), callOf),
      ];
      const versionsAt = savedVersions();
      return new Map(
        rows.map((call) => [
          call.id,
          {
            ...call,
            talkers: talkers(call.id).map(({ agentId }) => agentId),
            handoffs: wanted(call.id).map(({ waitingSince, requestedAt, connectedAt }) => ({
              wantedAt: waitingSince ?? requestedAt,
              metAt: connectedAt,
            })),
            heard: heard(call.id).flatMap(({ stage, intent, text }) =>
              intent === null ? [] : [{ stage, intent, text }],
            ),
            versions: versionsAt(call.speaksFor ?? call.startedBy ?? call.ownerId, call.startedAt),
          },
        ]),
      );
    },
    campaignName: (campaignId) =>
      query.select().from(campaigns).where(eq(campaigns.id, campaignId)).get()?.settings.name ?? '',
  };
}

function callOf({ callId }: { readonly callId: CallId }): CallId {
  return callId;
}

/** The rows of each key, in their order. */
function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): (key: Key) => readonly Row[] {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return (key) => groups.get(key) ?? [];
}
