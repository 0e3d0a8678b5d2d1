/** A tablet that shows a round at the counter; its token and its pairing code are kept as keyed hashes. */
export interface DeviceTable {
  id: string;
  name: string;
  round_id: string | null;
  token_hash: string | null;
  pairing_hash: string | null;
  pairing_expires_at: string | null;
  created_at: string;
  paired_at: string | null;
  revoked_at: string | null;
  last_used_on: string | null;
}

/** How many answers came from a device; nothing joins them to answers. */
export interface DeviceCountTable {
  round_id: string;
  device_id: string;
  writer: number;
  n: number;
}
