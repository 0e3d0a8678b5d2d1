import type { FormWords } from '#app/i18n/ja/form.ts';

interface RequirementBadgeProps {
  readonly isRequired: boolean;
  readonly words: FormWords;
}

export function RequirementBadge({ isRequired, words }: RequirementBadgeProps) {
  return isRequired ? (
    <span className="required">※{words.required}</span>
  ) : (
    <span className="optional">{words.optional}</span>
  );
}
