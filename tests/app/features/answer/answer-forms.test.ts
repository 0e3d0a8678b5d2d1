import { describe, expect, it } from 'vitest';
import {
  isFromReview,
  readDirection,
  readSubmissionKey,
  readTypedCode,
  switchedLocale,
} from '#app/features/answer/answer-forms.server.ts';
import { deviceOf } from '#app/features/answer/lead-on.server.ts';

const form = (fields: Readonly<Record<string, string>> = {}) => new URLSearchParams(fields);

describe('the fields that steer a form', () => {
  it('tell which button was pressed', () => {
    expect(readDirection(form())).toEqual({ direction: 'next' });
    expect(readDirection(form({ _go: 'next' }))).toEqual({ direction: 'next' });
    expect(readDirection(form({ _go: 'back' }))).toEqual({ direction: 'back' });
    expect(readDirection(form({ _go: 'lang:en' }))).toEqual({ direction: 'stay', wantedLocale: 'en' });
    expect([switchedLocale(form({ _go: 'lang:ko' })), switchedLocale(form())]).toEqual(['ko', undefined]);
  });

  it('tell an empty code from none, and look at the beginning of a long one', () => {
    expect(readTypedCode(form())).toBeUndefined();
    expect(readTypedCode(form({ _code: '' }))).toBe('');
    expect(readTypedCode(form({ _code: 'A'.repeat(1_000) }))).toHaveLength(200);
  });

  it('give a submission key only where it could be one', () => {
    const key = 'k'.repeat(43);
    expect(readSubmissionKey(form({ _key: key }))).toBe(key);
    expect(readSubmissionKey(form({ _key: 'short' }))).toBeUndefined();
    expect(readSubmissionKey(form())).toBeUndefined();
  });

  it('tell a change from the review', () => {
    expect(isFromReview(form({ _return: 'review' }))).toBe(true);
    expect(isFromReview(form({ _return: 'elsewhere' }))).toBe(false);
    expect(isFromReview(form())).toBe(false);
  });
});

describe('deviceOf', () => {
  it.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148', 'phone'],
    ['Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/120 Mobile Safari/537.36', 'phone'],
    ['Mozilla/5.0 (Linux; Android 14; SM-X700) Chrome/120 Safari/537.36', 'tablet'],
    ['Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) Mobile/15E148', 'tablet'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120', 'computer'],
    ['', 'computer'],
  ])('knows %j as a %s', (userAgent, device) => {
    const request = new Request('http://localhost/', { headers: { 'User-Agent': userAgent } });
    expect(deviceOf(request)).toBe(device);
  });
});
