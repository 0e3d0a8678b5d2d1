import { fieldsOfKind } from '#app/components/form/kinds/index.ts';
import type { QuestionFieldProps } from '#app/components/form/question-frame.tsx';
import { type FormWords, formWords } from '#app/i18n/ja/form.ts';

/** One question as its kind asks it on a screen. */
export function QuestionField({
  words = formWords,
  ...props
}: Omit<QuestionFieldProps, 'words'> & { readonly words?: FormWords }) {
  const { Field } = fieldsOfKind(props.question);
  return <Field {...props} words={words} />;
}
