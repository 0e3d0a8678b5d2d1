import { dateFields } from '#app/components/form/kinds/date/fields.tsx';
import type { KindFields } from '#app/components/form/kinds/kind-fields.ts';
import { longTextFields } from '#app/components/form/kinds/long-text/fields.tsx';
import { multipleFields } from '#app/components/form/kinds/multiple/fields.tsx';
import { numberFields } from '#app/components/form/kinds/number/fields.tsx';
import { scaleFields } from '#app/components/form/kinds/scale/fields.tsx';
import { shortTextFields } from '#app/components/form/kinds/short-text/fields.tsx';
import { singleFields } from '#app/components/form/kinds/single/fields.tsx';
import type { QuestionKind, QuestionOfKind } from '#surveys/questionnaire/definition.ts';

/** The registry of the kinds by how they look. */
const fields: { readonly [K in QuestionKind]: KindFields<QuestionOfKind<K>> } = {
  single: singleFields,
  multiple: multipleFields,
  scale: scaleFields,
  number: numberFields,
  date: dateFields,
  short_text: shortTextFields,
  long_text: longTextFields,
};

export const fieldsOfKind = <K extends QuestionKind>({
  kind,
}: {
  readonly kind: K;
}): KindFields<QuestionOfKind<K>> => fields[kind];
