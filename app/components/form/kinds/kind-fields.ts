import type { ComponentType } from 'react';
import type { QuestionFieldProps } from '#app/components/form/question-frame.tsx';
import type { Question } from '#surveys/questionnaire/definition.ts';

/** How a kind of question looks. */
export interface KindFields<Q extends Question> {
  /** On a resident's screen, on a tablet, and where the ward enters its records. */
  readonly Field: ComponentType<QuestionFieldProps<Q>>;
  /** On paper, under the question's text. */
  readonly Paper: ComponentType<{ readonly question: Q }>;
  /** What is said behind the question's text on paper: how many may be circled. */
  readonly paperNote?: (question: Q) => string;
  /** How many lines it is keyed in; one, unless said otherwise. */
  readonly keyingRows?: number;
}
