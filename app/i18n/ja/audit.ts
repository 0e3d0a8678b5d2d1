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
  'round.frame_set': '標本設計(人口の内訳)を登録した',
  'round.opened': '受付を始めた',
  'round.closed': '受付を終えた',
  'round.finalised': '結果を確定した',
  'codes.ordered': '回答コードをつくった',
  'codes.exported': '回答コードを書き出した',
  'codes.sealed': '回答コードに封をした',
  'letter.withdrawn': '手紙の回答コードを取り消した',
  'letter.reissued': '手紙の回答コードをつくり直した',
  'reminder.exported': '再度のお知らせの一覧を書き出した',
  'records.entered': '区の記録を入力した',
  'paper.keyed': '紙の調査票を入力した',
  'paper.settled': '紙の調査票の不一致を確認した',
  'paper.discarded': '紙の調査票の入力を取り消した',
  'paper.settler_changed': '不一致を確認できる人を変えた',
  'import.started': '表の取り込みを始めた',
  'import.stored': '表を取り込んだ',
  'device.added': '窓口の端末を登録した',
  'device.pairing_code_made': '端末のペアリングコードを出した',
  'device.paired': '端末をつないだ',
  'device.assigned': '端末の調査回を変えた',
  'device.revoked': '端末を止めた',
} as const satisfies Readonly<Record<`${string}.${string}`, string>>;

export type AuditAction = keyof typeof auditActionNames;

/** The Japanese name of a stored action; one that this version does not know stays as it is. */
export const auditActionName = (action: string): string =>
  (auditActionNames as Readonly<Record<string, string>>)[action] ?? action;

const detailNames: Readonly<Record<string, string>> = {
  device: '端末',
  steps: '認証の段階',
  step: '失敗した段階',
  isDisabled: '利用停止中',
  nLeft: '残りの回復コード',
  nEnded: '終わらせたログイン',
  byLink: 'リンクで設定',
  name: 'ログイン名',
  role: '権限',
  from: '変更前',
  to: '変更後',
  title: '名前',
  fiscalYear: '年度',
  questionnaireHash: '調査票のハッシュ',
};

/** The Japanese name of a detail; one without stays as it is. */
export const auditDetailName = (name: string): string => detailNames[name] ?? name;
