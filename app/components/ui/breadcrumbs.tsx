interface BreadcrumbsProps {
  /** From the top down; the last one is the page itself and needs no href. */
  readonly trail: readonly { readonly label: string; readonly href?: string }[];
}

export function Breadcrumbs({ trail }: BreadcrumbsProps) {
  return (
    <nav aria-label="現在位置" className="print:hidden">
      <ol className="flex flex-wrap gap-x-2 text-sm">
        {trail.map(({ label, href }, index) => (
          <li key={label} className="flex items-center gap-x-2">
            {index > 0 && <span aria-hidden="true">›</span>}
            {href === undefined ? (
              <span aria-current="page">{label}</span>
            ) : (
              <a href={href} className="inline-block py-2.5">
                {label}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
