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

/** How long a second step may take, in milliseconds. */
export const loginStepDurationMs = 5 * 60 * 1000;

/** The cookie that holds a log-in between password and second step, sealed. */
export const loginStepCookie = (isSecure: boolean) =>
  createCookie('koebako_login_step', {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    path: '/login',
    maxAge: loginStepDurationMs / 1000,
  });
