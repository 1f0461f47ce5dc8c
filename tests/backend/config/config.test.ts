import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../backend/config/config.ts';

const twilio = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_API_KEY_SID: `SK${'0'.repeat(32)}`,
  TWILIO_API_KEY_SECRET: 'secret',
  TWILIO_APP_SID: `AP${'0'.repeat(32)}`,
  TWILIO_NUMBER: '+81312345678',
  PUBLIC_URL: 'https://calls.example.com/',
};

describe('parseConfig', () => {
  it('simulates telephony round the clock when nothing is set', () => {
    const config = parseConfig({});

    expect(config.carrier).toEqual({ type: 'simulated', url: null, port: 8788, speed: 1 });
    expect(config.calls.callingHours).toEqual({ type: 'always' });
    expect(config.http.publicUrl).toBe('http://localhost:8787');
    expect(config.handoff).toEqual({
      offerSeconds: 15,
      handoffSeconds: 45,
      arrivalSeconds: 6,
      returnSeconds: 8,
      telephoneSeconds: 30,
      wrapUpSeconds: 30,
    });
  });

  it('takes an empty value for one that was left out', () => {
    const config = parseConfig({ PORT: '', TWILIO_ACCOUNT_SID: '  ' });

    expect(config.http.port).toBe(8787);
    expect(config.carrier.type).toBe('simulated');
  });

  it('keeps to working hours with a real carrier', () => {
    const config = parseConfig(twilio);

    expect(config.carrier.type).toBe('twilio');
    expect(config.calls.callingHours).toEqual({ type: 'window', from: 540, to: 1_080 });
    expect(config.http.publicUrl).toBe('https://calls.example.com');
  });

  it('lists every origin that may use the API once', () => {
    const config = parseConfig({ ALLOWED_ORIGINS: 'https://a.example, http://localhost:8787,' });

    expect(config.http.allowedOrigins).toEqual([
      'http://localhost:8787',
      'http://127.0.0.1:8787',
      'app://toritsugi',
      'https://a.example',
    ]);
  });

  it.each([
    ['PORT', { PORT: 'eighty' }],
    ['PORT', { PORT: '70000' }],
    ['OFFER_SECONDS', { OFFER_SECONDS: '0' }],
    ['AI_JOINS', { AI_JOINS: 'later' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['RECORDING', { RECORDING: 'yes' }],
    ['RECORDING_NOTICE', { RECORDING_NOTICE: 'あ'.repeat(201) }],
    ['RECORDING_RETENTION_DAYS', { RECORDING_RETENTION_DAYS: '0' }],
    ['RECORDING_AT_TWILIO', { RECORDING_AT_TWILIO: 'both' }],
    ['DEFAULT_TIME_ZONE', { DEFAULT_TIME_ZONE: 'Tokyo' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'calls.example.com' }],
    ['SIMULATOR_SPEED', { SIMULATOR_SPEED: 'fast' }],
    ['AUTH_SECRET', { AUTH_SECRET: 'short' }],
    ['CALLING_HOURS', { CALLING_HOURS: '07:59-18:00' }],
    ['CALLING_HOURS', { CALLING_HOURS: '09:00-21:01' }],
    ['CALLING_HOURS', { CALLING_HOURS: '18:00-09:00' }],
    ['TWILIO_ACCOUNT_SID', { ...twilio, TWILIO_ACCOUNT_SID: 'AC123' }],
    ['TWILIO_APP_SID', { ...twilio, TWILIO_APP_SID: undefined }],
    ['PUBLIC_URL', { ...twilio, PUBLIC_URL: 'http://calls.example.com' }],
    ['SIMULATOR_URL', { ...twilio, SIMULATOR_URL: 'http://localhost:8788/simulator' }],
  ])('names %s in one sentence when it is wrong: %o', (setting, values) => {
    expect(() => parseConfig(values)).toThrow(new RegExp(`^The setting ${setting} .+\\.$`));
  });

  it('takes a spending cap with a price, and none without', () => {
    const capped = parseConfig({ DAILY_SPENDING_CAP: '5000', PRICE_PER_MINUTE: '12.5' });

    expect(parseConfig({}).spending).toEqual({ dailyCap: null, pricePerMinute: 0 });
    expect(capped.spending).toEqual({ dailyCap: 5_000, pricePerMinute: 12.5 });
    expect(() => parseConfig({ DAILY_SPENDING_CAP: '5000' })).toThrow(
      'The setting PRICE_PER_MINUTE is missing; DAILY_SPENDING_CAP needs it.',
    );
  });
});
