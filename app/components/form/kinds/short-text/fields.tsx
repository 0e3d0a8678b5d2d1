import type { KindFields } from '#app/components/form/kinds/kind-fields.ts';
import { lengthHint } from '#app/components/form/kinds/length-hint.ts';
import { LineFrame, lineAttributes, valuesOf } from '#app/components/form/question-frame.tsx';
import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';

export const shortTextFields: KindFields<QuestionOfKind<'short_text'>> = {
  Field(props) {
    const hint = lengthHint(props.question.maxLength, valuesOf(props)[0] ?? '', props.words);
    return (
      <LineFrame {...props} hint={hint}>
        <input {...lineAttributes({ ...props, hint })} className="input" autoComplete="off" />
      </LineFrame>
    );
  },
  Paper: () => <div className="paper-writing" />,
};
