/** Fields of the keying form that are not questions; a question's field is named by its id. */
export const keyingFields = {
  serial: '_serial',
  batch: '_batch',
  code: '_code',
  stratum: '_stratum',
} as const;

/** How the third look decides a field: by one of the two entries, by what the paper says, or that it says nothing. */
export const choices = ['first', 'second', 'other', 'none'] as const;
export type Choice = (typeof choices)[number];

/** Two fields for each that differs: what was chosen, and what the paper says where neither is right. */
export const choiceField = (field: string): string => `choice:${field}`;
export const otherField = (field: string): string => `other:${field}`;
