import type {
  DayCountTable,
  DraftTable,
  FreeTextTable,
  IntakeTable,
  PageCountTable,
  ResponseTable,
  SubmissionTable,
  TallyTable,
} from '#db/schema/answers.ts';
import type { DeviceCountTable, DeviceTable } from '#db/schema/devices.ts';
import type { AccessCodeBatchTable, AccessCodeTable, CodeLogTable } from '#db/schema/letters.ts';
import type {
  ImportJobTable,
  ImportRowTable,
  KeyedEntryTable,
  KeyingCountTable,
  PaperSettingTable,
} from '#db/schema/paper.ts';
import type {
  AccountTable,
  AccountTotpTable,
  AuditEntryTable,
  AuditHeadTable,
  InvitationTable,
  RecoveryCodeTable,
  SessionTable,
} from '#db/schema/people.ts';
import type {
  ErasureTable,
  PlanTable,
  ResultTable,
  RoundSetupTable,
  RoundStepTable,
  RoundTable,
} from '#db/schema/rounds.ts';

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
  code_log: CodeLogTable;
  erasure: ErasureTable;
  keyed_entry: KeyedEntryTable;
  keying_count: KeyingCountTable;
  paper_setting: PaperSettingTable;
  import_job: ImportJobTable;
  import_row: ImportRowTable;
  account: AccountTable;
  session: SessionTable;
  account_totp: AccountTotpTable;
  recovery_code: RecoveryCodeTable;
  invitation: InvitationTable;
  audit_entry: AuditEntryTable;
  audit_head: AuditHeadTable;
}
