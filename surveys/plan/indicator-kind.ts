export const indicatorKinds = ['share', 'mean', 'count'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/** The unit in which targets and published results of a kind are written. */
export const unitOfKind = { share: '%', mean: '点', count: '件' } as const satisfies Record<
  IndicatorKind,
  string
>;

export type Unit = (typeof unitOfKind)[IndicatorKind];
