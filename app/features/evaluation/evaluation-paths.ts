/** Addresses of one evaluation: page, section pages, JSON twin. */
export function evaluationPath(planId: string, fiscalYear: number): string {
  return `/plans/${planId}/evaluations/${fiscalYear}`;
}

export function sectionPath(planId: string, fiscalYear: number, sectionId: string): string {
  return `${evaluationPath(planId, fiscalYear)}/sections/${sectionId}`;
}

export function evaluationApiPath(planId: string, fiscalYear: number): string {
  return `/api/v1/plans/${planId}/evaluations/${fiscalYear}`;
}
