import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Overload, RealtimeEvent } from '../contract/events.ts';
import { callStatusSchema } from '../contract/vocabulary.ts';
import type { CarrierCommand, CarrierOutcome } from '../telephony/carrier-command.ts';
import type { WorkNow } from './work-now-store.ts';

/**
 * What is measured while the process runs, for Prometheus. Times are in seconds. Labels are words of ours: never a number, a name, or
 * anything else of somebody.
 */
export interface Metrics {
  /** `route` as it is declared, with the names of its parameters. */
  answered(route: string, status: number, seconds: number): void;
  carrierAnswered(
    command: CarrierCommand['type'],
    outcome: CarrierOutcome['type'] | 'defect',
    seconds: number,
  ): void;
  committed(seconds: number): void;
  /** To the consoles that may see it; since its commit. */
  eventSent(type: RealtimeEvent['type'], seconds: number): void;
  /** In Prometheus' text format; asks `workNow` for what is the case at this moment. */
  text(): Promise<string>;
  readonly contentType: string;
}

const fewMilliseconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const network = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/** What is the case when somebody asks. */
interface MeasuredNow extends WorkNow {
  readonly consoles: number;
  readonly load: { readonly lagMs: number; readonly waitMs: number; readonly overload: Overload | null };
}

export function createMetrics(workNow: () => MeasuredNow): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const { answers, carrier, commits, events } = histogramsOf(registers);
  const showNow = gaugesOf(registers);
  let withProcess = false;

  return {
    answered: (route, status, seconds) => answers.observe({ route, status }, seconds),
    carrierAnswered: (command, outcome, seconds) => carrier.observe({ command, outcome }, seconds),
    committed: (seconds) => commits.observe(seconds),
    eventSent: (type, seconds) => events.observe({ type }, seconds),
    text() {
      // From the first question on: it watches the event loop, which nobody needs who does not ask.
      if (!withProcess) collectDefaultMetrics({ register: registry });
      withProcess = true;
      showNow(workNow());
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

function histogramsOf(registers: Registry[]) {
  const within =
    (buckets: number[]) =>
    <Label extends string = never>(name: string, help: string, ...labelNames: readonly Label[]) =>
      new Histogram({ name, help, labelNames, buckets, registers });
  const quick = within(fewMilliseconds);
  const remote = within(network);
  return {
    answers: quick(
      'toritsugi_http_seconds',
      'Time to answer a request, by route; /webhooks/twilio/gather is what a customer waits for in a turn.',
      'route',
      'status',
    ),
    carrier: remote(
      'toritsugi_carrier_seconds',
      'Time the carrier took to answer a command, and what came of it.',
      'command',
      'outcome',
    ),
    commits: quick(
      'toritsugi_transaction_seconds',
      'Time of a transaction of the database, with its commit.',
    ),
    events: quick(
      'toritsugi_event_lag_seconds',
      'Time from the commit of an event until it was sent to the consoles.',
      'type',
    ),
  };
}

/** What is the case at a moment; returns what sets it. */
function gaugesOf(registers: Registry[]): (now: MeasuredNow) => void {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const calls = new Gauge({
    name: 'toritsugi_calls',
    help: 'Calls that are on, by status.',
    labelNames: ['status'],
    registers,
  });
  const offers = gauge('toritsugi_offers', 'Offers that agents have not answered yet.');
  const waiting = gauge('toritsugi_waiting_customers', 'Customers who wait for an agent.');
  const commands = gauge('toritsugi_carrier_commands', 'Commands that the carrier has not answered yet.');
  const overdue = gauge('toritsugi_timers_overdue', 'Timers that should have run more than a second ago.');
  const consoles = gauge('toritsugi_consoles', 'Consoles that are connected.');
  const showLoad = loadGaugesOf(registers);
  return (now) => {
    showLoad(now.load);
    for (const status of callStatusSchema.options) calls.set({ status }, now.calls.get(status) ?? 0);
    offers.set(now.offers);
    waiting.set(now.waiting);
    commands.set(now.commands);
    overdue.set(now.timersOverdue);
    consoles.set(now.consoles);
  };
}

function loadGaugesOf(registers: Registry[]): (load: MeasuredNow['load']) => void {
  const putOff = new Gauge({
    name: 'toritsugi_put_off',
    help: '1 for what waits because the server has too much to do: campaigns do not dial, reports are not made.',
    labelNames: ['what'],
    registers,
  });
  const lag = new Gauge({
    name: 'toritsugi_event_loop_worst_seconds',
    help: 'The longest that the event loop was late in the last second.',
    registers,
  });
  const wait = new Gauge({
    name: 'toritsugi_command_wait_seconds',
    help: 'For how long the command to the carrier that waits longest has waited for its first turn.',
    registers,
  });
  return ({ lagMs, waitMs, overload }) => {
    putOff.set({ what: 'campaigns' }, overload === null ? 0 : 1);
    putOff.set({ what: 'reports' }, overload?.putOff === 'campaigns-and-reports' ? 1 : 0);
    lag.set(lagMs / 1_000);
    wait.set(waitMs / 1_000);
  };
}
