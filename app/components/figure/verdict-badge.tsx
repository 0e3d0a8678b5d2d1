import { Badge, type BadgeTone } from '#app/components/ui/badge.tsx';
import type { IndicatorSheet } from '#surveys/evaluation/build-evaluation.ts';
import type { OfficialVerdict } from '#surveys/evaluation/official.ts';

/** An interim value below its target is no failure, so it has no colour of one. */
const toneOf: Readonly<Record<OfficialVerdict, BadgeTone>> = {
  met: 'positive',
  not_met: 'attention',
  interim: 'neutral',
  excluded: 'neutral',
  no_result: 'neutral',
};

interface VerdictBadgeProps {
  readonly sheet: IndicatorSheet;
}

export function VerdictBadge({ sheet }: VerdictBadgeProps) {
  return (
    <Badge tone={toneOf[sheet.official]} canWrap>
      {sheet.words.label}
    </Badge>
  );
}
