import type { ReactNode } from 'react';

type ButtonVariant = 'solid' | 'outline' | 'text';

const variantClass: Readonly<Record<ButtonVariant, string>> = {
  solid: 'button button-solid',
  outline: 'button',
  text: 'button button-text',
};

interface ButtonProps {
  readonly variant?: ButtonVariant;
  /** Told to the server when a form has several buttons. */
  readonly name?: string;
  readonly value?: string;
  /** Sends without the browser's own checks: going back must not ask for answers first. */
  readonly formNoValidate?: boolean;
  readonly children: ReactNode;
}

export function Button({ variant = 'solid', children, ...attributes }: ButtonProps) {
  return (
    <button type="submit" className={variantClass[variant]} {...attributes}>
      {children}
    </button>
  );
}

interface ButtonLinkProps {
  readonly href: string;
  readonly variant?: ButtonVariant;
  readonly children: ReactNode;
}

/** A link that is the main thing to do on its page. */
export function ButtonLink({ href, variant = 'solid', children }: ButtonLinkProps) {
  return (
    <a href={href} className={variantClass[variant]}>
      {children}
    </a>
  );
}
