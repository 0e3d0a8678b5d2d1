import { z } from 'zod';

const typesetting = /\*\*|[⁰¹²³⁴⁵⁶⁷⁸⁹]/u;

/**
 * A text quoted word for word from the ward's document: one line, not empty, no space around it, and without
 * the Markdown emphasis or the superscript slide numbers that came in when slides were turned into text.
 */
export const quoteSchema = z
  .string()
  .min(1)
  .refine(
    (text) => text === text.trim() && !text.includes('\n'),
    'a quote is one line without space around it',
  )
  .refine(
    (text) => !typesetting.test(text),
    'a quote carries no Markdown ** and no superscript slide number',
  );
