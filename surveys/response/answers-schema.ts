import { z } from 'zod';

/** `Answers` as they are stored. */
export const answersSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
