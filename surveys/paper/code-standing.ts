import type { CodeVerdict } from '#surveys/round/code-verdict.ts';

/** Whether a form could be accepted with the code it was keyed with; `none`: it was keyed without one. */
export type CodeStanding = CodeVerdict | 'none';

/** Whether nothing speaks against the code of a form. */
export const isAcceptable = (standing: CodeStanding): boolean => standing === 'usable' || standing === 'none';
