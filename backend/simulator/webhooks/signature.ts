import { createHmac } from 'node:crypto';

/** `X-Twilio-Signature`: the URL as it was configured, then every form parameter in order of its name (twilio.com/docs/usage/security). */
export function signature(authToken: string, url: string, form: Readonly<Record<string, string>>): string {
  const signed = Object.keys(form)
    .sort()
    .reduce((text, name) => `${text}${name}${form[name]}`, url);
  return createHmac('sha1', authToken).update(signed, 'utf8').digest('base64');
}
