import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const self = "'self'";
const none = "'none'";

interface ConsoleSecurity {
  /** What pages talk to besides us: the Voice SDK's signalling and quality reports, or a simulator on another port. */
  readonly connectTo: readonly string[];
  /** Whether we are reached over https. */
  readonly secure: boolean;
}

/** Where the Voice SDK talks to when telephony is real. */
export const twilioHosts = ['wss://*.twilio.com', 'https://*.twilio.com'] as const;

/** Headers of every answer. Pages run our own scripts only, and talk to nobody whom they need not. */
export function consoleSecurity(options: ConsoleSecurity): MiddlewareHandler {
  const everywhere = headersWith(options, [self]);
  /** Swagger UI styles its elements one by one. */
  const documentation = headersWith(options, [self, "'unsafe-inline'"]);
  return (c, next) => (c.req.path === '/api/docs' ? documentation(c, next) : everywhere(c, next));
}

function headersWith({ connectTo, secure }: ConsoleSecurity, styleSrc: string[]): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: [none],
      scriptSrc: [self],
      styleSrc,
      imgSrc: [self, 'data:'],
      fontSrc: [self],
      mediaSrc: [self, 'blob:'],
      connectSrc: [self, ...connectTo],
      manifestSrc: [self],
      baseUri: [none],
      formAction: [self],
      frameAncestors: [none],
      objectSrc: [none],
    },
    referrerPolicy: 'same-origin',
    strictTransportSecurity: secure ? 'max-age=31536000' : false,
    permissionsPolicy: { microphone: ['self'], camera: [], geolocation: [] },
    xFrameOptions: 'DENY',
  });
}
