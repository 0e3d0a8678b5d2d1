import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition, useEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';

/** Events for which React would stop waiting and hydrate at once. */
const hurrying = [
  ...['keydown', 'keypress', 'keyup', 'input', 'textInput', 'compositionstart', 'compositionend'],
  ...['click', 'auxclick', 'dblclick', 'contextmenu', 'change', 'submit', 'reset', 'copy', 'cut', 'paste'],
  ...['mousedown', 'mouseup', 'pointerdown', 'pointerup', 'pointercancel'],
  ...['touchstart', 'touchend', 'touchcancel', 'dragstart', 'dragend', 'drop'],
];
const keepFromReact = (event: Event) => event.stopPropagation();

// NOTE: the first rendering waits for the page's data, and React 18 gives the whole page up ("Root did not
// complete") when an event makes it hurry meanwhile. Whoever keys forms has begun before: until the page is
// hydrated its events go to the browser only, which types, follows links and sends forms by itself.
for (const name of hurrying) addEventListener(name, keepFromReact, { capture: true });

function Hydrated() {
  useEffect(() => {
    for (const name of hurrying) removeEventListener(name, keepFromReact, { capture: true });
  }, []);
  return null;
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
      <Hydrated />
    </StrictMode>,
  );
});
