import { ChoiceRows } from '#app/components/form/choice-rows.tsx';
import type { KindFields } from '#app/components/form/kinds/kind-fields.ts';
import { PaperOptions } from '#app/components/form/kinds/paper-options.tsx';
import { GroupFrame, valuesOf } from '#app/components/form/question-frame.tsx';
import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { localize } from '#surveys/text.ts';

export const singleFields: KindFields<QuestionOfKind<'single'>> = {
  Field(props) {
    const { question, locale } = props;
    return (
      <GroupFrame {...props} role="radiogroup">
        <ChoiceRows
          type="radio"
          name={question.id}
          choices={question.options.map(({ code, label }) => ({ code, label: localize(label, locale) }))}
          chosen={valuesOf(props)}
        />
      </GroupFrame>
    );
  },
  Paper: PaperOptions,
};
