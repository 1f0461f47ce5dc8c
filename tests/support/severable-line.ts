import { createServer, connect as dial, type Socket } from 'node:net';

/** A port that hands everything on to another one, as a network does that can be torn. */
export interface SeverableLine extends AsyncDisposable {
  readonly port: number;
  /** From now on it leads to this port. */
  lead(to: number): void;
  /** Breaks off everything that is on its way. What comes until it leads somewhere again is refused, or waits. */
  sever(): void;
}

/** `waits`: as with a proxy in front that holds what comes (`lb_try_duration` in resources/deployment/Caddyfile). */
export type WhileSevered = 'is-refused' | 'waits';

export async function openSeverableLine(whatComes: WhileSevered = 'is-refused'): Promise<SeverableLine> {
  const ends = new Set<Socket>();
  const waiting = new Set<Socket>();
  let target: number | null = null;

  function hold(end: Socket, other: Socket): void {
    ends.add(end);
    end.once('close', () => {
      ends.delete(end);
      other.destroy();
    });
    // What broke off is told by `close`.
    end.on('error', () => undefined);
    end.pipe(other);
  }

  function connect(caller: Socket, to: number): void {
    const called = dial({ port: to, host: '127.0.0.1', noDelay: true });
    hold(caller, called);
    hold(called, caller);
  }

  function keepWaiting(caller: Socket): void {
    waiting.add(caller);
    caller.once('close', () => waiting.delete(caller));
    caller.on('error', () => undefined);
  }

  const server = createServer({ noDelay: true }, (caller) => {
    if (target !== null) connect(caller, target);
    else if (whatComes === 'waits') keepWaiting(caller);
    else caller.resetAndDestroy();
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
      else reject(new Error('the line has no port'));
    });
  });

  function sever(): void {
    target = null;
    for (const end of [...ends, ...waiting]) end.resetAndDestroy();
  }

  return {
    port,
    sever,
    lead(to) {
      target = to;
      for (const caller of waiting) connect(caller, to);
      waiting.clear();
    },
    async [Symbol.asyncDispose]() {
      sever();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
