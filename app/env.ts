import { z } from 'zod';
import { eStatApiUrl } from '#app/outside/e-stat/e-stat.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Every environment variable Koebako reads, with its default. */
export const envSchema = z
  .object({
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: port.default(3000),
    DATA_DIR: z.string().min(1).default('data'),
    /** Where used codes are noted; beside the data folder, so that restoring the folder leaves it alone. */
    USED_CODE_LOG: z.string().min(1).optional(),
    DATABASE_URL: z
      .string()
      .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'sqlite:<path> か postgres://… で指定してください')
      .optional(),
    KOEBAKO_SECRET: z.string().min(32, '32文字以上の無作為な文字列を指定してください').optional(),
    ORIGIN: z
      .url({ protocol: /^https?$/ })
      .transform((url) => new URL(url).origin)
      .optional(),
    /** The office's own listener; without a port, staff pages are served together with the public ones. */
    STAFF_PORT: port.optional(),
    STAFF_HOST: z.string().min(1).optional(),
    STAFF_ORIGIN: z
      .url({ protocol: /^https?$/ })
      .transform((url) => new URL(url).origin)
      .optional(),
    TRUST_PROXY: flag.default(false),
    /** Whether a round must be approved by somebody else than who asked for it. */
    FOUR_EYES: flag.default(true),
    /** The ward that is served: a name in the catalogue, or the path of a folder like those in it. */
    WARD: z.string().min(1).optional(),
    ESTAT_APP_ID: z.string().min(1).optional(),
    ESTAT_API_URL: z.url({ protocol: /^https?$/ }).default(eStatApiUrl),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  })
  .transform((env, context) => {
    const databaseUrl = env.DATABASE_URL ?? `sqlite:${env.DATA_DIR}/koebako.db`;
    if (databaseUrl.startsWith('postgres') && env.KOEBAKO_SECRET === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['KOEBAKO_SECRET'],
        message: 'PostgreSQL を使うときは必須です(すべてのプロセスで同じ値)',
      });
      return z.NEVER;
    }
    for (const { path, message } of listStaffProblems(env)) {
      context.addIssue({ code: 'custom', path: [path], message });
    }
    return {
      ...env,
      DATABASE_URL: databaseUrl,
      USED_CODE_LOG: env.USED_CODE_LOG ?? `${env.DATA_DIR.replace(/\/+$/, '')}-used-codes.log`,
    };
  });

interface StaffSettings {
  readonly ORIGIN?: string | undefined;
  readonly STAFF_PORT?: number | undefined;
  readonly STAFF_HOST?: string | undefined;
  readonly STAFF_ORIGIN?: string | undefined;
}

/** What is missing for two listeners, or left over where there is one. */
function listStaffProblems(
  env: StaffSettings,
): readonly { readonly path: string; readonly message: string }[] {
  if (env.STAFF_PORT !== undefined) {
    return env.ORIGIN === undefined
      ? [{ path: 'ORIGIN', message: 'STAFF_PORT を使うときは必須です(案内に印刷する公開側のアドレス)' }]
      : [];
  }
  return (['STAFF_HOST', 'STAFF_ORIGIN'] as const)
    .filter((name) => env[name] !== undefined)
    .map((path) => ({ path, message: 'STAFF_PORT と一緒に指定してください' }));
}

export type Env = z.output<typeof envSchema>;

/**
 * Reads the settings from environment variables; empty strings count as unset.
 * @throws {Error} naming every variable that is wrong, and why
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = envSchema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`環境変数に誤りがあります (invalid environment variables):\n${lines.join('\n')}`);
}
