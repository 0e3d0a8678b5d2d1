import type { KindFields } from '#app/components/form/kinds/kind-fields.ts';
import { lengthHint } from '#app/components/form/kinds/length-hint.ts';
import { LineFrame, lineAttributes, valuesOf } from '#app/components/form/question-frame.tsx';
import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';

export const longTextFields: KindFields<QuestionOfKind<'long_text'>> = {
  Field(props) {
    const hint = lengthHint(props.question.maxLength, valuesOf(props)[0] ?? '', props.words);
    return (
      <LineFrame {...props} hint={hint}>
        <textarea {...lineAttributes({ ...props, hint })} className="input" rows={6} />
      </LineFrame>
    );
  },
  Paper: () => <div className="paper-writing paper-writing-long" />,
  keyingRows: 2,
};
