/** The headers of a file that is saved, not shown. `name` may be in any script. */
export function attachment(name: string, type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
}

/** Makes the next piece when the last one has gone, so that a long file holds up nobody. */
export function streamed(pieces: Pieces): ReadableStream<Uint8Array> {
  const source = iterate(pieces);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    async cancel() {
      await source.return(undefined);
    },
  });
}

type Pieces = Iterable<string> | AsyncIterable<string | Uint8Array>;

async function* iterate(pieces: Pieces): AsyncGenerator<string | Uint8Array> {
  yield* pieces;
}
