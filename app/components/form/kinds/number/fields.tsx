import type { KindFields } from '#app/components/form/kinds/kind-fields.ts';
import { LineFrame, lineAttributes } from '#app/components/form/question-frame.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { localize } from '#surveys/text.ts';

export const numberFields: KindFields<QuestionOfKind<'number'>> = {
  Field(props) {
    const { question, locale, words } = props;
    const hint = words.numberRange(question.min, question.max);
    return (
      <LineFrame {...props} hint={hint}>
        <span className="flex items-center gap-2">
          <input
            {...lineAttributes({ ...props, hint })}
            className="input max-w-40"
            inputMode={question.isInteger ? 'numeric' : 'decimal'}
            autoComplete="off"
          />
          {question.unit && (
            <span>
              <Furigana text={localize(question.unit, locale)} />
            </span>
          )}
        </span>
      </LineFrame>
    );
  },
  Paper: ({ question }) => (
    <p className="paper-line">
      <span className="paper-blank" />
      {question.unit?.ja}({question.min}~{question.max})
    </p>
  ),
};
