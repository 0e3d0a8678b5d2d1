import { RemixBrowser } from '@remix-run/react';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';

// NOTE: not inside startTransition, which lets keys pressed meanwhile interrupt the hydration: React 18 then now
// and then gives the page up ("Root did not complete"), and whoever keys forms has begun before it is done.
hydrateRoot(
  document,
  <StrictMode>
    <RemixBrowser />
  </StrictMode>,
);
