/** Where a role goes after logging in. */
export const landingPage = (role: string) => (role === 'manager' ? '/manager' : '/staff');

const anySite = 'http://koebako.invalid';

/**
 * A path of this site to go on to, or undefined: never another site's address, however it is written. Browsers
 * drop tabs and line breaks, take `\` for `/`, and read two slashes at the start as a host.
 */
export function localPath(next: string | null): string | undefined {
  if (next === null || !next.startsWith('/') || /\p{Cc}/u.test(next)) return undefined;
  if (!URL.canParse(next, anySite)) return undefined;
  const { origin, pathname, search } = new URL(next, anySite);
  return origin === anySite && /^\/[^/]/.test(pathname) ? pathname + search : undefined;
}
