import { createContext, type ReactNode, useContext } from 'react';
import type { WardNames } from '#surveys/catalog/ward.ts';

const WardContext = createContext<WardNames | undefined>(undefined);

interface WardProviderProps {
  readonly ward: WardNames;
  readonly children: ReactNode;
}

/** Tells every component of a page whose page it is. */
export function WardProvider({ ward, children }: WardProviderProps) {
  return <WardContext.Provider value={ward}>{children}</WardContext.Provider>;
}

/** What the ward is called. @throws {Error} on a page of nobody, as the one is that stands for what failed */
export function useWard(): WardNames {
  const ward = useContext(WardContext);
  if (!ward) throw new Error('the ward is known inside of a WardProvider only');
  return ward;
}
