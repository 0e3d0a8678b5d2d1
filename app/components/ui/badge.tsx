import type { ReactNode } from 'react';

export type BadgeTone = 'neutral' | 'positive' | 'attention' | 'strong' | 'demo';

const toneClass: Readonly<Record<BadgeTone, string>> = {
  neutral: 'border-solid-gray-600 bg-white text-solid-gray-800',
  positive: 'border-success-2 bg-white text-green-900',
  attention: 'border-warning-orange-2 bg-white text-orange-900',
  strong: 'border-key-900 bg-white text-key-900',
  demo: 'border-yellow-300 bg-yellow-300 text-black',
};

interface BadgeProps {
  readonly tone?: BadgeTone;
  /** For words that do not fit one line of a table cell. */
  readonly canWrap?: boolean;
  readonly children: ReactNode;
}

export function Badge({ tone = 'neutral', canWrap = false, children }: BadgeProps) {
  return (
    <span
      className={`inline-block rounded-4 border px-2 text-sm leading-[1.6] font-700${canWrap ? '' : ' whitespace-nowrap'} ${toneClass[tone]}`}
    >
      {children}
    </span>
  );
}

const statuses = {
  provisional: { label: '速報値', tone: 'attention' },
  final: { label: '確定値', tone: 'strong' },
  published: { label: '公表値', tone: 'strong' },
  demo: { label: 'デモ', tone: 'demo' },
  reference: { label: '参考値', tone: 'neutral' },
} as const;

interface StatusBadgeProps {
  readonly status: keyof typeof statuses;
}

/** What kind of figure stands beside it. */
export function StatusBadge({ status }: StatusBadgeProps) {
  const { label, tone } = statuses[status];
  return <Badge tone={tone}>{label}</Badge>;
}
