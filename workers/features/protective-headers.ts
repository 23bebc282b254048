/**
 * Headers by which browsers protect people: all of them on pages, and on answers to programs those that mean something
 * there.
 */
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const pages = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'blob:', 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    // "Ingatkan lewat WhatsApp" is answered by a redirect, and Chrome holds the whole chain against this list.
    formAction: ["'self'", 'https://wa.me', 'https://api.whatsapp.com'],
  },
  referrerPolicy: 'same-origin',
  permissionsPolicy: { camera: ['self'], geolocation: ['self'], microphone: [] },
  crossOriginResourcePolicy: false,
  // For browsers that nobody has any more; on a slow network every answer would carry them.
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
  // A served file brings a stricter policy of its own.
  overwrite: false,
});

/** What OWASP's REST cheat sheet asks of JSON; fewer bytes on a slow network. */
const programs = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  referrerPolicy: 'no-referrer',
  crossOriginOpenerPolicy: false,
  crossOriginResourcePolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
  overwrite: false,
});

export const protectiveHeaders: MiddlewareHandler = (c, next) =>
  (c.req.path.startsWith('/api/') ? programs : pages)(c, next);
