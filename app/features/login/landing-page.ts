/** Where a role goes after logging in. */
export const landingPage = (role: string) => (role === 'manager' ? '/manager' : '/staff');

/** A path of this site to go on to, or undefined: never another site's address. */
export function localPath(next: string | null): string | undefined {
  return next !== null && /^\/[^/\\]/.test(next) ? next : undefined;
}
