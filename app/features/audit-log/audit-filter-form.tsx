import { Button } from '#app/components/form/button.tsx';
import { DateInput } from '#app/components/form/date-input.tsx';
import { Select } from '#app/components/form/select.tsx';
import type { AuditLogFilter } from '#app/fielding/audit/audit-log.ts';
import { auditActionNames } from '#app/i18n/ja/audit.ts';
import { auditActions } from '#surveys/audit/actions.ts';

interface AuditFilterFormProps {
  readonly filter: AuditLogFilter;
  readonly actors: readonly { readonly id: string; readonly name: string }[];
}

/** Narrows the log by person, action and days; the object comes with the link that led here. */
export function AuditFilterForm({ filter, actors }: AuditFilterFormProps) {
  return (
    <form method="get" className="my-4">
      {filter.object !== undefined && <input type="hidden" name="object" value={filter.object} />}
      <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-4">
        <Select
          name="actor"
          label="操作した人"
          emptyLabel="全員"
          options={actors.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={filter.actor}
        />
        <Select
          name="action"
          label="操作"
          emptyLabel="すべて"
          options={auditActions.map((value) => ({ value, label: auditActionNames[value] }))}
          defaultValue={filter.action}
        />
        <DateInput name="from" label="最初の日" defaultValue={filter.from} />
        <DateInput name="to" label="最後の日" defaultValue={filter.to} />
      </div>
      <Button variant="outline">絞り込む</Button>
    </form>
  );
}
