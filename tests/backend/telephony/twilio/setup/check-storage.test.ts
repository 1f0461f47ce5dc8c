import { describe, expect, it } from 'vitest';
import {
  checkStorage,
  type TryStorage,
} from '../../../../../backend/telephony/twilio/setup/check-storage.ts';
import type { Finding } from '../../../../../backend/telephony/twilio/setup/finding.ts';

async function found(tryStorage: TryStorage | null): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for await (const finding of checkStorage(tryStorage)) findings.push(finding);
  return findings;
}

describe('checkStorage', () => {
  it('says nothing where recordings are kept in our own folder', async () => {
    expect(await found(null)).toEqual([]);
  });

  it('says that storage works', async () => {
    const [finding] = await found(async () => null);

    expect(finding).toMatchObject({
      type: 'right',
      about: {
        en: 'The storage for recordings keeps, gives back and deletes.',
        ja: '録音の保存先に、保存、読み出し、削除ができます。',
      },
    });
  });

  it('says in its own words why storage does not, and what to compare', async () => {
    const [finding] = await found(async () => 'the storage answered 403 SignatureDoesNotMatch');

    expect(finding).toMatchObject({
      type: 'wrong',
      about: {
        en: 'The storage for recordings does not work: the storage answered 403 SignatureDoesNotMatch.',
        ja: '録音の保存先が使えません: the storage answered 403 SignatureDoesNotMatch。',
      },
      remedy: { en: expect.stringContaining('RECORDING_S3_'), ja: expect.stringContaining('RECORDING_S3_') },
    });
  });
});
