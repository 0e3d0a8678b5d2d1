import type { Transition } from '#surveys/round/lifecycle.ts';

/** Every action of the audit log, by the name it is stored under. Names are never changed, only added. */
export const auditActions = [
  'session.opened',
  'session.ended',
  'session.refused',
  'session.throttled',
  'session.revoked',
  'account.invited',
  'account.invitation_withdrawn',
  'account.joined',
  'account.created_by_command',
  'account.role_changed',
  'account.disabled',
  'account.enabled',
  'account.password_changed',
  'account.password_link_made',
  'account.totp_enabled',
  'account.totp_disabled',
  'account.recovery_codes_renewed',
  'account.recovery_code_used',
  'audit.exported',
  'round.launched',
  'round.copied',
  'round.changed',
  'round.approval_requested',
  'round.returned',
  'round.approved',
  'round.extended',
  'round.published',
  'round.paper_destroyed',
  'round.responses_erased',
  'round.frame_set',
  'round.opened',
  'round.closed',
  'round.finalised',
  'codes.ordered',
  'codes.exported',
  'codes.sealed',
  'letter.withdrawn',
  'letter.refused',
  'letter.reissued',
  'reminder.exported',
  'records.entered',
  'paper.keyed',
  'paper.settled',
  'paper.discarded',
  'paper.taken_back',
  'paper.superseded',
  'paper.settler_changed',
  'import.started',
  'import.stored',
  'device.added',
  'device.pairing_code_made',
  'device.paired',
  'device.assigned',
  'device.revoked',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** What an action may be done to, by the name it is stored under. */
export const auditObjectTypes = ['round', 'account', 'device'] as const;
export type AuditObjectType = (typeof auditObjectTypes)[number];

/** A stored name that this version does not know: an older or newer one wrote it, and it is shown as written. */
export interface ForeignName {
  readonly foreign: string;
}

const isOneOf = <Name extends string>(names: readonly Name[], text: string): text is Name =>
  names.some((name) => name === text);

/**
 * The action that is stored under a name; a foreign name is kept as it is.
 * @example readAuditAction('round.opened') // 'round.opened'
 * @example readAuditAction('round.of_old') // { foreign: 'round.of_old' }
 */
export const readAuditAction = (text: string): AuditAction | ForeignName =>
  isOneOf(auditActions, text) ? text : { foreign: text };

/** The type of object that is stored under a name; a foreign name is kept as it is. */
export const readAuditObjectType = (text: string): AuditObjectType | ForeignName =>
  isOneOf(auditObjectTypes, text) ? text : { foreign: text };

/** A name of the log as it is stored. */
export const storedName = (name: AuditAction | AuditObjectType | ForeignName): string =>
  typeof name === 'string' ? name : name.foreign;

/** Under which name each step of a round's life is written down. */
export const auditActionOf: Readonly<Record<Transition, AuditAction>> = {
  request: 'round.approval_requested',
  return: 'round.returned',
  approve: 'round.approved',
  open: 'round.opened',
  extend: 'round.extended',
  close: 'round.closed',
  finalise: 'round.finalised',
  publish: 'round.published',
  destroy_paper: 'round.paper_destroyed',
  erase: 'round.responses_erased',
};
