import type { ReactNode } from 'react';
import { SiteFooter } from '#app/components/ui/site-footer.tsx';
import { SiteHeader } from '#app/components/ui/site-header.tsx';

interface OfficePageProps {
  readonly area?: string;
  readonly links?: readonly { readonly href: string; readonly label: string; readonly isCurrent?: boolean }[];
  /** Right end of the header: who is signed in. */
  readonly account?: ReactNode;
  /** Between header and body: a demo banner. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of staff, manager and public pages. */
export function OfficePage({ account, banner, children, ...header }: OfficePageProps) {
  return (
    <>
      <SiteHeader {...header}>{account}</SiteHeader>
      {banner}
      <main id="main" tabIndex={-1} className="mx-auto max-w-6xl px-4 py-4 print:max-w-none print:p-0">
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
