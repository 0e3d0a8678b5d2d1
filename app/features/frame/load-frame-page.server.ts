import type { AppLoadContext } from '@remix-run/node';
import { type CategoryLabels, listCategoryLabels } from '#app/features/frame/category-labels.ts';
import {
  type EmptyCategoryText,
  emptyCategoryText,
  type FramePreview,
  previewFrame,
} from '#app/features/frame/preview-frame.ts';
import { weighSoFar } from '#app/fielding/rounds/frame.ts';
import { defaultStatsDataId } from '#app/outside/e-stat/e-stat.ts';
import { describeWeighingError } from '#surveys/evaluation/method-note.ts';
import { listMarginTables, type PopulationTableName } from '#surveys/round/population-files.ts';
import type { Round } from '#surveys/round/round.ts';

/** Whether the answers so far can be weighted to the frame. */
export interface WeighingStatus {
  readonly isPossible: boolean;
  readonly text: string;
  readonly empty: readonly EmptyCategoryText[];
}

export interface FramePageData {
  readonly round: Pick<Round, 'id' | 'title' | 'isDemo'>;
  readonly isEditable: boolean;
  /** A random sample: only its figures are weighted. */
  readonly isSample: boolean;
  readonly labels: CategoryLabels;
  /** The tables that can be read from files. */
  readonly files: readonly PopulationTableName[];
  readonly current: FramePreview | null;
  readonly status: WeighingStatus | null;
  readonly eStat: { readonly areaCode: string; readonly statsDataId: string };
}

/** Gathers what the frame page shows. */
export async function loadFramePage(context: AppLoadContext, round: Round): Promise<FramePageData> {
  const { id, title, isDemo, frame, questionnaire } = round;
  const labels = listCategoryLabels(questionnaire);
  return {
    round: { id, title, isDemo },
    isEditable: round.state === 'draft',
    isSample: round.design === 'probability',
    labels,
    files: [...listMarginTables(questionnaire).map(({ name }) => name), 'strata'],
    current: frame && previewFrame(frame, labels, round.populationSize),
    status: await loadStatus(context, round, labels),
    eStat: { areaCode: context.services.ward.code, statsDataId: defaultStatsDataId },
  };
}

async function loadStatus(
  context: AppLoadContext,
  round: Round,
  labels: CategoryLabels,
): Promise<WeighingStatus | null> {
  const weighing = await weighSoFar(context.services, round);
  if (weighing === null) return null;
  if (weighing.ok) {
    const n = Math.round(weighing.round.summary.effectiveN);
    return { isPossible: true, text: `いまの回答は人口に合わせて補正できます(実質${n}件分)。`, empty: [] };
  }
  const { error } = weighing;
  const empty = error.kind === 'categories-without-respondents' ? error.empty : [];
  return {
    isPossible: false,
    text: `いまの回答はまだ補正できません。${describeWeighingError(error)}`,
    empty: empty.map((entry) => emptyCategoryText(entry, labels)),
  };
}
