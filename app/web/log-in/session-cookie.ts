import { createCookie } from '@remix-run/node';

/** The cookies that let their holder do something in somebody's name; the last is a paired tablet's. */
export const logInCookieNames = ['koebako_session', 'koebako_login_step', 'koebako_device'] as const;
const [sessionCookieName, loginStepCookieName, deviceCookieName] = logInCookieNames;

const sessionHours = 12;

/** How long a log-in lasts, in milliseconds: one working day. */
export const sessionDurationMs = sessionHours * 60 * 60 * 1000;

/** The cookie that holds the session token of staff and managers. */
export const sessionCookie = (isSecure: boolean) =>
  createCookie(sessionCookieName, {
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
  createCookie(loginStepCookieName, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    path: '/login',
    maxAge: loginStepDurationMs / 1000,
  });

const yearSeconds = 365 * 24 * 60 * 60;

/** The cookie that holds the token of a paired tablet. */
export const deviceCookie = (isSecure: boolean) =>
  createCookie(deviceCookieName, {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure,
    path: '/kiosk',
    maxAge: yearSeconds,
  });
