import { Button } from '#app/components/form/button.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { QrCode } from '#app/components/ui/qr-code.tsx';
import type { SecondStepState } from '#app/features/account/own-second-step.server.ts';

interface Refused {
  readonly field: string;
  readonly message: string;
}

interface SecondStepPanelProps {
  readonly state: SecondStepState;
  readonly refused: Refused | undefined;
}

/** What one can do about the second step in its present state. */
export function SecondStepPanel({ state, refused }: SecondStepPanelProps) {
  switch (state.kind) {
    case 'off':
      return <PasswordAction action="start" label="二段階認証の設定をはじめる" refused={refused} />;
    case 'starting':
      return <Enrolment state={state} refused={refused} />;
    case 'on':
      return (
        <>
          <Notice kind={state.nRecoveryCodes > 2 ? 'success' : 'warning'} title="二段階認証を使っています">
            <p>回復コードは、あと{state.nRecoveryCodes}個使えます。</p>
          </Notice>
          <h2 className="mt-8 text-xl font-700">回復コードをつくり直す・二段階認証をやめる</h2>
          <PasswordAction action="renew" label="回復コードをつくり直す" refused={refused}>
            <Button variant="outline" name="action" value="stop">
              二段階認証をやめる
            </Button>
          </PasswordAction>
        </>
      );
  }
}

interface PasswordActionProps {
  readonly action: string;
  readonly label: string;
  readonly refused: Refused | undefined;
  readonly children?: React.ReactNode;
}

function PasswordAction({ action, label, refused, children }: PasswordActionProps) {
  return (
    <form method="post" noValidate className="max-w-xl">
      <TextInput
        name="password"
        label="現在のパスワード"
        type="password"
        isRequired
        autoComplete="current-password"
        error={refused?.field === 'password' ? refused.message : undefined}
      />
      <div className="flex flex-wrap gap-4">
        <Button name="action" value={action}>
          {label}
        </Button>
        {children}
      </div>
    </form>
  );
}

interface EnrolmentProps {
  readonly state: Extract<SecondStepState, { kind: 'starting' }>;
  readonly refused: Refused | undefined;
}

function Enrolment({ state, refused }: EnrolmentProps) {
  return (
    <form method="post" noValidate className="max-w-xl">
      <ol className="my-4 list-decimal pl-6">
        <li>認証アプリ(Google Authenticator、Microsoft Authenticator など)を開きます。</li>
        <li>
          「追加」を選び、次のコードを読み取ります。
          <div className="my-4">
            <QrCode code={state.qrCode} label="認証アプリ用のQRコード" />
          </div>
          読み取れないときは、次のキーを入力します。
          <p className="my-2 font-mono break-all">{state.secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
        </li>
        <li>アプリに表示された6桁の数字を入力します。</li>
      </ol>
      <TextInput
        name="code"
        label="確認コード"
        isRequired
        inputMode="numeric"
        autoComplete="one-time-code"
        error={refused?.field === 'code' ? refused.message : undefined}
      />
      <Button name="action" value="confirm">
        確認して使いはじめる
      </Button>
    </form>
  );
}
