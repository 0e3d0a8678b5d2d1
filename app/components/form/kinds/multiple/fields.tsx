import { ChoiceRows } from '#app/components/form/choice-rows.tsx';
import type { KindFields } from '#app/components/form/kinds/kind-fields.ts';
import { PaperOptions } from '#app/components/form/kinds/paper-options.tsx';
import { GroupFrame, valuesOf } from '#app/components/form/question-frame.tsx';
import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { localize } from '#surveys/text.ts';

export const multipleFields: KindFields<QuestionOfKind<'multiple'>> = {
  Field(props) {
    const { question, locale, words } = props;
    const { maxChoices } = question;
    const hint = maxChoices === undefined ? words.chooseMany : words.chooseUpTo(maxChoices);
    return (
      <GroupFrame {...props} role="group" hint={hint}>
        <ChoiceRows
          type="checkbox"
          name={question.id}
          choices={question.options.map(({ code, label }) => ({ code, label: localize(label, locale) }))}
          chosen={valuesOf(props)}
        />
      </GroupFrame>
    );
  },
  Paper: PaperOptions,
  paperNote: ({ maxChoices }) => (maxChoices === undefined ? '(○はいくつでも)' : `(○は${maxChoices}つまで)`),
};
