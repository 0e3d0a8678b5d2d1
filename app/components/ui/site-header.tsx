import type { ReactNode } from 'react';
import { SkipLink } from '#app/components/ui/skip-link.tsx';

interface SiteHeaderProps {
  /** The area: 区政評価, 職員, 区長・管理職. */
  readonly area?: string;
  readonly links?: readonly { readonly href: string; readonly label: string; readonly isCurrent?: boolean }[];
  /** Right end: who is signed in, the log-out form. */
  readonly children?: ReactNode;
}

export function SiteHeader({ area, links = [], children }: SiteHeaderProps) {
  return (
    <header className="border-b border-solid-gray-200 bg-white print:hidden">
      <SkipLink />
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2">
        <a
          href="/"
          className="inline-flex min-h-11 items-center gap-2 text-lg font-700 text-black no-underline"
        >
          <img src="/favicon.svg" alt="" width="28" height="28" />
          声箱
          {area && <span className="text-base font-400 text-solid-gray-700">{area}</span>}
        </a>
        {links.length > 0 && (
          <nav aria-label="主なページ" className="flex flex-wrap gap-x-4">
            {links.map(({ href, label, isCurrent }) => (
              <a
                key={href}
                href={href}
                className="inline-flex min-h-11 items-center"
                aria-current={isCurrent ? 'page' : undefined}
              >
                {label}
              </a>
            ))}
          </nav>
        )}
        {children && <div className="ml-auto">{children}</div>}
      </div>
    </header>
  );
}
