/** Names of the fields that steer a form; the underscore keeps them apart from question ids. */
export const control = {
  submissionKey: '_key',
  code: '_code',
  go: '_go',
  returnTo: '_return',
} as const;
