import type { AgentId, OfferId } from '../../backend/contract/ids.ts';
import type { OfferRow } from '../../backend/handoff/handoff-store.ts';
import { Refusal } from '../../backend/kernel/errors.ts';
import { createHandoffBench, type HandoffBench } from './handoff-bench.ts';
import { createPlayedCallers, type PlayedCallers } from './played-callers.ts';
import { promisesBrokenIn } from './played-promises.ts';
import { hireWorker, isAtWork, type PlayedWorker, whyNotAsked } from './played-worker.ts';
import { createTeamAgenda, type TeamAgenda } from './team-agenda.ts';
import { createTeamTally, figuresOf, type TeamFiguresPlayed, type TeamTally } from './team-tally.ts';
import { createWaitingRoom, type WaitingRoom } from './waiting-room.ts';

interface TeamAtWork {
  readonly agents: number;
  readonly calls: number;
  readonly minutes: number;
  readonly seed: number;
}

interface Office {
  readonly bench: HandoffBench;
  readonly workers: readonly PlayedWorker[];
  readonly agenda: TeamAgenda;
  readonly room: WaitingRoom;
  readonly tally: TeamTally;
  readonly callers: PlayedCallers;
  readonly random: () => number;
}

/** Agents who answer, decline, look away, take breaks, come and go home, against the real domains on a database in memory. One thing happens at a time. */
export function playTeam({ agents, calls, minutes, seed }: TeamAtWork): TeamFiguresPlayed {
  using bench = createHandoffBench();
  const random = randomFrom(seed);
  const workers = Array.from({ length: agents }, (_, index) => hireWorker(bench, index));
  const play = {
    bench,
    workers,
    agenda: createTeamAgenda(),
    room: createWaitingRoom(),
    tally: createTeamTally(),
  };
  const office = { ...play, random, callers: createPlayedCallers({ ...play, random }) };
  const starts = Array.from({ length: calls }, () => Math.floor(random() * (minutes * 60 - 240))).toSorted(
    (a, b) => a - b,
  );
  for (let second = 0; second < minutes * 60 || office.callers.areThere(); second += 1) {
    for (const start of starts) if (start === second) office.callers.begin();
    passSecond(office);
  }
  return figuresOf(office.tally, promisesBrokenIn(bench));
}

function passSecond(office: Office): void {
  const { bench, agenda, callers } = office;
  const due = agenda.second();
  bench.pass(1);
  look(office);
  for (const run of due) {
    run();
    look(office);
  }
  callers.takeLeave();
  takeBreaks(office);
  if (agenda.now() % 5 === 0) bench.team.presence.refreshAll();
  look(office);
  takeStock(office);
}

/** Whoever is asked by the backend and should not be is noted; then the agent thinks about it. */
function look(office: Office): void {
  const { bench, workers, agenda, room, tally, random } = office;
  const offers = bench.stores.handoffs.openOffers();
  for (const offer of offers) {
    const worker = workers.find(({ agentId }) => agentId === offer.agentId);
    if (worker === undefined || tally.seen.has(offer.id)) continue;
    tally.seen.add(offer.id);
    const callId = bench.stores.handoffs.find(offer.handoffId)?.callId;
    if (callId !== undefined) room.asked(callId, offer.agentId);
    const beside = offers.filter(({ handoffId }) => handoffId === offer.handoffId);
    const wrong =
      whyNotAsked(worker, callId, agenda.now(), offersOf(worker.agentId, offers)) ?? whyNotBeside(beside);
    if (wrong !== null) tally.wrongOffers.push(`${worker.agentId} was asked though ${wrong}`);
    agenda.after(1 + random() * 7, () => answer(office, worker, offer.id));
  }
}

/** Only in the last step are several asked about one call. */
function whyNotBeside(open: readonly OfferRow[]): string | null {
  return open.length > 1 && open.some(({ step }) => step !== 'last') ? 'others were being asked' : null;
}

function offersOf(agentId: AgentId, offers: readonly OfferRow[]): number {
  return offers.filter((offer) => offer.agentId === agentId).length;
}

function answer(office: Office, worker: PlayedWorker, offerId: OfferId): void {
  const chance = office.random();
  if (chance > 0.92) return;
  try {
    if (chance <= 0.8) accept(office, worker, offerId);
    else decline(office, worker, offerId);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function decline({ bench }: Office, worker: PlayedWorker, offerId: OfferId): void {
  const { flow, stores } = bench;
  const viewer = { id: worker.agentId, role: 'agent' } as const;
  bench.database.transaction(() => flow.offers.decline(viewer, offerId, 'busy'));
  const offer = stores.handoffs.findOffer(offerId);
  const handoff = offer === null ? null : stores.handoffs.find(offer.handoffId);
  if (handoff !== null) worker.declined.add(handoff.callId);
}

function accept(office: Office, worker: PlayedWorker, offerId: OfferId): void {
  const { bench, workers, agenda, room, tally, callers, random } = office;
  const { flow, stores, clock } = bench;
  const viewer = { id: worker.agentId, role: 'agent' } as const;
  const { callId } = bench.database.transaction(() => flow.offers.accept(viewer, offerId, worker.clientId));
  const others = workers.filter((one) => one !== worker && one.call === callId);
  if (worker.call !== null || others.length > 0) tally.duplicateClaims += 1;
  worker.call = callId;
  room.leave(callId);
  const offer = stores.handoffs.findOffer(offerId);
  const handoff = offer === null ? null : stores.handoffs.find(offer.handoffId);
  const secondsSince = (at: Date | null | undefined) =>
    at ? (clock.now().getTime() - at.getTime()) / 1_000 : Number.NaN;
  tally.answers.push(secondsSince(offer?.offeredAt));
  tally.waits.push(secondsSince(handoff?.waitingSince));
  agenda.after(1, () => bench.joined(bench.legOf(callId, 'agent').id));
  agenda.after(40 + random() * 120, () => callers.end(callId));
}

function takeBreaks({ bench, workers, agenda, random }: Office): void {
  for (const worker of workers) {
    if (worker.call !== null || random() > 0.002) continue;
    worker.onBreak = !worker.onBreak;
    const status = worker.onBreak
      ? ({ presence: 'busy', reason: 'break' } as const)
      : ({ presence: 'available' } as const);
    if (!worker.onBreak) worker.restsUntil = agenda.now();
    bench.team.presence.choose(worker.agentId, status);
  }
}

/** Free for certain: they can be asked since a second, and nobody asks them. Around the hours nobody is free for certain. */
function takeStock({ bench, workers, agenda, room, tally }: Office): void {
  const asked = bench.stores.handoffs.openOffers().map(({ agentId }) => agentId);
  const free = workers.filter(
    (worker) =>
      worker.call === null &&
      !worker.onBreak &&
      worker.restsUntil + 1 < agenda.now() &&
      [-6, 0, 6].every((aside) => isAtWork(worker, agenda.now() + aside)) &&
      !asked.includes(worker.agentId),
  );
  room.second(free.map(({ agentId }) => agentId));
  tally.free.push(free.length);
  tally.onBreak.push(workers.filter(({ onBreak }) => onBreak).length);
}

/** The same numbers for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
