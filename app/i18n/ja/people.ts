import type { AddressClass } from '#db/queries/session.ts';

/** Where a session comes from; the address itself is not kept. */
export const addressClassNames: Readonly<Record<AddressClass, string>> = {
  local: 'サーバー本体',
  private: '庁内などの内部ネットワーク',
  public: 'インターネット',
  unknown: '不明',
};
