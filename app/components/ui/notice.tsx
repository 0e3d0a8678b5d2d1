import type { ReactNode } from 'react';

type NoticeKind = 'info' | 'success' | 'warning' | 'error';

const frame: Readonly<Record<NoticeKind, string>> = {
  info: 'border-key-900',
  success: 'border-success-2',
  warning: 'border-warning-yellow-2',
  error: 'border-error-1',
};

const kindName: Readonly<Record<NoticeKind, string>> = {
  info: 'お知らせ',
  success: '完了',
  warning: '注意',
  error: 'エラー',
};

interface NoticeProps {
  readonly kind: NoticeKind;
  readonly title?: string;
  /** What the colour says, in words; read out before the title. */
  readonly label?: string;
  /** Announced at once by a screen reader: the answer to something just done. */
  readonly isLive?: boolean;
  readonly children?: ReactNode;
}

export function Notice({ kind, title, label = kindName[kind], isLive = false, children }: NoticeProps) {
  return (
    <div
      className={`my-6 border-l-8 bg-solid-gray-50 px-4 py-3 ${frame[kind]}`}
      {...(isLive && { role: kind === 'error' ? 'alert' : 'status' })}
    >
      <span className="sr-only">{label}</span>
      {title && <p className="font-700">{title}</p>}
      {children}
    </div>
  );
}
