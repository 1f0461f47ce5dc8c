import { type WebhookUrls, withOverrides } from '../webhook-urls.ts';
import type { NumberHandling, VoiceHandling } from './account-access.ts';

/** By this name we know our application and our key again. */
export const ourName = 'Toritsugi';

type Wanted = Omit<VoiceHandling, keyof Fallback> & Partial<Fallback>;
type Fallback = Pick<VoiceHandling, 'voiceFallbackUrl' | 'voiceFallbackMethod'>;

/** What the TwiML application is to do. Its status callback is left alone: each of our legs names its own, which knows whose it is. */
export function wantedOfApplication(urls: WebhookUrls, fallbackUrl: string | null): Wanted {
  return { voiceUrl: urls.aiStarted(), voiceMethod: 'POST', ...fallback(fallbackUrl) };
}

/** What happens to a call to our number. */
export function wantedOfNumber(
  urls: WebhookUrls,
  fallbackUrl: string | null,
): Wanted & Pick<NumberHandling, 'statusCallback' | 'statusCallbackMethod'> {
  return {
    voiceUrl: urls.incoming(),
    voiceMethod: 'POST',
    statusCallback: urls.incomingEnded(),
    statusCallbackMethod: 'POST',
    ...fallback(fallbackUrl),
  };
}

/** By GET: hosts of static files answer nothing else. */
function fallback(url: string | null): Partial<Fallback> {
  return url === null ? {} : { voiceFallbackUrl: withOverrides(url), voiceFallbackMethod: 'GET' };
}
