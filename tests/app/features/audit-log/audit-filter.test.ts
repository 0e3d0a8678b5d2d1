import { describe, expect, it } from 'vitest';
import { auditPath, parseAuditFilter } from '#app/features/audit-log/audit-filter.ts';

describe('the filter of the audit log', () => {
  it('is read from the address and written back', () => {
    const search = new URLSearchParams(
      'actor=a1&action=round.opened&object=r1&from=2026-11-01&to=2026-11-30',
    );
    expect(auditPath('/admin/audit', parseAuditFilter(search))).toBe(`/admin/audit?${search}`);
    expect(parseAuditFilter(new URLSearchParams('before=51')).before).toBe(51);
  });

  it('does not narrow by what it cannot read', () => {
    const search = new URLSearchParams('actor=&from=2026-13-99&to=yesterday&before=-3');
    expect(auditPath('/admin/audit', parseAuditFilter(search))).toBe('/admin/audit');
  });
});
