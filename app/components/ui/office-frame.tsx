import type { ReactNode } from 'react';
import { Button } from '#app/components/form/button.tsx';
import { DemoBanner } from '#app/components/ui/demo-banner.tsx';
import { OfficePage } from '#app/components/ui/office-page.tsx';
import { roleNames } from '#app/i18n/ja/office.ts';
import type { Role } from '#db/queries/account.ts';

/** Who is signed in, as far as a page shows it. */
export interface SignedIn {
  readonly displayName: string;
  readonly role: Role;
}

interface OfficeFrameProps {
  readonly account: SignedIn;
  readonly isDemo?: boolean;
  readonly children: ReactNode;
}

/** The frame of the pages behind the log-in: where one may go, who one is, the way out. */
export function OfficeFrame({ account, isDemo = false, children }: OfficeFrameProps) {
  const links = [
    ...(account.role === 'manager'
      ? []
      : [
          { href: '/staff', label: '調査回' },
          { href: '/staff/devices', label: '窓口の端末' },
        ]),
    { href: '/manager', label: '集計の状況' },
    ...(account.role === 'admin'
      ? [
          { href: '/admin/people', label: '利用者' },
          { href: '/admin/audit', label: '操作の記録' },
        ]
      : []),
  ];
  return (
    <OfficePage
      area="職員用"
      links={links}
      banner={isDemo && <DemoBanner />}
      account={
        <form method="post" action="/logout" className="flex flex-wrap items-center gap-x-4">
          <a href="/account" className="inline-flex min-h-11 items-center">
            {account.displayName}({roleNames[account.role]})
          </a>
          <Button variant="text">ログアウト</Button>
        </form>
      }
    >
      {children}
    </OfficePage>
  );
}
