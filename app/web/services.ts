import type { Services } from '#app/fielding/services.ts';
import type { LoginThrottle } from '#app/web/log-in/login-throttle.ts';

/** What every route shares: the engine, and what only those who speak HTTP need. */
export interface WebServices extends Services {
  readonly loginThrottle: LoginThrottle;
  /** Where staff reach the server, when it is configured: where links for them lead. */
  readonly officeOrigin: string | null;
  /** True when visitors come over https, so cookies are marked Secure. */
  readonly isSecure: boolean;
}
