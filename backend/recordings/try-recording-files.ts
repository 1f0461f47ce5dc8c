import type { RecordingFiles } from './recording-files.ts';

/** Writes, reads and removes something that is no recording: why that does not work, or null. */
export async function tryRecordingFiles(files: RecordingFiles, name: string): Promise<string | null> {
  try {
    const checksum = await files.write(name, sample());
    const intact = await files.isIntact(name, checksum);
    await files.remove(name);
    return intact ? null : 'what was kept is not what was given back';
  } catch (error) {
    return reasonOf(error);
  }
}

async function* sample(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('Toritsugi looks whether recordings can be kept here.');
}

/** Of a connection that failed, the reason is in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}
