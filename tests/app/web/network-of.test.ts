import { expect, it } from 'vitest';
import { networkOf } from '#app/web/network-of.ts';

it.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001::3:4:5:6:7:8', '2001:0:3:4'],
  ['::1', '0:0:0:0'],
])('counts %s as the network %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

it.each(['192.0.2.1', '::ffff:192.0.2.1', ''])('leaves “%s” as it is', (ip) => {
  expect(networkOf(ip)).toBe(ip);
});
