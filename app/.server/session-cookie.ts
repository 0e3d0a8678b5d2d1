import { createCookie } from '@remix-run/node';

const sessionHours = 12;

/** How long a log-in lasts, in milliseconds: one working day. */
export const sessionDurationMs = sessionHours * 60 * 60 * 1000;

/** The cookie that holds the session token of staff and managers. */
export const sessionCookie = (isSecure: boolean) =>
  createCookie('koebako_session', {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    path: '/',
    maxAge: sessionHours * 60 * 60,
  });
