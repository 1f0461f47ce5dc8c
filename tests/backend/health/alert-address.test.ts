import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../backend/config/config.ts';
import { refusePrivateAddress } from '../../../backend/health/alert-address.ts';

const resolvesTo =
  (...addresses: readonly string[]) =>
  async () =>
    addresses;

describe('refusePrivateAddress', () => {
  it.each([
    '10.0.0.5',
    '172.20.1.1',
    '192.168.1.10',
    '127.0.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.5',
  ])('refuses a name that leads to %s', async (address) => {
    const sending = refusePrivateAddress('https://hooks.example.com/x', resolvesTo('93.184.216.34', address));

    await expect(sending).rejects.toThrow('private network');
  });

  it.each(['https://192.168.1.10/x', 'https://[fd00::1]/x', 'https://169.254.169.254/latest'])(
    'refuses %s',
    async (address) => {
      await expect(refusePrivateAddress(address, resolvesTo())).rejects.toThrow('private network');
    },
  );

  it.each(['http://localhost:9000/x', 'http://127.0.0.1:9000/x', 'http://[::1]:9000/x'])(
    'takes %s, which names this computer',
    async (address) => {
      await expect(refusePrivateAddress(address, resolvesTo('127.0.0.1'))).resolves.toBeUndefined();
    },
  );

  it('takes a public address', async () => {
    const sending = refusePrivateAddress(
      'https://hooks.example.com/x',
      resolvesTo('93.184.216.34', '2606:2800:220:1::1'),
    );

    await expect(sending).resolves.toBeUndefined();
  });
});

describe('ALERT_WEBHOOK_URL', () => {
  it.each(['http://hooks.example.com/x', 'ftp://localhost/x', 'http://localhost.example.com/x'])(
    'is not %s',
    (address) => {
      expect(() => parseConfig({ ALERT_WEBHOOK_URL: address })).toThrow('https');
    },
  );

  it.each(['https://hooks.example.com/x', 'http://localhost:9000/x'])('may be %s', (address) => {
    expect(parseConfig({ ALERT_WEBHOOK_URL: address }).alertWebhook).toEqual({
      address,
      mayBePrivate: false,
    });
  });
});
