interface TargetBarProps {
  /** Ends of the axis: 0 and 1 for a share, 0 and 5 for a score. */
  readonly min: number;
  readonly max: number;
  /** null draws the empty axis with its target. */
  readonly value: number | null;
  readonly target: number | null;
  readonly interval?: { readonly lower: number; readonly upper: number } | null;
  /** The whole chart in words; figures stand beside it as text, too. */
  readonly description: string;
  readonly size?: 'compact' | 'large';
  /** Written at the ends of the axis of a large bar. */
  readonly axisLabels?: readonly [min: string, max: string];
  /** Written above the target mark of a large bar: 「目標 50%」. */
  readonly targetLabel?: string;
}

const layouts = {
  compact: { height: 28, barTop: 8, barHeight: 12 },
  large: { height: 92, barTop: 30, barHeight: 32 },
} as const;

/**
 * A value on its axis with the target as a line and the interval as a whisker. Drawn with attributes in percent
 * only: it stretches with its place and needs neither script nor style attribute.
 */
export function TargetBar(props: TargetBarProps) {
  const { min, max, value, target, interval, description, size = 'compact' } = props;
  const { height, barTop, barHeight } = layouts[size];
  const middle = barTop + barHeight / 2;
  const at = (figure: number) =>
    `${(Math.min(Math.max((figure - min) / (max - min), 0), 1) * 100).toFixed(2)}%`;
  return (
    <svg role="img" aria-label={description} width="100%" height={height} className="target-bar">
      <rect className="target-bar-axis" x="0" y={barTop} width="100%" height={barHeight} />
      {value !== null && (
        <rect className="target-bar-value" x="0" y={barTop} width={at(value)} height={barHeight} />
      )}
      {interval && (
        <Whisker from={at(interval.lower)} to={at(interval.upper)} y={middle} reach={barHeight / 4} />
      )}
      {target !== null && (
        <TargetMark {...props} at={at(target)} isRight={(target - min) / (max - min) > 0.5} />
      )}
      {size === 'large' && props.axisLabels && <AxisLabels labels={props.axisLabels} y={height - 8} />}
    </svg>
  );
}

/** White under black, so that it shows on the bar as well as beside it. */
function Whisker({ from, to, y, reach }: { from: string; to: string; y: number; reach: number }) {
  const strokes = ['target-bar-whisker-halo', 'target-bar-whisker'];
  return strokes.map((className) => (
    <g key={className} className={className}>
      <line x1={from} x2={to} y1={y} y2={y} />
      <line x1={from} x2={from} y1={y - reach} y2={y + reach} />
      <line x1={to} x2={to} y1={y - reach} y2={y + reach} />
    </g>
  ));
}

function TargetMark({
  at,
  isRight,
  size = 'compact',
  targetLabel,
}: TargetBarProps & { at: string; isRight: boolean }) {
  const { barTop, barHeight } = layouts[size];
  return (
    <>
      <line className="target-bar-mark" x1={at} x2={at} y1={barTop - 6} y2={barTop + barHeight + 6} />
      {size === 'large' && targetLabel && (
        <text className="target-bar-text" x={at} y={barTop - 12} textAnchor={isRight ? 'end' : 'start'}>
          {targetLabel}
        </text>
      )}
    </>
  );
}

function AxisLabels({ labels, y }: { labels: readonly [string, string]; y: number }) {
  return (
    <>
      <text className="target-bar-text" x="0" y={y}>
        {labels[0]}
      </text>
      <text className="target-bar-text" x="100%" y={y} textAnchor="end">
        {labels[1]}
      </text>
    </>
  );
}
