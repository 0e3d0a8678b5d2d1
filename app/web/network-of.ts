/**
 * The network an address is counted by: a subscriber has a whole IPv6 network of 64 bits, whose addresses
 * count as one; an IPv4 address stands for itself.
 */
export function networkOf(ip: string): string {
  if (!ip.includes(':') || ip.includes('.')) return ip;
  const [head = '', tail = ''] = ip.split('::');
  const groupsOf = (part: string) => part.split(':').filter((group) => group !== '');
  const [before, after] = [groupsOf(head), groupsOf(tail)];
  const nLeftOut = Math.max(8 - before.length - after.length, 0);
  return [...before, ...Array<string>(nLeftOut).fill('0'), ...after].slice(0, 4).join(':');
}
