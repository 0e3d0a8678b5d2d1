import type { ReactNode } from 'react';
import { DemoBanner } from '#app/components/ui/demo-banner.tsx';

/** What every resident page needs to know of its round. */
export interface RoundHead {
  readonly roundId: string;
  readonly title: string;
  readonly wardOffice: string;
  readonly isDemo: boolean;
}

/** The frame of a resident's page: who asks, then the page's one thing to do. */
export function ResidentPage({ head, children }: { readonly head: RoundHead; readonly children: ReactNode }) {
  return (
    <>
      {head.isDemo && <DemoBanner />}
      <header className="mx-auto max-w-2xl px-4 pt-3 text-sm text-solid-gray-700">{head.wardOffice}</header>
      <main id="main" className="mx-auto max-w-2xl px-4 pb-16">
        {children}
      </main>
    </>
  );
}
