/** As many strata can be typed by hand; more come as a file. */
export const maximumStrata = 10;

/** Names of the fields of one row of strata. */
export const stratumField = (part: 'name' | 'population' | 'issued', row: number) => `stratum-${part}-${row}`;
