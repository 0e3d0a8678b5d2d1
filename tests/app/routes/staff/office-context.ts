import { randomToken } from '#app/fielding/secrets.ts';
import { sessionCookie } from '#app/web/log-in/session-cookie.ts';
import type { WebServices } from '#app/web/services.ts';
import { type Role, roles, upsertAccount } from '#db/queries/account.ts';
import { insertSession } from '#db/queries/session.ts';
import { storeCatalogPlan } from '#db/store-catalog-plan.ts';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import { type TestServices, useServices } from '#tests/helpers/services.ts';

export const startOfTests = '2026-11-22T03:00:00.000Z';

/** An office with a clerk, a manager and an admin, whose routes can be called with real requests. */
export interface Office extends Pick<TestServices, 'context' | 'setNow'> {
  readonly services: WebServices;
  /** A request as the account of a role sends it; as a stranger without one. */
  readonly request: (path: string, role?: Role, method?: string) => Request;
}

/** Opens an office on a fresh SQLite database with the ward's plan, for one test file. */
export function useOffice(options: Parameters<typeof useServices>[0] = {}): () => Office {
  const cookies = new Map<Role, string>();
  const getServices = useServices({
    now: startOfTests,
    ...options,
    async prepare(services) {
      const plan = loadPlan('surveys/catalog/konohana/plan-h27.yaml');
      await storeCatalogPlan(services.db, { plan, isDemo: false });
      for (const role of roles) cookies.set(role, await logIn(services, role));
      await options.prepare?.(services);
    },
  });
  return () => ({
    ...getServices(),
    request: (path, role, method = 'GET') =>
      new Request(`http://localhost${path}`, {
        method,
        headers: { Cookie: (role && cookies.get(role)) ?? '' },
      }),
  });
}

/** Makes an account of a role, and gives the cookie of a session of it. */
async function logIn({ db, secrets, now, isSecure }: WebServices, role: Role): Promise<string> {
  const account = { id: role, name: role, displayName: `${role}さん`, role, isDisabled: false };
  await upsertAccount(db, { ...account, passwordHash: '' });
  const token = randomToken();
  const instant = now().toISOString();
  await insertSession(db, {
    ...{ tokenHash: secrets.sessionHash(token), accountId: role },
    ...{ createdAt: instant, lastSeenAt: instant, expiresAt: '2099-01-01T00:00:00.000Z' },
    ...{ device: 'unknown', addressClass: 'unknown' },
  });
  return sessionCookie(isSecure).serialize(token);
}
