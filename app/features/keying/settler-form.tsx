import { Button } from '#app/components/form/button.tsx';
import type { Settler } from '#db/queries/paper-setting.ts';

/** Says who may settle, and changes it. */
export function SettlerForm({ settler }: { readonly settler: Settler }) {
  const isAnyone = settler === 'anyone';
  return (
    <form method="post" className="my-6 flex flex-wrap items-center gap-4">
      <p>
        {isAnyone
          ? 'いまの設定: 票を入力した人も、不一致を確認できます。'
          : 'いまの設定: 票を入力していない人だけが、不一致を確認できます。'}
      </p>
      <input type="hidden" name="settler" value={isAnyone ? 'other' : 'anyone'} />
      <Button variant="outline" name="action" value="settler">
        {isAnyone ? '入力していない人だけに限る' : '入力した人にも認める'}
      </Button>
    </form>
  );
}
