import type { AgentId, ClientId } from '../contract/ids.ts';

/** `reachable`: a softphone can be rung that could not be a moment before. `signed-out`: a console will not come back by itself. */
export type ConnectionChange = 'reachable' | 'signed-out' | 'other';

/**
 * Which consoles are connected now, and whether their softphones are registered. In memory: a restart disconnects them all. Once disposed
 * it stays as it is, because a console that leaves a server which stops is not gone.
 */
export interface Connections extends Disposable {
  /** After a restart: these could be reached before it, and have the time of a reload to be so again. */
  presume(agentIds: readonly AgentId[]): void;
  /** A console opened a WebSocket. One that reconnects may have two for a moment. */
  connected(agentId: AgentId, clientId: ClientId): void;
  /** It lost one. Only after a while without any does it count as gone, so that a reload or a weak network changes nothing. */
  disconnected(agentId: AgentId, clientId: ClientId): void;
  softphone(agentId: AgentId, clientId: ClientId, registered: boolean): void;
  /** The console's session is over: it is gone at once. */
  signedOut(agentId: AgentId, clientId: ClientId): void;
  /** Whether the agent has a console, or had one so lately that it may be back in a moment. */
  knows(agentId: AgentId): boolean;
  /** Whether a softphone of the agent can be rung, or could be so lately that this says nothing. */
  isReachable(agentId: AgentId): boolean;
  /** The console whose softphone to ring: the preferred one if it can be, else of those that are connected the one that registered last. */
  reachableClient(agentId: AgentId, preferred?: ClientId): ClientId | null;
  /** Calls `listener` after each change that presence may follow from; returns its undo. */
  onChange(listener: (agentId: AgentId, change: ConnectionChange) => void): () => void;
}

interface Client {
  readonly clientId: ClientId;
  sockets: number;
  softphone: boolean;
  departure: NodeJS.Timeout | undefined;
}

const patienceMs = 5_000;

/** Of each agent's clients the one that registered last is the last. */
type ClientsOf = Map<AgentId, readonly Client[]>;

export function createConnections(graceMs = patienceMs): Connections {
  const clientsOf: ClientsOf = new Map();
  const listeners = new Set<(agentId: AgentId, change: ConnectionChange) => void>();
  const presumed = new Set<AgentId>();
  let presumption: NodeJS.Timeout | undefined;
  let frozen = false;

  function changed(agentId: AgentId, change: ConnectionChange = 'other'): void {
    for (const listener of listeners) listener(agentId, change);
  }

  function reachableClient(agentId: AgentId, preferred?: ClientId): ClientId | null {
    const registered = (clientsOf.get(agentId) ?? []).filter((client) => client.softphone);
    const wanted = registered.find(({ clientId }) => clientId === preferred);
    const client = wanted ?? registered.findLast(({ sockets }) => sockets > 0) ?? registered.at(-1);
    return client?.clientId ?? null;
  }

  return {
    presume(agentIds) {
      for (const agentId of agentIds) presumed.add(agentId);
      presumption = setTimeout(() => {
        const missing = [...presumed];
        presumed.clear();
        for (const agentId of missing) changed(agentId);
      }, graceMs);
    },
    connected(agentId, clientId) {
      if (frozen) return;
      const known = find(clientsOf, agentId, clientId);
      if (known) {
        known.sockets += 1;
        clearTimeout(known.departure);
      } else {
        const client = { clientId, sockets: 1, softphone: false, departure: undefined };
        clientsOf.set(agentId, [client, ...(clientsOf.get(agentId) ?? [])]);
      }
      changed(agentId, known?.softphone && known.sockets === 1 ? 'reachable' : 'other');
    },
    disconnected(agentId, clientId) {
      if (frozen) return;
      const client = find(clientsOf, agentId, clientId);
      if (!client) return;
      client.sockets -= 1;
      if (client.sockets > 0) return;
      client.departure = setTimeout(() => {
        remove(clientsOf, agentId, client);
        changed(agentId);
      }, graceMs);
    },
    softphone(agentId, clientId, registered) {
      const client = find(clientsOf, agentId, clientId);
      if (!client || client.softphone === registered) return;
      client.softphone = registered;
      remove(clientsOf, agentId, client);
      clientsOf.set(agentId, [...(clientsOf.get(agentId) ?? []), client]);
      if (registered) presumed.delete(agentId);
      changed(agentId, registered ? 'reachable' : 'other');
    },
    signedOut(agentId, clientId) {
      const client = find(clientsOf, agentId, clientId);
      if (!client) return;
      clearTimeout(client.departure);
      remove(clientsOf, agentId, client);
      changed(agentId, 'signed-out');
    },
    knows: (agentId) => clientsOf.has(agentId) || presumed.has(agentId),
    isReachable: (agentId) => presumed.has(agentId) || reachableClient(agentId) !== null,
    reachableClient,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [Symbol.dispose]() {
      frozen = true;
      clearTimeout(presumption);
      for (const client of [...clientsOf.values()].flat()) clearTimeout(client.departure);
      listeners.clear();
    },
  };
}

function find(clientsOf: ClientsOf, agentId: AgentId, clientId: ClientId): Client | undefined {
  return clientsOf.get(agentId)?.find((client) => client.clientId === clientId);
}

function remove(clientsOf: ClientsOf, agentId: AgentId, client: Client): void {
  const rest = (clientsOf.get(agentId) ?? []).filter((other) => other !== client);
  if (rest.length === 0) clientsOf.delete(agentId);
  else clientsOf.set(agentId, rest);
}
