/** Tells the newest guess at what is being said from those that come late. Lost at a restart, and nothing with it. */
export interface PartialOrder {
  /** `source`: the leg that listens, or the track that is transcribed. */
  isNewest(source: string, round: number, sequence: number): boolean;
  /** The result of the round is there: what still comes of it is late. */
  closeRound(source: string, round: number): void;
  forget(source: string): void;
}

interface Position {
  readonly round: number;
  readonly sequence: number;
}

export function createPartialOrder(): PartialOrder {
  const newest = new Map<string, Position>();

  function advance(source: string, to: Position): boolean {
    const last = newest.get(source);
    if (last !== undefined && !isAfter(to, last)) return false;
    newest.set(source, to);
    return true;
  }

  return {
    isNewest: (source, round, sequence) => advance(source, { round, sequence }),
    closeRound: (source, round) => advance(source, { round, sequence: Number.POSITIVE_INFINITY }),
    forget: (source) => newest.delete(source),
  };
}

function isAfter(one: Position, other: Position): boolean {
  return one.round === other.round ? one.sequence > other.sequence : one.round > other.round;
}
