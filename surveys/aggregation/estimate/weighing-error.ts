import type { Merge } from '#surveys/round/frame.ts';
import type { EmptyCategory } from '#surveys/round/margins-merge.ts';
import type { CalibrationError } from './margin.ts';

/** Why the live page shows the plain figure only; each variant names what is at fault. */
export type WeighingError =
  | CalibrationError
  | { readonly kind: 'no-respondents' }
  | { readonly kind: 'unknown-stratum'; readonly stratum: string }
  | {
      readonly kind: 'more-respondents-than-people';
      readonly stratum: string;
      readonly n: number;
      readonly population: number;
    }
  | { readonly kind: 'stratum-without-respondents'; readonly stratum: string; readonly offer: Merge | null }
  | { readonly kind: 'categories-without-respondents'; readonly empty: readonly EmptyCategory[] }
  | { readonly kind: 'trimming-impossible' };
