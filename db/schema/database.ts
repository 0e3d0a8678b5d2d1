import type { AccessCodeBatchTable, AccessCodeTable } from '#db/schema/access-code.ts';
import type { AccountTable } from '#db/schema/account.ts';
import type { AuditEntryTable, AuditHeadTable } from '#db/schema/audit.ts';
import type { DayCountTable } from '#db/schema/day-count.ts';
import type { DeviceCountTable, DeviceTable } from '#db/schema/device.ts';
import type { DraftTable } from '#db/schema/draft.ts';
import type { FreeTextTable } from '#db/schema/free-text.ts';
import type { IntakeTable } from '#db/schema/intake.ts';
import type { InvitationTable } from '#db/schema/invitation.ts';
import type { PageCountTable } from '#db/schema/page-count.ts';
import type { PlanTable } from '#db/schema/plan.ts';
import type { ResponseTable } from '#db/schema/response.ts';
import type { ResultTable } from '#db/schema/result.ts';
import type { RoundTable } from '#db/schema/round.ts';
import type { RoundSetupTable } from '#db/schema/round-setup.ts';
import type { RoundStepTable } from '#db/schema/round-step.ts';
import type { AccountTotpTable, RecoveryCodeTable } from '#db/schema/second-step.ts';
import type { SessionTable } from '#db/schema/session.ts';
import type { SubmissionTable } from '#db/schema/submission.ts';
import type { TallyTable } from '#db/schema/tally.ts';

/** Every table by its name. */
export interface Database {
  plan: PlanTable;
  round: RoundTable;
  round_setup: RoundSetupTable;
  round_step: RoundStepTable;
  draft: DraftTable;
  submission: SubmissionTable;
  intake: IntakeTable;
  response: ResponseTable;
  free_text: FreeTextTable;
  tally: TallyTable;
  day_count: DayCountTable;
  page_count: PageCountTable;
  device: DeviceTable;
  device_count: DeviceCountTable;
  result: ResultTable;
  access_code: AccessCodeTable;
  access_code_batch: AccessCodeBatchTable;
  account: AccountTable;
  session: SessionTable;
  account_totp: AccountTotpTable;
  recovery_code: RecoveryCodeTable;
  invitation: InvitationTable;
  audit_entry: AuditEntryTable;
  audit_head: AuditHeadTable;
}
