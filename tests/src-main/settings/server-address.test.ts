import { describe, expect, it } from 'vitest';
import { parseServerAddress } from '../../../src-main/settings/server-address.ts';

describe('parseServerAddress', () => {
  it.each([
    ['https://calls.example', 'https://calls.example'],
    ['  https://calls.example:8443/console?x#y ', 'https://calls.example:8443'],
    ['calls.example', 'https://calls.example'],
    ['http://localhost:8787', 'http://localhost:8787'],
    ['http://127.0.0.1:8787/', 'http://127.0.0.1:8787'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
  ])('takes %j as %s', (text, origin) => {
    expect(parseServerAddress(text)).toEqual({ kind: 'address', origin });
  });

  it.each(['http://calls.example', 'http://192.168.0.2:8787', 'http://localhost.example'])(
    'refuses %s, which would send the session readable over the network',
    (text) => {
      expect(parseServerAddress(text)).toEqual({ kind: 'refused', problem: 'not-encrypted' });
    },
  );

  it.each(['', 'two words', 'ftp://calls.example', 'file:///etc/passwd', 'https://'])(
    'refuses %j, which is no address of a server',
    (text) => {
      expect(parseServerAddress(text)).toEqual({ kind: 'refused', problem: 'not-an-address' });
    },
  );

  it('drops a name and password from the address', () => {
    expect(parseServerAddress('https://sato:secret@calls.example')).toEqual({
      kind: 'address',
      origin: 'https://calls.example',
    });
  });
});
