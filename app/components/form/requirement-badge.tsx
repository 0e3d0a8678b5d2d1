import { Furigana } from '#app/components/ui/furigana.tsx';
import type { FormWords } from '#app/i18n/ja/form.ts';

interface RequirementBadgeProps {
  readonly isRequired: boolean;
  readonly words: FormWords;
}

export function RequirementBadge({ isRequired, words }: RequirementBadgeProps) {
  return isRequired ? (
    <span className="required">
      ※<Furigana text={words.required} />
    </span>
  ) : (
    <span className="optional">
      <Furigana text={words.optional} />
    </span>
  );
}
