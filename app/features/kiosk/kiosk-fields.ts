/** Names of the fields that go along with the answers; the underscore keeps them apart from question ids. */
export const kioskFields = { key: '_key', round: '_round', code: '_code', language: '_lang' } as const;
