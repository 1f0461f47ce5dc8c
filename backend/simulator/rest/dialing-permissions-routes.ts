import { Hono } from 'hono';
import type { Holdings } from '../holdings/holdings.ts';
import { notFound } from './twilio-error.ts';

/** The countries of the simulated world. */
const countries: Readonly<
  Record<string, { readonly name: string; readonly continent: string; readonly code: string }>
> = {
  JP: { name: 'Japan', continent: 'ASIA', code: '+81' },
};

/** Of Twilio's API for voice, which has a host of its own. (twilio.com/docs/voice/api/dialingpermissions-country-resource) */
export function dialingPermissionsRoutes({ account }: Pick<Holdings, 'account'>): Hono {
  return new Hono().get('/DialingPermissions/Countries/:isoCode', (c) => {
    const isoCode = c.req.param('isoCode');
    const country = countries[isoCode];
    if (country === undefined) throw notFound(c.req.path);
    const url = `https://voice.twilio.com/v1/DialingPermissions/Countries/${isoCode}`;
    return c.json({
      iso_code: isoCode,
      name: country.name,
      continent: country.continent,
      country_codes: [country.code],
      low_risk_numbers_enabled: account.mayCall.includes(isoCode),
      high_risk_special_numbers_enabled: false,
      high_risk_tollfraud_numbers_enabled: false,
      url,
      links: { highrisk_special_prefixes: `${url}/HighRiskSpecialPrefixes` },
    });
  });
}
