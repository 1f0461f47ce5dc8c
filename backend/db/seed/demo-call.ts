import type { AgentId, CallId } from '../../contract/ids.ts';
import type { CallResult, ResultReason } from '../../contract/vocabulary.ts';
import { DEFAULT_TEMPLATES } from '../../conversation/default-templates.ts';
import { renderTemplate, templateValues } from '../../conversation/templates.ts';
import { sayTime } from '../../conversation/time/say-time.ts';
import type { CustomerRow } from '../../customers/customer-store.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { calls, legs, turns } from '../schema/calls.ts';
import { type DemoAccount, demoConversation } from './demo-accounts.ts';
import { dueAfter, sayExactTime } from './demo-due.ts';
import { type DemoHandoff, demoHandoff } from './demo-handoff.ts';
import type { Script, ScriptLine } from './demo-scripts.ts';
import { type Timeline, timelineOf } from './demo-timeline.ts';
import type { Random } from './random.ts';

/** The rows of one finished call. */
export interface DemoCall {
  readonly call: typeof calls.$inferInsert;
  readonly endedAt: Date;
  readonly result: CallResult;
  readonly reason: ResultReason;
  readonly legs: readonly (typeof legs.$inferInsert)[];
  readonly turns: readonly (typeof turns.$inferInsert)[];
  readonly handoff: DemoHandoff | null;
}

export interface DemoCallOptions {
  readonly script: Script;
  readonly customer: CustomerRow;
  readonly agent: DemoAccount & { readonly id: AgentId };
  readonly startedAt: Date;
  readonly ids: Ids;
  readonly random: Random;
}

/** Plays a script: who said what when, and when each participant came and went. */
export function demoCall(options: DemoCallOptions): DemoCall {
  const { script, agent, startedAt, ids, random } = options;
  const callId = ids.call();
  const dueAt = dueAtOf(options);
  const words = script.lines.map((line) => wordsOf(line, dueAt, options));
  const timeline = timelineOf(
    startedAt,
    script.lines.map(({ waited = [0, 0] }, index) => ({ characters: words[index]?.length ?? 0, waited })),
    random,
  );
  const handoff =
    script.handoff && demoHandoff({ script: script.handoff, callId, agentId: agent.id, timeline, ids });

  return {
    call: callRow(callId, timeline, dueAt, options),
    endedAt: timeline.endedAt,
    result: script.result,
    reason: script.reason,
    legs: legRows(callId, timeline, handoff, options),
    turns: script.lines.map((line, index) => ({
      callId,
      number: index + 1,
      speaker: line.by,
      agentId: line.by === 'agent' ? agent.id : null,
      text: words[index] ?? '',
      confidence: line.by === 'customer' ? Math.round(82 + random() * 16) / 100 : null,
      intent: line.by === 'customer' ? line.intent : null,
      at: timeline.said[index] ?? timeline.endedAt,
    })),
    handoff,
  };
}

function callRow(
  id: CallId,
  { startedAt, answeredAt, endedAt }: Timeline,
  dueAt: Date | null,
  { script, customer, agent, ids }: DemoCallOptions,
): DemoCall['call'] {
  const { nextAction } = script;
  return {
    id,
    mode: 'ai',
    status: 'completed',
    customerId: customer.id,
    phoneNumber: customer.phoneNumber,
    ownerId: customer.ownerId ?? agent.id,
    startedBy: agent.id,
    conferenceName: ids.random(),
    startedAt,
    answeredAt: script.lines.length === 0 ? null : answeredAt,
    endedAt,
    stage: script.lines.length === 0 ? 'opening' : 'closing',
    result: script.result,
    resultReason: script.reason,
    nextAction: nextAction && { kind: nextAction.kind, at: dueAt?.toISOString() ?? null },
    note: script.note,
    resultConfirmedBy: agent.id,
  };
}

function legRows(
  callId: CallId,
  { startedAt, answeredAt, endedAt }: Timeline,
  handoff: DemoHandoff | null,
  { script, agent, ids }: DemoCallOptions,
): DemoCall['legs'] {
  const leg = { callId, state: 'left', createdAt: startedAt } as const;
  const joinedAt = script.lines.length === 0 ? null : answeredAt;
  const customer = {
    ...leg,
    id: ids.leg(),
    kind: 'customer',
    via: 'phone',
    label: 'customer',
    joinedAt,
    leftAt: endedAt,
  } as const;
  const ai = {
    ...leg,
    id: ids.leg(),
    kind: 'ai',
    via: 'application',
    label: 'ai-1',
    joinedAt,
    leftAt: handoff?.stay?.heardFrom ?? endedAt,
  } as const;
  if (!handoff?.stay) return [customer, ai];
  const { legId: id, acceptedAt: createdAt, joinedAt: cameAt } = handoff.stay;
  const human = { ...leg, id, kind: 'agent', via: 'softphone', agentId: agent.id, createdAt } as const;
  return [customer, ai, { ...human, label: `agent-${id}`, joinedAt: cameAt, leftAt: endedAt }];
}

/** Null where no time was named. */
function dueAtOf({ script, customer, startedAt }: DemoCallOptions): Date | null {
  const due = script.nextAction?.due ?? null;
  return due && dueAfter(due, startedAt, customer.timeZone);
}

function wordsOf(line: ScriptLine, dueAt: Date | null, options: DemoCallOptions): string {
  const { customer, agent, startedAt } = options;
  if (line.by === 'ai') {
    const values = templateValues(demoConversation(agent), customer.department);
    const agreed = dueAt === null ? {} : { next_time: sayTime(dueAt, startedAt, customer.timeZone) };
    return renderTemplate(DEFAULT_TEMPLATES[line.template], values, agreed);
  }
  return line.text
    .replaceAll('{company}', customer.company)
    .replaceAll('{department}', customer.department ?? '総務')
    .replaceAll('{person}', customer.person?.split(' ')[0] ?? '担当者')
    .replaceAll('{when}', dueAt === null ? '' : sayExactTime(dueAt, startedAt, customer.timeZone));
}
