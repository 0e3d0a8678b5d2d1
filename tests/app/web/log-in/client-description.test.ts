import { describe, expect, it } from 'vitest';
import { classifyAddress, describeDevice } from '#app/web/log-in/client-description.ts';

describe('a device', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0',
      'Edge / Windows',
    ],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox / Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari / iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Mobile Safari/537.36',
      'Chrome / Android',
    ],
    ['curl/8.0', 'その他 / その他'],
    [null, 'その他 / その他'],
  ])('is told by browser and system only: %s', (userAgent, device) => {
    expect(describeDevice(userAgent)).toBe(device);
  });
});

describe('an address', () => {
  it.each([
    ['127.0.0.1', 'local'],
    ['::1', 'local'],
    ['::ffff:127.0.0.1', 'local'],
    ['10.20.30.40', 'private'],
    ['172.16.0.1', 'private'],
    ['172.32.0.1', 'public'],
    ['::ffff:192.168.1.1', 'private'],
    ['fd00::1', 'private'],
    ['203.0.113.9', 'public'],
    ['2001:db8::1', 'public'],
    ['', 'unknown'],
    ['not an address', 'unknown'],
  ])('%s is %s', (ip, addressClass) => {
    expect(classifyAddress(ip)).toBe(addressClass);
  });
});
