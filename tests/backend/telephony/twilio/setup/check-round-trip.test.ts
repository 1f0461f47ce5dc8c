import { describe, expect, it } from 'vitest';
import { checkRoundTrip } from '../../../../../backend/telephony/twilio/setup/check-round-trip.ts';
import { remedies, said } from '../../../../support/set-up-bench.ts';

const publicUrl = 'https://calls.example.com';

function unreached(code: string) {
  return checkRoundTrip({
    publicUrl,
    word: 'word',
    answeredBy: 'server',
    fetched: { type: 'unreached', code },
  });
}

describe('checkRoundTrip', () => {
  it.each([
    ['ENOTFOUND', 'PUBLIC_URL has a host name that is not known (ENOTFOUND).'],
    ['TimeoutError', 'PUBLIC_URL does not answer within 15 s.'],
    [
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'PUBLIC_URL speaks http there, and not https (ERR_SSL_WRONG_VERSION_NUMBER).',
    ],
    ['ECONNRESET', 'PUBLIC_URL cannot be reached (ECONNRESET).'],
  ])('puts %s into words', (code, sentence) => {
    expect(said(unreached(code), 'wrong')).toEqual([sentence]);
  });

  it.each([
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ])('asks for another certificate after %s', (code) => {
    expect(remedies(unreached(code))).toEqual([
      expect.stringContaining('a certificate of a public authority'),
    ]);
  });

  it('finds an answer slow that a customer would notice', () => {
    const findings = checkRoundTrip({
      publicUrl,
      word: 'word',
      answeredBy: 'stand-in',
      fetched: {
        type: 'answered',
        status: 200,
        contentType: 'text/xml',
        body: 'a word',
        location: null,
        tookMs: 1_400,
      },
    });

    expect(findings.map(({ type }) => type)).toEqual(['right', 'advice']);
  });
});
