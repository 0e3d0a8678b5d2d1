import { describe, expect, it } from 'vitest';
import { auditActionName, auditActionNames, auditDetailName } from '#app/i18n/ja/audit.ts';
import {
  auditActions,
  auditObjectTypes,
  readAuditAction,
  readAuditObjectType,
  storedName,
} from '#surveys/audit/actions.ts';

/** Names that every object inherits, and that must not be taken for entries of a table. */
const inherited = ['constructor', '__proto__', 'toString'];

describe('the vocabulary of the audit log', () => {
  it('has every action once, in words too, and in the same order', () => {
    expect(new Set(auditActions).size).toBe(auditActions.length);
    expect(Object.keys(auditActionNames)).toEqual([...auditActions]);
  });

  it('reads what it knows', () => {
    expect(auditActions.map(readAuditAction)).toEqual([...auditActions]);
    expect(auditObjectTypes.map(readAuditObjectType)).toEqual([...auditObjectTypes]);
  });

  it.each(['round.moved_to_mars', '', ...inherited])('keeps the foreign name "%s" as written', (name) => {
    expect(storedName(readAuditAction(name))).toBe(name);
    expect(storedName(readAuditObjectType(name))).toBe(name);
    expect(auditActionName(readAuditAction(name))).toBe(name);
    expect(auditDetailName(name)).toBe(name);
  });
});
