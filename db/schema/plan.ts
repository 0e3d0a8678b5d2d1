export interface PlanTable {
  id: string;
  document: string;
  content_hash: string;
  is_demo: number;
}
