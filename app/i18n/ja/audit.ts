/** Every action the audit log knows, by the name it is stored under; a new action gets its line here. */
export const auditActionNames = {
  'session.opened': 'ログインした',
  'session.ended': 'ログアウトした',
  'session.refused': 'ログインに失敗した',
  'session.revoked': '端末のログインを取り消した',
  'account.invited': '利用者を招待した',
  'account.invitation_withdrawn': '招待を取り消した',
  'account.joined': '招待を受けて利用を始めた',
  'account.created_by_command': 'コマンドでアカウントを用意した',
  'account.role_changed': '権限を変えた',
  'account.disabled': '利用を止めた',
  'account.enabled': '利用を再開した',
  'account.password_changed': 'パスワードを変えた',
  'account.password_link_made': 'パスワード再設定のリンクをつくった',
  'account.totp_enabled': '二段階認証を始めた',
  'account.totp_disabled': '二段階認証をやめた',
  'account.recovery_codes_renewed': '回復コードをつくり直した',
  'account.recovery_code_used': '回復コードでログインした',
  'audit.exported': '操作の記録を書き出した',
  'round.launched': '調査回をつくった',
  'round.copied': '前の調査回を写した',
  'round.changed': '準備中の調査回を変えた',
  'round.approval_requested': '承認を依頼した',
  'round.returned': '準備に差し戻した',
  'round.approved': '調査回を承認した',
  'round.extended': '受付期間を延長した',
  'round.published': '結果を公表した',
  'round.opened': '受付を始めた',
  'round.closed': '受付を終えた',
  'round.finalised': '結果を確定した',
  'records.entered': '区の記録を入力した',
} as const satisfies Readonly<Record<`${string}.${string}`, string>>;

export type AuditAction = keyof typeof auditActionNames;

/** The Japanese name of a stored action; one that this version does not know stays as it is. */
export const auditActionName = (action: string): string =>
  (auditActionNames as Readonly<Record<string, string>>)[action] ?? action;
