/** Fields of the keying form that are not questions; a question's field is named by its id. */
export const keyingFields = {
  serial: '_serial',
  batch: '_batch',
  code: '_code',
  stratum: '_stratum',
} as const;
