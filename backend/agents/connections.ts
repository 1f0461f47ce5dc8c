import type { AgentId, ClientId } from '../contract/ids.ts';

/** Which consoles are connected now, and whether their softphones are registered. In memory: a restart disconnects them all. */
export interface Connections extends Disposable {
  /** A console opened a WebSocket. One that reconnects may have two for a moment. */
  connected(agentId: AgentId, clientId: ClientId): void;
  /** It lost one. Only after a while without any does it count as gone, so that a reload or a weak network changes nothing. */
  disconnected(agentId: AgentId, clientId: ClientId): void;
  softphone(agentId: AgentId, clientId: ClientId, registered: boolean): void;
  /** The console whose softphone to ring: the preferred one if it can be, else of those that are connected the one that registered last. */
  reachableClient(agentId: AgentId, preferred?: ClientId): ClientId | null;
  /** Calls `listener` after each change that presence may follow from; returns its undo. */
  onChange(listener: (agentId: AgentId) => void): () => void;
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
  const listeners = new Set<(agentId: AgentId) => void>();

  function changed(agentId: AgentId): void {
    for (const listener of listeners) listener(agentId);
  }

  return {
    connected(agentId, clientId) {
      const known = find(clientsOf, agentId, clientId);
      if (known) {
        known.sockets += 1;
        clearTimeout(known.departure);
      } else {
        const client = { clientId, sockets: 1, softphone: false, departure: undefined };
        clientsOf.set(agentId, [client, ...(clientsOf.get(agentId) ?? [])]);
      }
      changed(agentId);
    },
    disconnected(agentId, clientId) {
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
      changed(agentId);
    },
    reachableClient(agentId, preferred) {
      const registered = (clientsOf.get(agentId) ?? []).filter((client) => client.softphone);
      const wanted = registered.find(({ clientId }) => clientId === preferred);
      const client = wanted ?? registered.findLast(({ sockets }) => sockets > 0) ?? registered.at(-1);
      return client?.clientId ?? null;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [Symbol.dispose]() {
      for (const client of [...clientsOf.values()].flat()) clearTimeout(client.departure);
      clientsOf.clear();
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
