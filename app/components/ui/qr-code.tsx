/** Modules of white around the code, without which a reader does not find it. */
const quietZone = 4;

interface QrCodeProps {
  /** One SVG path in modules; `size` is the width of its square without the quiet zone. */
  readonly code: { readonly size: number; readonly path: string };
  /** What the code leads to, for those who cannot scan it. */
  readonly label: string;
}

export function QrCode({ code: { size, path }, label }: QrCodeProps) {
  const width = size + 2 * quietZone;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-quietZone} ${-quietZone} ${width} ${width}`}
      width={224}
      height={224}
      shapeRendering="crispEdges"
    >
      <rect x={-quietZone} y={-quietZone} width={width} height={width} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
