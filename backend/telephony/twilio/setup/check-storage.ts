import { type Finding, right, wrong } from './finding.ts';

/** Keeps something, reads it back and deletes it: what is wrong with the storage of recordings, in its own words; null for nothing. */
export type TryStorage = () => Promise<string | null>;

/** Only where recordings are kept elsewhere than in our own folder. */
export async function* checkStorage(tryStorage: TryStorage | null): AsyncGenerator<Finding> {
  if (tryStorage === null) return;
  const problem = await tryStorage();
  if (problem === null) {
    yield right({
      en: 'The storage for recordings keeps, gives back and deletes.',
      ja: '録音の保存先に、保存、読み出し、削除ができます。',
    });
    return;
  }
  yield wrong(
    {
      en: `The storage for recordings does not work: ${problem}.`,
      ja: `録音の保存先が使えません: ${problem}。`,
    },
    {
      en: 'Compare the RECORDING_S3_ settings with the bucket, its region and what its key is allowed to do: get, put and delete objects.',
      ja: 'RECORDING_S3_ の設定を、バケット、そのリージョン、キーの権限(オブジェクトの取得、保存、削除)と見比べてください。',
    },
  );
}
