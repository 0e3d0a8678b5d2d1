interface SkipLinkProps {
  readonly label?: string;
}

/** First on every page; seen only when it has the focus. The page's main element has the id `main`. */
export function SkipLink({ label = '本文へ移動' }: SkipLinkProps) {
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:px-4 focus:py-2"
    >
      {label}
    </a>
  );
}
