/** Names of the fields of one row of strata. */
export const stratumField = (part: 'name' | 'population' | 'issued', row: number) => `stratum-${part}-${row}`;
