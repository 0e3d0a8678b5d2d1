import type { AppLoadContext } from '@remix-run/node';
import { listCategoryLabels } from '#app/features/frame/category-labels.ts';
import { type FramePreview, previewFrame } from '#app/features/frame/preview-frame.ts';
import {
  type FormError,
  type FrameForm,
  readEStatFrame,
  readPreviewedFrame,
  readUploadedFrame,
} from '#app/features/frame/read-frame-form.server.ts';
import { audit } from '#app/fielding/audit/audit.ts';
import type { Account } from '#db/queries/account.ts';
import { updateRoundFrame } from '#db/queries/round.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Frame } from '#surveys/round/frame.ts';
import type { Round } from '#surveys/round/round.ts';

export type FrameStep =
  | { readonly kind: 'saved' }
  | { readonly kind: 'locked' }
  | {
      readonly kind: 'invalid';
      readonly intent: string;
      readonly errors: readonly FormError[];
      readonly values: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'preview'; readonly preview: FramePreview; readonly errors: readonly FormError[] };

/** One step of a round's frame: read files, ask e-Stat, look at the merge plan again, or save. */
export async function editFrame(
  context: AppLoadContext,
  { by, round }: { readonly by: Account; readonly round: Round },
): Promise<FrameStep> {
  if (round.state !== 'draft') return { kind: 'locked' };
  const intent = context.form.get('intent') ?? '';
  const labels = listCategoryLabels(round.questionnaire);
  switch (intent) {
    case 'upload':
      return showStep(context, round, intent, await readUploadedFrame(context, round));
    case 'e-stat':
      return showStep(context, round, intent, await readEStatFrame(context, round));
    case 'merges':
    case 'save': {
      const edited = readPreviewedFrame(context.form);
      if (!edited.ok) {
        const carried = readPreviewedFrame(new URLSearchParams({ frame: context.form.get('frame') ?? '' }));
        if (!carried.ok) throw new Response(null, { status: 400 });
        return {
          kind: 'preview',
          preview: previewFrame(carried.frame, labels, round.populationSize),
          errors: edited.errors,
        };
      }
      const preview = previewFrame(edited.frame, labels, round.populationSize);
      if (intent === 'merges' || preview.problems.length > 0) return { kind: 'preview', preview, errors: [] };
      return saveFrame(context, { by, round, frame: edited.frame });
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

function showStep(context: AppLoadContext, round: Round, intent: string, form: FrameForm): FrameStep {
  if (form.ok) {
    const labels = listCategoryLabels(round.questionnaire);
    return { kind: 'preview', preview: previewFrame(form.frame, labels, round.populationSize), errors: [] };
  }
  const values = Object.fromEntries(context.form);
  return { kind: 'invalid', intent, errors: form.errors, values };
}

function saveFrame(
  context: AppLoadContext,
  { by, round, frame }: { readonly by: Account; readonly round: Round; readonly frame: Frame },
): Promise<FrameStep> {
  return inTransaction(context.services.db, async (tx): Promise<FrameStep> => {
    if (!(await updateRoundFrame(tx, { roundId: round.id, frame }))) return { kind: 'locked' };
    const population = frame.strata.reduce((sum, stratum) => sum + stratum.population, 0);
    await audit(context.services, tx, {
      by,
      action: 'round.frame_set',
      on: { type: 'round', id: round.id },
      detail: { source: frame.source, asOf: frame.asOf, population, nMerges: frame.merges.length },
    });
    return { kind: 'saved' };
  });
}
