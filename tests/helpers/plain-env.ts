/** The environment without what Vitest adds to it: a child process must not know that it is tested. */
export function plainEnv(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|(NODE_ENV|TEST|DEV|PROD|MODE)$)/.test(name),
  );
  return Object.fromEntries(own) as NodeJS.ProcessEnv;
}
